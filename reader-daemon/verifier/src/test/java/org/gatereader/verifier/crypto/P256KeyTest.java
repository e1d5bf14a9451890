package org.gatereader.verifier.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class P256KeyTest {
    private static final CryptoModule CRYPTO = new BouncyCastle();
    private static final byte[] X = HexFormat.of().parseHex(P256.X);
    private static final byte[] Y = HexFormat.of().parseHex(P256.Y);
    private static final P256Key KEY = CRYPTO.p256Key(X, Y).orElseThrow();

    // RFC 6979, appendix A.2.5, SHA-256: "sample" happens to have a high s, "test" a low one.
    private static final byte[] SAMPLE = "sample".getBytes(US_ASCII);
    private static final BigInteger SAMPLE_R =
            number("efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716");
    private static final BigInteger SAMPLE_S =
            number("f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8");
    private static final byte[] TEST = "test".getBytes(US_ASCII);
    private static final BigInteger TEST_R =
            number("f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367");
    private static final BigInteger TEST_S =
            number("019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083");

    @Test
    void verifiesASignatureWithALowAndWithAHighS() {
        assertTrue(KEY.verifies(SAMPLE, signature(SAMPLE_R, SAMPLE_S)));
        assertTrue(KEY.verifies(SAMPLE, signature(SAMPLE_R, P256.N.subtract(SAMPLE_S))));
        assertTrue(KEY.verifies(TEST, signature(TEST_R, TEST_S)));
        assertTrue(KEY.verifies(TEST, signature(TEST_R, P256.N.subtract(TEST_S))));
    }

    @Test
    void verifiesTheSameEveryTime() {
        // The kept key changes its tables as it is used.
        for (int i = 0; i < 100; i++) {
            assertTrue(KEY.verifies(SAMPLE, signature(SAMPLE_R, SAMPLE_S)));
            assertFalse(KEY.verifies(TEST, signature(SAMPLE_R, SAMPLE_S)));
        }
    }

    @Test
    void aKeptKeyVerifiesTheSame() {
        P256Key kept = CRYPTO.p256Key(X, Y).orElseThrow().kept();
        assertTrue(kept.verifies(SAMPLE, signature(SAMPLE_R, SAMPLE_S)));
        assertTrue(kept.verifies(TEST, signature(TEST_R, TEST_S)));
        assertFalse(kept.verifies(TEST, signature(SAMPLE_R, SAMPLE_S)));
    }

    @Test
    void refusesEverySingleBitFlipped() {
        byte[] signature = signature(SAMPLE_R, SAMPLE_S);
        for (int bit = 0; bit < signature.length * Byte.SIZE; bit++) {
            signature[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertFalse(KEY.verifies(SAMPLE, signature), "bit " + bit);
            signature[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        }
    }

    @Test
    void refusesROrSOfZeroOrNOrAbove() {
        BigInteger highest = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
        for (BigInteger wrong :
                new BigInteger[] {
                    BigInteger.ZERO, P256.N, P256.N.add(BigInteger.ONE), P256.P, highest
                }) {
            assertFalse(KEY.verifies(SAMPLE, signature(wrong, SAMPLE_S)));
            assertFalse(KEY.verifies(SAMPLE, signature(SAMPLE_R, wrong)));
            assertFalse(KEY.verifies(SAMPLE, signature(wrong, wrong)));
        }
    }

    @Test
    void refusesASignatureOfAnyOtherLength() {
        byte[] signature = signature(SAMPLE_R, SAMPLE_S);
        assertFalse(KEY.verifies(SAMPLE, new byte[0]));
        assertFalse(KEY.verifies(SAMPLE, Arrays.copyOf(signature, 63)));
        assertFalse(KEY.verifies(SAMPLE, Arrays.copyOf(signature, 65)));
    }

    @Test
    void takesACompressedKeyForTheSameKey() {
        var compressed = CRYPTO.p256Key(X, true).orElseThrow();
        var mirrored = CRYPTO.p256Key(X, false).orElseThrow();
        assertTrue(compressed.verifies(SAMPLE, signature(SAMPLE_R, SAMPLE_S)));
        assertFalse(mirrored.verifies(SAMPLE, signature(SAMPLE_R, SAMPLE_S)));
    }

    @Test
    void refusesAPointBesideTheCurve() {
        byte[] beside = Y.clone();
        beside[31] ^= 1;
        assertTrue(CRYPTO.p256Key(X, beside).isEmpty());
        assertTrue(CRYPTO.p256Key(Y, X).isEmpty());
        assertTrue(CRYPTO.p256Key(new byte[32], new byte[32]).isEmpty());
    }

    @Test
    void refusesACoordinateOfPOrAbove() {
        // x = 0 is on the curve with y = √b; x = p would be the same point written otherwise.
        BigInteger root = P256.B.modPow(P256.P.add(BigInteger.ONE).shiftRight(2), P256.P);
        byte[] zero = new byte[32];
        byte[] prime = P256.bytes(P256.P);
        assertTrue(CRYPTO.p256Key(zero, P256.bytes(root)).isPresent());
        assertTrue(CRYPTO.p256Key(prime, P256.bytes(root)).isEmpty());
        assertTrue(CRYPTO.p256Key(zero, root.testBit(0)).isPresent());
        assertTrue(CRYPTO.p256Key(prime, root.testBit(0)).isEmpty());
    }

    @Test
    void refusesAnXThatNoPointHas() {
        int present = 0;
        for (int x = 0; x < 100; x++) {
            byte[] coordinate = P256.bytes(BigInteger.valueOf(x));
            boolean isPresent = CRYPTO.p256Key(coordinate, true).isPresent();
            present += isPresent ? 1 : 0;
            assertTrue(isPresent == CRYPTO.p256Key(coordinate, false).isPresent());
        }
        assertTrue(present > 30 && present < 70, "about half of all x");
    }

    @Test
    void refusesACoordinateOfAnyOtherLength() {
        for (int length : new int[] {0, 1, 31, 33, 64}) {
            byte[] longer = new byte[length];
            System.arraycopy(X, 0, longer, Math.max(0, length - 32), Math.min(length, 32));
            assertTrue(CRYPTO.p256Key(longer, Y).isEmpty());
            assertTrue(CRYPTO.p256Key(X, longer).isEmpty());
            assertTrue(CRYPTO.p256Key(longer, true).isEmpty());
        }
    }

    @Test
    void hasTheThumbprintOfItsJwk() {
        // RFC 7638, section 3.2: required members only, in lexicographic order, no white space.
        String jwk =
                "{\"crv\":\"P-256\",\"kty\":\"EC\","
                        + "\"x\":\"YP7UuiVanTHJYet0xjVtaMBJuJI7Yfps5mliLmDyn7Y\","
                        + "\"y\":\"eQP-EAi4vJmkGunpVii8ZPLxsgwtfp9Rd6PClNRGIpk\"}";
        byte[] digest = CRYPTO.sha256(jwk.getBytes(US_ASCII));
        String expected = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        assertEquals(expected, KEY.thumbprint());
        assertEquals(expected, CRYPTO.p256Key(X, true).orElseThrow().thumbprint());
    }

    private static byte[] signature(BigInteger r, BigInteger s) {
        byte[] signature = Arrays.copyOf(P256.bytes(r), P256Key.SIGNATURE_BYTES);
        System.arraycopy(P256.bytes(s), 0, signature, 32, 32);
        return signature;
    }

    private static BigInteger number(String hex) {
        return new BigInteger(hex, 16);
    }
}
