package org.gatereader.verifier.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.HexFormat;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Verdict;

/** The one way in which the tests of this package reach the readers' answers. */
final class Expect {
    private Expect() {}

    static CborValue readCbor(String hex) {
        return passed(CborReader.read(HexFormat.of().parseHex(hex)));
    }

    /** Reads, and asserts the value in diagnostic notation. */
    static void assertCbor(String notation, String hex) {
        assertEquals(notation, CborNotation.of(readCbor(hex)), hex);
    }

    static void assertMalformed(String hex) {
        assertRefused(DenyReason.MALFORMED, CborReader.read(HexFormat.of().parseHex(hex)), hex);
    }

    static <T> T passed(Verdict<T> verdict) {
        return switch (verdict) {
            case Verdict.Passed<T>(T value) -> value;
            case Verdict.Refused<T>(DenyReason reason) ->
                    throw new AssertionError("refused with " + reason);
        };
    }

    static void assertRefused(DenyReason reason, Verdict<?> verdict, String input) {
        var refused = assertInstanceOf(Verdict.Refused.class, verdict, input);
        assertEquals(reason, refused.reason(), input);
    }
}
