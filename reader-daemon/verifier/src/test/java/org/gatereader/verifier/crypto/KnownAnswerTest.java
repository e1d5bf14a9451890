package org.gatereader.verifier.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples that the standards themselves give. */
class KnownAnswerTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final CryptoModule CRYPTO = new BouncyCastle();

    @ParameterizedTest
    @CsvSource({
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq, "
                + "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    })
    void hashesAsFips180Says(String message, String hash) {
        assertEquals(hash, HEX.formatHex(CRYPTO.sha256(ascii(message))));
    }

    @Test
    void hashesPartsAsIfTheyWereOne() {
        assertEquals(
                HEX.formatHex(CRYPTO.sha256(ascii("abc"))),
                HEX.formatHex(CRYPTO.sha256(ascii("a"), ascii(""), ascii("bc"))));
    }

    @ParameterizedTest
    @CsvSource({
        // RFC 4231, test cases 1, 2, 3 and 6 (a key longer than a block).
        "0b, 20, 4869205468657265, "
                + "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "4a656665, 1, 7768617420646f2079612077616e7420666f72206e6f7468696e673f, "
                + "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "aa, 20, ddddddddddddddddddddddddddddddddddddddddddddddddd"
                + "ddddddddddddddddddddddddddddddddddddddddddddddddddd, "
                + "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
        "aa, 131, 54657374205573696e67204c6172676572205468616e20426c6f636b2d53"
                + "697a65204b6579202d2048617368204b6579204669727374, "
                + "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    })
    void authenticatesAsRfc4231Says(String key, int times, String data, String code) {
        byte[] whole = HEX.parseHex(data);
        byte[] head = {whole[0]};
        byte[] rest = HEX.parseHex(data.substring(2));
        byte[] keyBytes = HEX.parseHex(key.repeat(times));
        assertEquals(code, HEX.formatHex(CRYPTO.hmacSha256(keyBytes, whole)));
        assertEquals(code, HEX.formatHex(CRYPTO.hmacSha256(keyBytes, head, rest)));
    }

    @Test
    void derivesAsRfc5869Says() {
        // Appendix A.1 and A.3 (no salt, no info).
        byte[] inputKey = HEX.parseHex("0b".repeat(22));
        assertEquals(
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
                        + "34007208d5b887185865",
                HEX.formatHex(
                        CRYPTO.hkdfSha256(
                                inputKey,
                                HEX.parseHex("000102030405060708090a0b0c"),
                                HEX.parseHex("f0f1f2f3f4f5f6f7f8f9"),
                                42)));
        assertEquals(
                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
                        + "9d201395faa4b61a96c8",
                HEX.formatHex(CRYPTO.hkdfSha256(inputKey, new byte[0], new byte[0], 42)));
    }

    @Test
    void derivesUpTo8160BytesAndNotOneMore() {
        byte[] none = {};
        assertEquals(1, CRYPTO.hkdfSha256(none, none, none, 1).length);
        assertEquals(8160, CRYPTO.hkdfSha256(none, none, none, 8160).length);
        assertThrows(
                IllegalArgumentException.class, () -> CRYPTO.hkdfSha256(none, none, none, 8161));
        assertThrows(IllegalArgumentException.class, () -> CRYPTO.hkdfSha256(none, none, none, 0));
    }

    @Test
    void agreesAsRfc5903Says() {
        // Section 8.1: both sides come to the same x coordinate.
        String secret = "d6840f6b42f6edafd13116e0e12565202fef8e9ece7dce03812464d04b9442de";
        assertEquals(
                secret,
                agreed(
                        "c88f01f510d9ac3f70a292daa2316de544e9aab8afe84049c62a9c57862d1433",
                        "d12dfb5289c8d4f81208b70270398c342296970a0bccb74c736fc7554494bf63",
                        "56fbf3ca366cc23e8157854c13c58d6aac23f046ada30f8353e74f33039872ab"));
        assertEquals(
                secret,
                agreed(
                        "c6ef9c5d78ae012a011164acb397ce2088685d8f06bf9be0b283ab46476bee53",
                        "dad0b65394221cf9b051e1feca5787d098dfe637fc90b9ef945d0c3772581180",
                        "5271a0461cdb8252d61f1c456fa3e59ab1f45b33accf5f58389e0577b8990bb3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
                "01",
                "000000000000000000000000000000000000000000000000000000000000000001"
            })
    void takesNoPrivateScalarOutsideItsRange(String scalar) {
        byte[] x = HEX.parseHex(P256.X);
        byte[] y = HEX.parseHex(P256.Y);
        assertThrows(
                IllegalArgumentException.class, () -> CRYPTO.ecdhP256(HEX.parseHex(scalar), x, y));
    }

    @Test
    void opensWhatTheGcmSpecificationSealed() {
        // McGrew and Viega, test case 16: AES-256, 96-bit nonce, additional data.
        byte[] key = HEX.parseHex("feffe9928665731c6d6a8f9467308308".repeat(2));
        byte[] nonce = HEX.parseHex("cafebabefacedbaddecaf888");
        byte[] additional = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] sealed =
                HEX.parseHex(
                        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                                + "76fc6ece0f4e1768cddf8853bb2d551b");
        assertEquals(
                "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                        + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
                CRYPTO.aesGcmOpen(key, nonce, additional, sealed)
                        .map(HEX::formatHex)
                        .orElseThrow());
        for (int at = 0; at < sealed.length; at++) {
            sealed[at] ^= 1;
            assertTrue(CRYPTO.aesGcmOpen(key, nonce, additional, sealed).isEmpty());
            sealed[at] ^= 1;
        }
        assertTrue(CRYPTO.aesGcmOpen(key, nonce, new byte[0], sealed).isEmpty());
    }

    @Test
    void opensATagAloneAndNothingShorter() {
        // The same paper, test case 13: nothing sealed under a key of zeros.
        byte[] tag = HEX.parseHex("530f8afbc74536b9a963b4f1c4cb738b");
        byte[] zeros = new byte[32];
        byte[] nonce = new byte[12];
        byte[] cut = HEX.parseHex("530f8afbc74536b9a963b4f1c4cb73");
        assertEquals(
                Optional.of(0),
                CRYPTO.aesGcmOpen(zeros, nonce, new byte[0], tag).map(opened -> opened.length));
        assertTrue(CRYPTO.aesGcmOpen(zeros, nonce, new byte[0], cut).isEmpty());
        assertTrue(CRYPTO.aesGcmOpen(zeros, nonce, new byte[0], new byte[0]).isEmpty());
    }

    @Test
    void takesNoKeyOrNonceOfAnotherLength() {
        byte[] sealed = new byte[16];
        for (int wrong : new int[] {0, 15, 17, 24, 31, 33}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> CRYPTO.aesGcmOpen(new byte[wrong], new byte[12], sealed, sealed));
        }
        for (int wrong : new int[] {0, 11, 13, 16}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> CRYPTO.aesGcmOpen(new byte[16], new byte[wrong], sealed, sealed));
        }
    }

    @Test
    void namesTheVersionThatTheBuildResolves() throws IOException {
        String pom = Files.readString(Path.of("../../pom.xml"));
        String version = CRYPTO.name().substring("BouncyCastle bcprov ".length());
        assertTrue(
                pom.contains("<bouncycastle.version>" + version + "</bouncycastle.version>"),
                version);
    }

    private static String agreed(String scalar, String peerX, String peerY) {
        return CRYPTO.ecdhP256(HEX.parseHex(scalar), HEX.parseHex(peerX), HEX.parseHex(peerY))
                .map(HEX::formatHex)
                .orElseThrow();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
