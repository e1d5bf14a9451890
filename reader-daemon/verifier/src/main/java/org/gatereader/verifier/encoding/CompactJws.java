package org.gatereader.verifier.encoding;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Verdict;

/** A JWS in its compact form, split and not judged (RFC 7515, section 7.1). */
public final class CompactJws {
    private static final int PARTS = 3;

    private final byte[] toBeSigned;
    private final byte[] header;
    private final byte[] payload;
    private final byte[] signature;

    private CompactJws(String signed, List<byte[]> decoded) {
        this.toBeSigned = signed.getBytes(StandardCharsets.US_ASCII);
        this.header = decoded.get(0);
        this.payload = decoded.get(1);
        this.signature = decoded.get(2);
    }

    /**
     * Splits {@code header.payload.signature}.
     *
     * @return refused with 106 unless it has three parts, 104 unless each is canonical base64url
     */
    public static Verdict<CompactJws> split(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != PARTS) {
            return Verdict.refused(DenyReason.WRONG_SHAPE);
        }
        List<byte[]> decoded = new ArrayList<>();
        for (String part : parts) {
            if (!(Base64Url.decode(part) instanceof Verdict.Passed<byte[]>(byte[] bytes))) {
                return Verdict.refused(DenyReason.TEXT_ENCODING);
            }
            decoded.add(bytes);
        }
        return Verdict.passed(new CompactJws(text.substring(0, text.lastIndexOf('.')), decoded));
    }

    /** The protected header, still a document. */
    public byte[] header() {
        return header.clone();
    }

    /** The payload, still a document. */
    public byte[] payload() {
        return payload.clone();
    }

    /** r ‖ s where the algorithm is ECDSA (RFC 7518, section 3.4); of any length. */
    public byte[] signature() {
        return signature.clone();
    }

    /** Exactly the bytes that were signed: {@code header.payload}, as received. */
    public byte[] toBeSigned() {
        return toBeSigned.clone();
    }
}
