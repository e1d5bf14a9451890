package org.gatereader.verifier.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Project Wycheproof's cases; each test counts what it asserted, so that none is lost unseen. */
class WycheproofTest {
    private static final String ECDSA = "ecdsa_secp256r1_sha256_p1363_test.json";
    private static final String ECDH = "ecdh_secp256r1_ecpoint_test.json";
    private static final String AES_GCM = "aes_gcm_test.json";
    private static final String HKDF = "hkdf_sha256_test.json";

    private static final CryptoModule CRYPTO = new BouncyCastle();

    @Test
    void judgesAll262Signatures() {
        int asserted = 0;
        for (Wycheproof vector : Wycheproof.casesOf(ECDSA)) {
            byte[] point = HexFormat.of().parseHex(vector.groupText("publicKey", "uncompressed"));
            byte[] x = Arrays.copyOfRange(point, 1, 33);
            byte[] y = Arrays.copyOfRange(point, 33, 65);
            byte[] message = vector.bytes("msg");
            byte[] signature = vector.bytes("sig");
            var key = CRYPTO.p256Key(x, y).orElseThrow();
            var compressed = CRYPTO.p256Key(x, (y[31] & 1) == 1).orElseThrow();
            assertEquals(vector.isValid(), key.verifies(message, signature), vector::toString);
            assertEquals(
                    vector.isValid(), compressed.verifies(message, signature), vector::toString);
            asserted++;
        }
        assertEquals(262, asserted);
        assertEquals(262, Wycheproof.statedCountOf(ECDSA));
    }

    @Test
    void agreesOrRefusesInAll355Cases() {
        int agreed = 0;
        int refused = 0;
        int notExpressible = 0;
        for (Wycheproof vector : Wycheproof.casesOf(ECDH)) {
            byte[] point = vector.bytes("public");
            if (point.length != 65 || point[0] != 4) {
                // A compressed or cut point has no x and y to be passed.
                notExpressible++;
                continue;
            }
            var secret =
                    CRYPTO.ecdhP256(
                            P256.bytes(new BigInteger(1, vector.bytes("private"))),
                            Arrays.copyOfRange(point, 1, 33),
                            Arrays.copyOfRange(point, 33, 65));
            assertEquals(vector.isValid(), secret.isPresent(), vector::toString);
            if (secret.isPresent()) {
                assertArrayEquals(vector.bytes("shared"), secret.get(), vector::toString);
                agreed++;
            } else {
                refused++;
            }
        }
        assertEquals(355, agreed + refused + notExpressible);
        assertEquals(330, agreed);
        assertEquals(16, refused);
    }

    @Test
    void opensOrRefusesAll316SealedMessages() {
        int opened = 0;
        int refused = 0;
        int ofOtherSizes = 0;
        for (Wycheproof vector : Wycheproof.casesOf(AES_GCM)) {
            if (vector.groupNumber("ivSize") != 96 || vector.groupNumber("keySize") == 192) {
                assertThrows(IllegalArgumentException.class, () -> open(vector));
                ofOtherSizes++;
                continue;
            }
            Optional<byte[]> message = open(vector);
            assertEquals(vector.isValid(), message.isPresent(), vector::toString);
            if (message.isPresent()) {
                assertArrayEquals(vector.bytes("msg"), message.get(), vector::toString);
                opened++;
            } else {
                refused++;
            }
        }
        assertEquals(316, opened + refused + ofOtherSizes);
        assertEquals(79, opened);
        assertEquals(54, refused);
    }

    @Test
    void derivesOrRefusesAll86Keys() {
        int derived = 0;
        int refused = 0;
        for (Wycheproof vector : Wycheproof.casesOf(HKDF)) {
            if (vector.isValid()) {
                assertArrayEquals(vector.bytes("okm"), derive(vector), vector::toString);
                derived++;
            } else {
                assertThrows(IllegalArgumentException.class, () -> derive(vector));
                refused++;
            }
        }
        assertEquals(83, derived);
        assertEquals(3, refused);
    }

    private static Optional<byte[]> open(Wycheproof vector) {
        byte[] ciphertext = vector.bytes("ct");
        byte[] tag = vector.bytes("tag");
        byte[] sealed = Arrays.copyOf(ciphertext, ciphertext.length + tag.length);
        System.arraycopy(tag, 0, sealed, ciphertext.length, tag.length);
        return CRYPTO.aesGcmOpen(
                vector.bytes("key"), vector.bytes("iv"), vector.bytes("aad"), sealed);
    }

    private static byte[] derive(Wycheproof vector) {
        return CRYPTO.hkdfSha256(
                vector.bytes("ikm"),
                vector.bytes("salt"),
                vector.bytes("info"),
                (int) vector.number("size"));
    }
}
