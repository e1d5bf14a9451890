package org.gatereader.tests.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import org.gatereader.demo.wallet.JsonMap;

/** An Ed25519 key of an update repository, made and used by the JDK. */
final class UpdateKey {
    private static final int PUBLIC_BYTES = 32;

    private final KeyPair pair;
    private final JsonMap json;

    private UpdateKey(KeyPair pair) {
        this.pair = pair;
        byte[] der = pair.getPublic().getEncoded();
        byte[] key = Arrays.copyOfRange(der, der.length - PUBLIC_BYTES, der.length);
        json =
                new JsonMap()
                        .put("keytype", "ed25519")
                        .put("keyval", new JsonMap().put("public", hex(key)))
                        .put("scheme", "ed25519");
    }

    static UpdateKey generate() {
        try {
            return new UpdateKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    JsonMap json() {
        return json;
    }

    String keyid() {
        return sha256(json.toLine().getBytes(UTF_8));
    }

    JsonMap sign(byte[] message) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(message);
            return new JsonMap().put("keyid", keyid()).put("sig", hex(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return hex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
