package org.gatereader.verifier.presentation;

import java.util.Optional;
import java.util.Set;
import org.gatereader.verifier.encoding.Base45;
import org.gatereader.verifier.verdict.Channel;
import org.gatereader.verifier.verdict.Check;
import org.gatereader.verifier.verdict.CheckTrace;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Lane;
import org.gatereader.verifier.verdict.Lane.Profile;
import org.gatereader.verifier.verdict.Verdict;

/** From untrusted content to a well-formed presentation: checks 1 to 6 of either profile. */
public final class PresentationParser {
    private static final String P1_PREFIX = "GR1:";

    /** P1's limit on every channel; the text of 640 bytes in Base45 has 960 characters. */
    private static final int P1_BYTES_MAX = 640;

    private static final int P1_TEXT_LENGTH_MAX = P1_PREFIX.length() + 960;

    private PresentationParser() {}

    /** By whose table of checks a payload is judged: P1's unless it begins as P2 does. */
    public static Profile profileOf(CapturedPayload payload) {
        return payload.isText() && SdJwtText.begins(payload.text()) ? Profile.P2 : Profile.P1;
    }

    /**
     * Parses.
     *
     * @param open the lanes that the site has opened
     * @return refused with 101..113, 303 or 505
     */
    public static Verdict<Presentation> parse(
            CapturedPayload payload, Set<Lane> open, CheckTrace trace) {
        return form(payload)
                .traced(Check.FORM, trace)
                .then(profile -> lane(profile, payload.channel(), open))
                .traced(Check.LANE, trace)
                .then(
                        lane ->
                                switch (lane.profile()) {
                                    case P1 -> parseP1(payload, lane, trace);
                                    case P2 -> parseP2(payload, lane, trace);
                                });
    }

    private static Verdict<Presentation> parseP1(
            CapturedPayload payload, Lane lane, CheckTrace trace) {
        return text(payload)
                .traced(Check.TEXT, trace)
                .then(P1Documents::read)
                .traced(Check.CBOR, trace)
                .then(P1Shape::of)
                .traced(Check.SHAPE, trace)
                .then(shape -> claims(shape, lane, payload))
                .traced(Check.CLAIMS, trace);
    }

    private static Verdict<Presentation> parseP2(
            CapturedPayload payload, Lane lane, CheckTrace trace) {
        return SdJwtText.decode(payload.text())
                .traced(Check.TEXT, trace)
                .then(P2Documents::read)
                .traced(Check.JSON, trace)
                .then(P2Documents::judgeShape)
                .traced(Check.SHAPE, trace)
                .then(P2Documents::judgeAlgorithm)
                .traced(Check.ALGORITHM, trace)
                .then(
                        documents ->
                                Verdict.passed(
                                        new P2Presentation(lane, payload.challenges(), documents)));
    }

    /** Check 1: prefix and length; a foreign code is refused for what it is. */
    private static Verdict<Profile> form(CapturedPayload payload) {
        int length = payload.content().length;
        if (!payload.isText()) {
            return judgeLength(length, P1_BYTES_MAX);
        }
        String text = payload.text();
        if (text.startsWith(P1_PREFIX)) {
            return judgeLength(length, P1_TEXT_LENGTH_MAX);
        }
        return SdJwtText.begins(text)
                ? SdJwtText.judgeForm(text).then(_ -> Verdict.passed(Profile.P2))
                : Verdict.refused(ForeignCode.of(text));
    }

    private static Verdict<Profile> judgeLength(int length, int lengthMax) {
        if (length == 0) {
            return Verdict.refused(DenyReason.NOT_A_PRESENTATION);
        }
        return length <= lengthMax
                ? Verdict.passed(Profile.P1)
                : Verdict.refused(DenyReason.TOO_LARGE);
    }

    /** Check 2: profile and channel make the lane, and the site must have opened it. */
    private static Verdict<Lane> lane(Profile profile, Channel channel, Set<Lane> open) {
        Optional<Lane> lane =
                open.stream()
                        .filter(candidate -> candidate.profile() == profile)
                        .filter(candidate -> candidate.channel() == channel)
                        .findFirst();
        return lane.map(Verdict::passed).orElseGet(() -> Verdict.refused(DenyReason.LANE_CLOSED));
    }

    /** Check 3: Base45 behind the prefix; bytes from a conversation wear no text encoding. */
    private static Verdict<byte[]> text(CapturedPayload payload) {
        return payload.isText()
                ? Base45.decode(payload.text().substring(P1_PREFIX.length()))
                : Verdict.passed(payload.content());
    }

    /** Check 6: the claims of both tokens. */
    private static Verdict<Presentation> claims(P1Shape shape, Lane lane, CapturedPayload payload) {
        var proof = P1Claims.proof(shape.tokenClaims());
        var credential = P1Claims.credential(shape.credential(), shape.credentialClaims());
        if (proof.isEmpty() || credential.isEmpty()) {
            return Verdict.refused(DenyReason.CLAIMS_INVALID);
        }
        return Verdict.passed(
                new P1Presentation(
                        lane,
                        payload.challenges(),
                        shape.withProof(proof.get()),
                        credential.get()));
    }
}
