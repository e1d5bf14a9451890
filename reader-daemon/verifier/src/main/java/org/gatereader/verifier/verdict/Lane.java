package org.gatereader.verifier.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A profile on a channel: what a site opens or closes (PROFILE-P1, check 2). The {@code -challenge}
 * lane is its namesake with a challenge demanded, so a site opens one of the two.
 */
public enum Lane {
    P1_QR("p1-qr", Profile.P1, Channel.QR, Demand.NOTHING),
    P1_QR_CHALLENGE("p1-qr-challenge", Profile.P1, Channel.QR, Demand.CHALLENGE),
    P1_TAP("p1-tap", Profile.P1, Channel.NFC, Demand.CHALLENGE),
    P2_QR("p2-qr", Profile.P2, Channel.QR, Demand.NOTHING),
    P2_QR_CHALLENGE("p2-qr-challenge", Profile.P2, Channel.QR, Demand.CHALLENGE);

    /** A format of presentations. */
    public enum Profile {
        /** The compact credential (PROFILE-P1). */
        P1,
        /** SD-JWT VC with a key-binding JWT (RFC 9901). */
        P2;

        /** All of its checks, in their order. */
        public List<Check> checks() {
            return switch (this) {
                case P1 -> Check.OF_P1;
                case P2 -> Check.OF_P2;
            };
        }

        /** The number of one of its checks in the table of its document, from 1. */
        public int number(Check check) {
            return checks().indexOf(check) + 1;
        }
    }

    private enum Demand {
        NOTHING,
        CHALLENGE
    }

    private final String label;
    private final Profile profile;
    private final Channel channel;
    private final Demand demand;

    Lane(String label, Profile profile, Channel channel, Demand demand) {
        this.label = label;
        this.profile = profile;
        this.channel = channel;
        this.demand = demand;
    }

    /** The name in {@code policy.json}, for example {@code p1-qr}. */
    public String label() {
        return label;
    }

    public Profile profile() {
        return profile;
    }

    public Channel channel() {
        return channel;
    }

    /** Whether a presentation in this lane must have signed a challenge of this gate. */
    public boolean demandsChallenge() {
        return demand == Demand.CHALLENGE;
    }

    /** The lane that differs from this one only in that it demands a challenge. */
    public Optional<Lane> withChallenge() {
        return demandsChallenge() ? Optional.empty() : labelled(label + "-challenge");
    }

    public static Optional<Lane> labelled(String label) {
        return Arrays.stream(values()).filter(lane -> lane.label.equals(label)).findFirst();
    }
}
