package org.gatereader.verifier.trust.tuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of section 4.5, and what lies just beside them. */
class PathPatternTest {
    @ParameterizedTest
    @CsvSource({
        "targets/*.tgz, targets/foo.tgz, true",
        "targets/*.tgz, targets/bar.tgz, true",
        "targets/*.tgz, targets/foo.txt, false",
        "foo-version-?.tgz, foo-version-2.tgz, true",
        "foo-version-?.tgz, foo-version-alpha.tgz, false",
        "*.tgz, foo.tgz, true",
        "*.tgz, targets/foo.tgz, false",
        "foo.tgz, foo.tgz, true",
        "foo.tgz, foo.tgz2, false",
        "*, '', true",
        "?, '', false",
        "?, /, false",
        "*, /, false",
        "*/*, /, true",
        "a*b*c, a-b-b-c, true",
        "a*b*c, a-c-b, false",
        "**, anything, true",
        "[a], a, false",
        "[a], [a], true",
        "FOO, foo, false"
    })
    void matchesAsAShellDoes(String pattern, String path, boolean matches) {
        assertEquals(matches, new PathPattern(pattern).matches(path));
    }

    @Test
    void givesUpInTimeOnAPatternMadeToTakeLong() {
        String path = "a".repeat(2_000);
        assertFalse(new PathPattern("*a".repeat(500) + "b").matches(path));
        assertTrue(new PathPattern("*a".repeat(500) + "*").matches(path));
    }
}
