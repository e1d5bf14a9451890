package org.gatereader.demo.wallet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
    private static final byte[] MESSAGE = "present".getBytes(StandardCharsets.US_ASCII);

    @Test
    void signsSoThatTheJdkAgrees() throws GeneralSecurityException {
        var key = SigningKey.generate();
        byte[] signature = key.sign(MESSAGE);
        assertEquals(64, signature.length);
        assertTrue(verifies(key, signature));
    }

    @Test
    void makesTheTwinOfASignatureThatIsAsValid() throws GeneralSecurityException {
        var key = SigningKey.generate();
        byte[] signature = key.sign(MESSAGE);
        byte[] twin = SigningKey.twin(signature);
        assertFalse(Arrays.equals(signature, twin));
        assertTrue(verifies(key, twin));
        assertArrayEquals(signature, SigningKey.twin(twin));
    }

    /** Whoever changes a demo key changes the list of refused thumbprints with it. */
    @Test
    void listsForEachDemoKeyItsThumbprintAndAPairThatBelongsTogether() throws Exception {
        for (String name : DemoKeys.names()) {
            var key = DemoKeys.named(name);
            assertTrue(demoKeysFile().contains(key.thumbprint() + " " + name + " "), name);
            assertTrue(verifies(key, key.sign(MESSAGE)), name);
        }
    }

    @Test
    void derivesEachDemoKeyFromItsName() {
        for (String name : DemoKeys.names()) {
            String constant = "gate-reader public demo key: " + name;
            byte[] digest = SigningKey.sha256(constant.getBytes(StandardCharsets.UTF_8));
            assertArrayEquals(digest, DemoKeys.named(name).scalar(), name);
        }
    }

    private static String demoKeysFile() throws Exception {
        try (var file = DemoKeys.class.getResourceAsStream("demo-keys.txt")) {
            assertTrue(file != null);
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static boolean verifies(SigningKey key, byte[] signature)
            throws GeneralSecurityException {
        var curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        var point = new ECPoint(new BigInteger(1, key.x()), new BigInteger(1, key.y()));
        var parameters = curve.getParameterSpec(ECParameterSpec.class);
        var publicKey =
                KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, parameters));
        var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(publicKey);
        verifier.update(MESSAGE);
        return verifier.verify(signature);
    }
}
