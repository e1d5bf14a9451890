package org.gatereader.verifier.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One public key and nothing beside it. */
class PemTest {
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----\n";
    private static final String END = "\n-----END PUBLIC KEY-----";

    @Test
    void readsTheLinesOfAKey() {
        byte[] key = {1, 2, 3, 4, 5, 6};
        assertArrayEquals(key, Pem.publicKey(BEGIN + "AQID\nBAUG" + END).orElseThrow());
        assertArrayEquals(key, Pem.publicKey(BEGIN + "AQIDBAUG" + END + "\n").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AQID",
                BEGIN + "AQID",
                "AQID" + END,
                "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----",
                BEGIN + "AQI*" + END,
                BEGIN + "AQID" + END + "\n" + BEGIN + "AQID" + END,
                "-----BEGIN PRIVATE KEY-----\nAQID\n-----END PRIVATE KEY-----"
            })
    void refusesEverythingElse(String text) {
        assertTrue(Pem.publicKey(text).isEmpty());
    }
}
