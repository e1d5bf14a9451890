package org.gatereader.verifier.encoding;

import java.nio.ByteBuffer;
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

    private static final int BYTE_STRING = 0x40;

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

    /**
     * Exactly the bytes that were signed: Sig_structure ["Signature1", protected, h'', payload]
     * (RFC 9052, section 4.4).
     */
    public byte[] toBeSigned() {
        byte[] header = protectedHeader.shared();
        byte[] content = payload.shared();
        byte[] headerHead = head(header.length);
        byte[] contentHead = head(content.length);
        ByteBuffer out =
                ByteBuffer.allocate(
                        CONTEXT.length
                                + headerHead.length
                                + header.length
                                + 1
                                + contentHead.length
                                + content.length);
        out.put(CONTEXT).put(headerHead).put(header).put((byte) BYTE_STRING);
        out.put(contentHead).put(content);
        return out.array();
    }

    /** The head of a byte string of that length, in its shortest form (RFC 8949, section 3). */
    private static byte[] head(int length) {
        if (length < 24) {
            return new byte[] {(byte) (BYTE_STRING | length)};
        }
        if (length < 1 << 8) {
            return new byte[] {(byte) (BYTE_STRING | 24), (byte) length};
        }
        if (length < 1 << 16) {
            return new byte[] {(byte) (BYTE_STRING | 25), (byte) (length >>> 8), (byte) length};
        }
        return new byte[] {
            (byte) (BYTE_STRING | 26),
            (byte) (length >>> 24),
            (byte) (length >>> 16),
            (byte) (length >>> 8),
            (byte) length
        };
    }
}
