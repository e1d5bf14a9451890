package org.gatereader.gatectl.pki;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Makes P-256 keys and what is written about them: a certificate that a key signs for itself (RFC
 * 5280), and a request that somebody else may certify it (PKCS#10, RFC 2986). Both are signed with
 * ECDSA and SHA-256 by the JDK.
 */
public final class Certificates {
    private static final String CURVE = "secp256r1";
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
    private static final String COMMON_NAME = "2.5.4.3";

    /** Nobody judges by it: which key counts, and until when, the signed metadata says. */
    private static final Duration LIFETIME = Duration.ofDays(3650);

    private static final int LINE_CHARACTERS = 64;

    /** SubjectPublicKeyInfo of a point of P-256, up to the point (RFC 5480, section 2). */
    private static final String P256_HEAD = "3059301306072a8648ce3d020106082a8648ce3d030107034200";

    private static final int P256_KEY_BYTES = 91;

    private Certificates() {}

    /** A fresh key pair on P-256. */
    public static KeyPair newKeyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no P-256", e);
        }
    }

    /**
     * The certificate of a key by itself, valid for ten years: only for a PKCS#12 file, in which
     * Java keeps no private key without one.
     *
     * @param name becomes the common name
     */
    public static X509Certificate selfSigned(String name, KeyPair keys, Instant from) {
        byte[] distinguished = name(name);
        byte[] toBeSigned =
                Der.sequence(
                        Der.integer(BigInteger.valueOf(from.getEpochSecond())),
                        algorithm(),
                        distinguished,
                        Der.sequence(Der.time(from), Der.time(from.plus(LIFETIME))),
                        distinguished,
                        keys.getPublic().getEncoded());
        try {
            var der = new ByteArrayInputStream(signed(toBeSigned, keys));
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(der);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK reads what RFC 5280 says", e);
        }
    }

    /**
     * A certificate request (RFC 2986), without attributes, in its textual form (RFC 7468, section
     * 7). Its signature proves that who asks has the private key.
     *
     * @param name becomes the common name
     */
    public static String request(String name, KeyPair keys) {
        byte[] information = information(name, keys.getPublic().getEncoded());
        return pem("CERTIFICATE REQUEST", signed(information, keys));
    }

    private static byte[] information(String name, byte[] publicKey) {
        return Der.sequence(Der.integer(BigInteger.ZERO), name(name), publicKey, Der.context(0));
    }

    /**
     * The key that a request of {@link #request} is for, in the one form in which it is written.
     *
     * @param name for which it must ask
     * @return empty if it is another form, for another name, or not signed by the key itself
     */
    public static Optional<ECPublicKey> requestedKey(String request, String name) {
        try {
            String body = request.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            byte[] der = Base64.getDecoder().decode(body);
            int head = HexFormat.of().formatHex(der).indexOf(P256_HEAD) / 2;
            byte[] publicKey = Arrays.copyOfRange(der, head, head + P256_KEY_BYTES);
            byte[] information = information(name, publicKey);
            // What lies between: the empty attributes, the algorithm, and the head of the bits.
            int signatureAt =
                    head
                            + P256_KEY_BYTES
                            + Der.context(0).length
                            + algorithm().length
                            + Der.bits(new byte[0]).length;
            byte[] signature = Arrays.copyOfRange(der, signatureAt, der.length);
            byte[] again = Der.sequence(information, algorithm(), Der.bits(signature));
            var key =
                    (ECPublicKey)
                            KeyFactory.getInstance("EC")
                                    .generatePublic(new X509EncodedKeySpec(publicKey));
            Signature verifier = Signature.getInstance(SIGNATURE);
            verifier.initVerify(key);
            verifier.update(information);
            return Arrays.equals(again, der) && verifier.verify(signature)
                    ? Optional.of(key)
                    : Optional.empty();
        } catch (GeneralSecurityException
                | IllegalArgumentException
                | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    /** The textual encoding of any DER (RFC 7468). */
    public static String pem(String label, byte[] der) {
        var encoder = Base64.getMimeEncoder(LINE_CHARACTERS, "\n".getBytes(US_ASCII));
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(label, encoder.encodeToString(der), label);
    }

    private static byte[] signed(byte[] toBeSigned, KeyPair keys) {
        try {
            Signature signature = Signature.getInstance(SIGNATURE);
            signature.initSign(keys.getPrivate());
            signature.update(toBeSigned);
            return Der.sequence(toBeSigned, algorithm(), Der.bits(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK signs with keys of its own", e);
        }
    }

    private static byte[] algorithm() {
        return Der.sequence(Der.objectId(ECDSA_WITH_SHA256));
    }

    private static byte[] name(String commonName) {
        return Der.sequence(
                Der.setOf(Der.sequence(Der.objectId(COMMON_NAME), Der.utf8(commonName))));
    }
}
