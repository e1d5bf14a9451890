package org.gatereader.tests.privacy;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The search of {@link NothingLeaksTest} does find what it looks for. */
class DisguisesTest {
    private static final String PLANTED = "Planted Person 4711";

    static Stream<byte[]> leaks() {
        byte[] value = PLANTED.getBytes(UTF_8);
        return Stream.concat(
                Stream.of(
                        ("log: " + PLANTED + "!").getBytes(UTF_8),
                        ("log: " + PLANTED).getBytes(UTF_16LE),
                        ("id=" + HexFormat.of().formatHex(value)).getBytes(UTF_8),
                        ("id=" + HexFormat.of().withUpperCase().formatHex(value)).getBytes(UTF_8)),
                Stream.of("", "a", "ab", "abc")
                        .map(before -> (before + PLANTED + "tail").getBytes(UTF_8))
                        .map(text -> Base64.getUrlEncoder().encode(text)));
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void findsAPlantedLeakInEveryDisguise(byte[] leak) {
        assertTrue(Disguises.of("name", PLANTED).areIn(leak));
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertFalse(Disguises.of("name", PLANTED).areIn("Planted Person 4712".getBytes(UTF_8)));
    }
}
