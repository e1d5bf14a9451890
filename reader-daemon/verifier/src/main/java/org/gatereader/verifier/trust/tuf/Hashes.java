package org.gatereader.verifier.trust.tuf;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatereader.verifier.crypto.CryptoModule;

/**
 * The hashes of a file (HASHES of section 4.4).
 *
 * @param byAlgorithm hex by the algorithm's name
 */
record Hashes(Map<String, String> byAlgorithm) {
    static final Hashes NONE = new Hashes(Map.of());

    private static final String SHA_256 = "sha256";
    private static final String SHA_512 = "sha512";

    // One of them stands in the name of a file that is fetched.
    private static final Pattern HEX_DIGEST = Pattern.compile("[0-9a-f]{1,128}");

    static Hashes read(Fields hashes) throws TufException {
        Map<String, String> byAlgorithm = hashes.texts();
        for (String digest : byAlgorithm.values()) {
            TufException.require(HEX_DIGEST.matcher(digest).matches(), Refusal.MALFORMED);
        }
        return new Hashes(Map.copyOf(byAlgorithm));
    }

    /** Says whether these are all known hashes of these bytes, and one at least is known. */
    boolean match(byte[] bytes, CryptoModule crypto) {
        String sha256 = byAlgorithm.get(SHA_256);
        String sha512 = byAlgorithm.get(SHA_512);
        HexFormat hex = HexFormat.of();
        return (sha256 != null || sha512 != null)
                && (sha256 == null || sha256.equals(hex.formatHex(crypto.sha256(bytes))))
                && (sha512 == null || sha512.equals(hex.formatHex(crypto.sha512(bytes))));
    }

    /** The one that stands before a target's name in a consistent snapshot (6.2.1). */
    Optional<String> ofFileName() {
        return Optional.ofNullable(byAlgorithm.get(SHA_256))
                .or(() -> Optional.ofNullable(byAlgorithm.get(SHA_512)));
    }
}
