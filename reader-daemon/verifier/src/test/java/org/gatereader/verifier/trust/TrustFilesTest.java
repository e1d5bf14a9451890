package org.gatereader.verifier.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * What an admin reads when a file of the trust directory is wrong: {@code file:line:column}, the
 * key, what was expected. Each row of the tables changes one place of two good files.
 */
class TrustFilesTest {
    @Test
    void theFilesThatTheTablesChangeAreGood() {
        assertEquals(List.of(), new TrustFiles().faults());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvFileSource(resources = "issuers-faults.csv", delimiter = '|', quoteCharacter = '`')
    void namesTheFaultOfAnIssuersFile(String found, String replacement, String fault) {
        assertEquals(fault, changed(TrustDirectory.ISSUERS, found, replacement));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvFileSource(resources = "policy-faults.csv", delimiter = '|', quoteCharacter = '`')
    void namesTheFaultOfAPolicy(String found, String replacement, String fault) {
        assertEquals(fault, changed(TrustDirectory.POLICY, found, replacement));
    }

    private static String changed(String file, String found, String replacement) {
        return String.join(" AND ", new TrustFiles().replace(file, found, replacement).faults());
    }
}
