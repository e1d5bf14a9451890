package org.gatereader.verifier.encoding;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A tagged COSE_Sign1 taken apart and not judged (RFC 9052, section 4.2): protected header and
 * payload as the bytes that were signed, and the signature.
 */
public final class CoseSign1 {
    /** CBOR tag of COSE_Sign1 (RFC 9052, table 1). */
    public static final long TAG = 18;

    /** r ‖ s of ECDSA on P-256 (RFC 9053, section 2.1). */
    public static final int SIGNATURE_BYTES = 64;

    // Array of four, then the text "Signature1": the first element of Sig_structure.
    private static final byte[] CONTEXT = "\u0084jSignature1".getBytes(StandardCharsets.ISO_8859_1);

    private static final byte[] NOTHING = {};

    /** Three heads of byte strings below 4 GiB. */
    private static final int HEADS_BYTES_MAX = 15;

    private final CborValue.Bytes protectedHeader;
    private final CborMap unprotectedHeader;
    private final CborValue.Bytes payload;
    private final CborValue.Bytes signature;

    private CoseSign1(
            CborValue.Bytes protectedHeader,
            CborMap unprotectedHeader,
            CborValue.Bytes payload,
            CborValue.Bytes signature) {
        this.protectedHeader = protectedHeader;
        this.unprotectedHeader = unprotectedHeader;
        this.payload = payload;
        this.signature = signature;
    }

    /**
     * Splits an item.
     *
     * @return empty unless it is tag 18 around an array of byte string, map, byte string and a byte
     *     string of 64
     */
    public static Optional<CoseSign1> split(CborValue item) {
        return elements(item)
                .filter(CoseSign1::areOfTheirTypes)
                .map(
                        parts ->
                                new CoseSign1(
                                        (CborValue.Bytes) parts.get(0),
                                        (CborMap) parts.get(1),
                                        (CborValue.Bytes) parts.get(2),
                                        (CborValue.Bytes) parts.get(3)));
    }

    /**
     * The elements of whatever stands in tag 18, of any count and type; empty for anything else.
     */
    public static Optional<List<CborValue>> elements(CborValue item) {
        return item instanceof CborValue.Tag tag
                        && tag.number() == TAG
                        && tag.content() instanceof CborValue.Array array
                ? Optional.of(array.items())
                : Optional.empty();
    }

    private static boolean areOfTheirTypes(List<CborValue> parts) {
        return parts.size() == 4
                && parts.get(0) instanceof CborValue.Bytes
                && parts.get(1) instanceof CborMap
                && parts.get(2) instanceof CborValue.Bytes
                && parts.get(3) instanceof CborValue.Bytes signature
                && signature.length() == SIGNATURE_BYTES;
    }

    /** The protected header, still encoded. */
    public CborValue.Bytes protectedHeader() {
        return protectedHeader;
    }

    public CborMap unprotectedHeader() {
        return unprotectedHeader;
    }

    /** The payload, still encoded. */
    public CborValue.Bytes payload() {
        return payload;
    }

    /** r ‖ s, 64 bytes. */
    public byte[] signature() {
        return signature.toByteArray();
    }

    /** Exactly the bytes that were signed, without external data. */
    public byte[] toBeSigned() {
        return toBeSigned(protectedHeader.shared(), NOTHING, payload.shared());
    }

    /**
     * Sig_structure ["Signature1", protected, external data, payload] (RFC 9052, section 4.4).
     *
     * @param externalData what both sides know and the token does not carry
     */
    public static byte[] toBeSigned(byte[] protectedHeader, byte[] externalData, byte[] payload) {
        int content = protectedHeader.length + externalData.length + payload.length;
        return new CborWriter(CONTEXT.length + HEADS_BYTES_MAX + content)
                .encoded(CONTEXT)
                .bytes(protectedHeader)
                .bytes(externalData)
                .bytes(payload)
                .toBytes();
    }
}
