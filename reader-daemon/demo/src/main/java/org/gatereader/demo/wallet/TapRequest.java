package org.gatereader.demo.wallet;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a gate asks of a phone, as the phone reads it (PROFILE-P1, Tap, tap-req). */
public final class TapRequest {
    private static final int CHALLENGE_BYTES = 16;
    private static final int TYPES_MAX = 4;

    private final byte[] challenge;
    private final String gate;
    private final List<String> types;
    private final Optional<List<?>> certificate;
    private final Optional<byte[]> proof;

    private TapRequest(Map<?, ?> fields) {
        challenge = CborInput.at(fields, 1, byte[].class);
        gate = CborInput.at(fields, 2, String.class);
        types = CborInput.list(fields, 3).stream().map(String::valueOf).toList();
        certificate =
                fields.containsKey(4L) ? Optional.of(CborInput.list(fields, 4)) : Optional.empty();
        proof =
                fields.containsKey(5L)
                        ? Optional.of(CborInput.at(fields, 5, byte[].class))
                        : Optional.empty();
        if (challenge.length != CHALLENGE_BYTES || types.isEmpty() || types.size() > TYPES_MAX) {
            throw new IllegalArgumentException("not a request of this profile");
        }
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if this is something else: 6A80
     */
    static TapRequest read(byte[] document) {
        if (CborInput.read(document) instanceof Map<?, ?> fields) {
            return new TapRequest(fields);
        }
        throw new IllegalArgumentException("not a request of this profile");
    }

    /** What the phone signs as its cnonce. */
    public byte[] challenge() {
        return challenge.clone();
    }

    /** What the phone names as its audience. */
    public String gate() {
        return gate;
    }

    boolean asksFor(String type) {
        return types.contains(type);
    }

    /** The four parts of the certificate's COSE_Sign1. */
    Optional<List<?>> certificate() {
        return certificate;
    }

    Optional<byte[]> proof() {
        return proof;
    }

    /** What the gate's proof must have signed. */
    byte[] toBeSigned(byte[] aid, byte[] phoneNonce) {
        Cbor said =
                Cbor.array(
                        Cbor.text("GRTAP1"),
                        Cbor.bytes(aid),
                        Cbor.bytes(phoneNonce),
                        Cbor.bytes(challenge),
                        Cbor.text(gate),
                        Cbor.array(types.stream().map(Cbor::text).toList()));
        return Cbor.array(
                        Cbor.text("Signature1"),
                        Cbor.bytes(new byte[] {(byte) 0xa1, 0x01, 0x28}),
                        Cbor.bytes(said.toBytes()),
                        Cbor.bytes(new byte[0]))
                .toBytes();
    }
}
