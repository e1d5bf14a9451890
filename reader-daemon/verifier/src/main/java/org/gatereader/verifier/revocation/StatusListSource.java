package org.gatereader.verifier.revocation;

import org.gatereader.verifier.crypto.P256Key;
import org.gatereader.verifier.encoding.KeyName;

/**
 * Who signs an issuer's status lists under a uri prefix, and how (RULES, Status lists).
 *
 * @param uriPrefix compared byte by byte with the uri that a credential names
 * @param entriesMax caps what a list may decompress to, 1..{@link #ENTRIES_MAX}
 */
public record StatusListSource(String uriPrefix, Format format, Signer signer, long entriesMax) {
    /** More entries than any population needs; at 2 bits such a list has 64 MiB. */
    public static final long ENTRIES_MAX = 1L << 28;

    /** The two forms of a Token Status List; the name is also the file's ending. */
    public enum Format {
        CWT,
        /** Recognised; its reader is not built yet, so its lists are absent. */
        JWT
    }

    /** The key that signs, and its {@code kid}. */
    public record Signer(KeyName keyName, P256Key key) {}

    /** Whether lists of this uri are this source's. */
    public boolean covers(String uri) {
        return uri.startsWith(uriPrefix);
    }
}
