package org.gatereader.verifier.trust.tuf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.crypto.P256Key;
import org.gatereader.verifier.crypto.VerifyingKey;
import org.gatereader.verifier.encoding.CanonicalJson;
import org.gatereader.verifier.encoding.Pem;

/**
 * One key of section 4.2.2.
 *
 * @param fingerprint of what the key is, not of how its JSON is written: one key under two keyids
 *     counts once
 */
record TufKey(String fingerprint, VerifyingKey key) {
    private static final HexFormat HEX = HexFormat.of();

    /**
     * Reads a key.
     *
     * @return empty for one that no signature can be judged with: a keyid that is not its own
     *     (4.3), an algorithm that is not ours, a value that is no key. It counts for nobody, and
     *     the file is not refused for it: a threshold of the others must hold.
     */
    static Optional<TufKey> read(String keyid, Fields fields, CryptoModule crypto)
            throws TufException {
        String name = fields.text("keytype") + "/" + fields.text("scheme");
        String value = fields.object("keyval").text("public");
        byte[] canonical =
                CanonicalJson.of(fields.json())
                        .orElseThrow(() -> new TufException(Refusal.MALFORMED));
        if (!HEX.formatHex(crypto.sha256(canonical)).equals(keyid)) {
            return Optional.empty();
        }
        return switch (name) {
            case "ed25519/ed25519" -> ed25519(value, crypto);
            case "ecdsa/ecdsa-sha2-nistp256" ->
                    Pem.publicKey(value)
                            .flatMap(KeyEncoding::pointOfP256)
                            .flatMap(point -> ecdsa(point, crypto));
            case "rsa/rsassa-pss-sha256" ->
                    Pem.publicKey(value)
                            .flatMap(KeyEncoding::rsaKey)
                            .flatMap(rsa -> rsa(rsa, crypto));
            default -> Optional.empty();
        };
    }

    private static Optional<TufKey> ed25519(String hex, CryptoModule crypto) {
        byte[] encoded = bytes(hex);
        return crypto.ed25519Key(encoded).map(key -> of("ed25519", encoded, key, crypto));
    }

    private static Optional<TufKey> ecdsa(byte[] point, CryptoModule crypto) {
        byte[] x = Arrays.copyOfRange(point, 1, 1 + KeyEncoding.COORDINATE_BYTES);
        byte[] y = Arrays.copyOfRange(point, 1 + KeyEncoding.COORDINATE_BYTES, point.length);
        return crypto.p256Key(x, y)
                .map(P256Key::kept)
                .map(key -> of("ecdsa", point, der(key), crypto));
    }

    /** TUF's ECDSA signatures are DER; the crypto module's are r ‖ s. */
    private static VerifyingKey der(P256Key key) {
        return (message, signature) -> key.verifies(message, KeyEncoding.rawSignature(signature));
    }

    private static Optional<TufKey> rsa(KeyEncoding.RsaKey rsa, CryptoModule crypto) {
        return crypto.rsaPssKey(rsa.modulus(), rsa.exponent())
                .map(key -> of("rsa", rsa.modulus().toByteArray(), key, crypto));
    }

    private static TufKey of(String kind, byte[] material, VerifyingKey key, CryptoModule crypto) {
        byte[] hash = crypto.sha256(kind.getBytes(US_ASCII), material);
        return new TufKey(HEX.formatHex(hash), key);
    }

    /** Says whether this key made the signature. */
    boolean verifies(byte[] message, String hex) {
        byte[] signature = bytes(hex);
        return signature.length > 0 && key.verifies(message, signature);
    }

    private static byte[] bytes(String hex) {
        try {
            return HEX.parseHex(hex);
        } catch (IllegalArgumentException _) {
            // The parser's only way to say that it is no hex.
            return new byte[0];
        }
    }
}
