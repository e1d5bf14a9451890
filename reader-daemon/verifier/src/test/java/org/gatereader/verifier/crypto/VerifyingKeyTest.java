package org.gatereader.verifier.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys with which updates are signed, by the standards' examples and by the JDK's signer. */
class VerifyingKeyTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final CryptoModule CRYPTO = new BouncyCastle();
    private static final byte[] MESSAGE = "a message".getBytes(US_ASCII);

    @Test
    void hashesAsFips180SaysAlsoWith512Bits() {
        assertEquals(
                "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
                HEX.formatHex(CRYPTO.sha512("a".getBytes(US_ASCII), "bc".getBytes(US_ASCII))));
    }

    @ParameterizedTest
    @CsvSource({
        // RFC 8032, section 7.1, tests 1 and 2.
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '', "
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72, "
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    })
    void verifiesEd25519AsRfc8032Says(String key, String message, String signature) {
        var verifying = CRYPTO.ed25519Key(HEX.parseHex(key)).orElseThrow();
        byte[] signed = HEX.parseHex(signature);
        assertTrue(verifying.verifies(HEX.parseHex(message), signed));
        assertFalse(verifying.verifies(MESSAGE, signed));
        assertFalse(verifying.verifies(HEX.parseHex(message), Arrays.copyOf(signed, 63)));
        assertFalse(verifying.verifies(HEX.parseHex(message), Arrays.copyOf(signed, 65)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "d75a98",
                // The neutral element, a point of order 2, and one that is not below p.
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void refusesBytesThatAreNoKeyOfEd25519(String key) {
        assertEquals(Optional.empty(), CRYPTO.ed25519Key(HEX.parseHex(key)));
    }

    @Test
    void verifiesWhatTheJdkSignedWithPss() throws GeneralSecurityException {
        var pair = rsa(2048);
        var key = key(pair).orElseThrow();
        byte[] signature = pss(pair, 32);
        assertTrue(key.verifies(MESSAGE, signature));
        assertFalse(key.verifies(new byte[0], signature));
        assertFalse(key.verifies(MESSAGE, Arrays.copyOf(signature, 255)));
        assertFalse(key.verifies(MESSAGE, new byte[256]));
        assertFalse(key.verifies(MESSAGE, pss(pair, 20)));
    }

    @Test
    void refusesASignatureThatIsNotBelowTheModulus() throws GeneralSecurityException {
        var pair = rsa(2048);
        byte[] above = new byte[256];
        Arrays.fill(above, (byte) 0xff);
        assertFalse(key(pair).orElseThrow().verifies(MESSAGE, above));
    }

    @Test
    void refusesAnRsaKeyOutsideOfItsBounds() throws GeneralSecurityException {
        var modulus = ((RSAPublicKey) rsa(2048).getPublic()).getModulus();
        assertEquals(Optional.empty(), key(rsa(1024)));
        for (BigInteger exponent :
                new BigInteger[] {
                    BigInteger.ZERO,
                    BigInteger.ONE,
                    BigInteger.TWO,
                    BigInteger.ONE.shiftLeft(32).add(BigInteger.ONE)
                }) {
            assertEquals(Optional.empty(), CRYPTO.rsaPssKey(modulus, exponent));
        }
        assertEquals(
                Optional.empty(),
                CRYPTO.rsaPssKey(modulus.add(BigInteger.ONE), BigInteger.valueOf(65537)));
    }

    private static KeyPair rsa(int bits) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static Optional<VerifyingKey> key(KeyPair pair) {
        var parts = (RSAPublicKey) pair.getPublic();
        return CRYPTO.rsaPssKey(parts.getModulus(), parts.getPublicExponent());
    }

    private static byte[] pss(KeyPair pair, int saltBytes) throws GeneralSecurityException {
        var signer = Signature.getInstance("RSASSA-PSS");
        signer.setParameter(
                new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, saltBytes, 1));
        signer.initSign(pair.getPrivate());
        signer.update(MESSAGE);
        return signer.sign();
    }
}
