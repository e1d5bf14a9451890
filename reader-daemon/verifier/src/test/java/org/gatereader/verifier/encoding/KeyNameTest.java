package org.gatereader.verifier.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyNameTest {

    @Test
    void standsForItsUtf8AndForWhatHexAndBase64UrlMakeOfIt() {
        var name = KeyName.of("6D706d31");
        assertTrue(name.standsFor("6D706d31".getBytes(UTF_8)));
        assertTrue(name.standsFor("mpm1".getBytes(UTF_8)));
        assertTrue(name.standsFor(HexFormat.of().parseHex("e83ef4e9ddf5")));
        assertFalse(name.standsFor("mpm2".getBytes(UTF_8)));
        assertFalse(name.standsFor(new byte[0]));
        assertEquals("6D706d31", name.text());
    }

    @Test
    void standsOnlyForItselfWhereItIsNoEncoding() {
        var name = KeyName.of("기관 key.1");
        assertTrue(name.standsFor("기관 key.1".getBytes(UTF_8)));
        assertFalse(name.overlaps(KeyName.of("기관 key.2")));
    }

    @ParameterizedTest
    @CsvSource({"6d706d31, mpm1", "6d706d31, 6D706D31", "bXBtMQ, 6d706d31", "mpm1, bXBtMQ"})
    void overlapsANameThatCouldStandForTheSameBytes(String one, String other) {
        assertTrue(KeyName.of(one).overlaps(KeyName.of(other)));
        assertTrue(KeyName.of(other).overlaps(KeyName.of(one)));
    }

    @ParameterizedTest
    @CsvSource({"6d706d31, mpm2", "bXBtMg, mpm1", "bXBtMR, mpm1"})
    void overlapsNoNameOfOtherBytes(String one, String other) {
        assertFalse(KeyName.of(one).overlaps(KeyName.of(other)));
    }
}
