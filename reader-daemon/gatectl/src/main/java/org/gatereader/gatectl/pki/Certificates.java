package org.gatereader.gatectl.pki;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

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
        byte[] information =
                Der.sequence(
                        Der.integer(BigInteger.ZERO),
                        name(name),
                        keys.getPublic().getEncoded(),
                        Der.context(0));
        return pem("CERTIFICATE REQUEST", signed(information, keys));
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
