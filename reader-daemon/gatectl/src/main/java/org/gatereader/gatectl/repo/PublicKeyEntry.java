package org.gatereader.gatectl.repo;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.gatereader.gatectl.pki.Certificates;

/**
 * A public key as metadata names it (TUF, section 4.2): ECDSA on P-256, and whose it is.
 *
 * <p>The person stands in the key's own JSON, so that the signed metadata itself can say who has
 * not signed yet; other tools leave members that they do not know alone.
 */
public final class PublicKeyEntry {
    private static final String PERSON = "x-gate-reader-person";
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";
    private static final int COORDINATE_BYTES = 32;

    private final String person;
    private final ECPublicKey key;
    private final Map<String, Object> json;

    private PublicKeyEntry(String person, ECPublicKey key, Map<String, Object> json) {
        this.person = person;
        this.key = key;
        this.json = json;
    }

    static PublicKeyEntry of(String person, PublicKey key) {
        String pem = Certificates.pem("PUBLIC KEY", key.getEncoded());
        return new PublicKeyEntry(
                person,
                (ECPublicKey) key,
                Json.object(
                        "keytype",
                        "ecdsa",
                        "scheme",
                        "ecdsa-sha2-nistp256",
                        "keyval",
                        Json.object("public", pem),
                        PERSON,
                        person));
    }

    /**
     * Reads what {@code new-key} wrote, or any P-256 key in its textual form (RFC 7468).
     *
     * @param person who has the private key
     * @throws RepositoryException if it is none
     */
    public static PublicKeyEntry ofPem(String person, String pem) throws RepositoryException {
        return of(person, key(person, pem));
    }

    /** Reads the key as metadata has it. */
    static PublicKeyEntry ofJson(Map<String, Object> json) throws RepositoryException {
        var keyval = Json.asObject("keyval", json.get("keyval"));
        String person = String.valueOf(json.getOrDefault(PERSON, "somebody"));
        PublicKey key = key(person, String.valueOf(keyval.get("public")));
        return new PublicKeyEntry(person, (ECPublicKey) key, json);
    }

    private static PublicKey key(String person, String pem) throws RepositoryException {
        try {
            String body = pem.replace(BEGIN, "").replace(END, "").replaceAll("\\s", "");
            var der = new X509EncodedKeySpec(Base64.getDecoder().decode(body));
            PublicKey key = KeyFactory.getInstance("EC").generatePublic(der);
            if (((ECPublicKey) key).getParams().getOrder().bitLength() == 256) {
                return key;
            }
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            // Both ways to say that it is no such key.
        }
        throw new RepositoryException("the key of " + person + ": expected a public P-256 key");
    }

    /** Who has the private key. */
    public String person() {
        return person;
    }

    /** The hash of its JSON, in hex (TUF, section 4.3). */
    public String keyid() {
        return HexFormat.of().formatHex(sha256(Json.canonical(json)));
    }

    /** The hash of the key itself, in hex: the same under whatever name. */
    public String fingerprint() {
        return HexFormat.of().formatHex(sha256(key.getEncoded()));
    }

    /** In the textual form that {@link #ofPem} reads. */
    public String pem() {
        return Certificates.pem("PUBLIC KEY", key.getEncoded());
    }

    Map<String, Object> json() {
        return json;
    }

    /** Who says that it is who: a name and the beginning of the keyid. */
    String label() {
        return person + " (" + keyid().substring(0, 8) + ")";
    }

    /** The public key as a JSON Web Key (RFC 7518, section 6.2), for {@code issuers.json}. */
    public Map<String, Object> jwk() {
        return Json.object(
                "kty",
                "EC",
                "crv",
                "P-256",
                "x",
                coordinate(key.getW().getAffineX()),
                "y",
                coordinate(key.getW().getAffineY()));
    }

    private static String coordinate(BigInteger number) {
        byte[] signed = number.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int kept = Math.min(signed.length, COORDINATE_BYTES);
        System.arraycopy(signed, signed.length - kept, fixed, COORDINATE_BYTES - kept, kept);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }

    /** Whether it made a signature, in hex of DER, over these bytes. */
    boolean verifies(byte[] message, String hex) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(HexFormat.of().parseHex(hex));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no SHA-256", e);
        }
    }
}
