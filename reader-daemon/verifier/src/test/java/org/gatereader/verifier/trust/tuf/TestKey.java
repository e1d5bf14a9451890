package org.gatereader.verifier.trust.tuf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** A key of a repository, made and used by the JDK. */
final class TestKey {
    private static final int ED25519_BYTES = 32;
    private static final AlgorithmParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    private final Kind kind;
    private final KeyPair pair;
    private final Map<String, Object> json = new LinkedHashMap<>();

    enum Kind {
        ED25519("ed25519", "ed25519", "Ed25519"),
        ECDSA("ecdsa", "ecdsa-sha2-nistp256", "SHA256withECDSA"),
        RSA("rsa", "rsassa-pss-sha256", "RSASSA-PSS");

        private final String keytype;
        private final String scheme;
        private final String signature;

        Kind(String keytype, String scheme, String signature) {
            this.keytype = keytype;
            this.scheme = scheme;
            this.signature = signature;
        }
    }

    private TestKey(Kind kind, KeyPair pair) {
        this.kind = kind;
        this.pair = pair;
        json.put("keytype", kind.keytype);
        json.put("scheme", kind.scheme);
        json.put("keyval", Map.of("public", publicText()));
    }

    static TestKey ecdsa() {
        return of(Kind.ECDSA);
    }

    static TestKey of(Kind kind) {
        try {
            return new TestKey(kind, generated(kind));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The same key with one more member in its JSON, and so with another keyid. */
    TestKey with(String member, Object value) {
        var other = new TestKey(kind, pair);
        other.json.put(member, value);
        return other;
    }

    private static KeyPair generated(Kind kind) throws GeneralSecurityException {
        KeyPairGenerator generator =
                switch (kind) {
                    case ED25519 -> KeyPairGenerator.getInstance("Ed25519");
                    case ECDSA -> KeyPairGenerator.getInstance("EC");
                    case RSA -> KeyPairGenerator.getInstance("RSA");
                };
        switch (kind) {
            case ED25519 -> {}
            case ECDSA -> generator.initialize(new ECGenParameterSpec("secp256r1"));
            case RSA ->
                    generator.initialize(
                            new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
        }
        return generator.generateKeyPair();
    }

    private String publicText() {
        byte[] der = pair.getPublic().getEncoded();
        if (kind == Kind.ED25519) {
            return HexFormat.of()
                    .formatHex(Arrays.copyOfRange(der, der.length - ED25519_BYTES, der.length));
        }
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
    }

    Map<String, Object> json() {
        return json;
    }

    String keyid() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(TestJson.canonical(json)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The signature as TUF writes it: hex. */
    String sign(byte[] message) {
        try {
            var signer = Signature.getInstance(kind.signature);
            if (kind == Kind.RSA) {
                signer.setParameter(PSS);
            }
            signer.initSign(pair.getPrivate());
            signer.update(message);
            return HexFormat.of().formatHex(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
