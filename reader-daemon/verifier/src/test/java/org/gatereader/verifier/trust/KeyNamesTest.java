package org.gatereader.verifier.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two keys of one issuer never answer to the same kid, whichever way each is written. */
class KeyNamesTest {
    private static final String KID = "\"kid\": \"6d706d31\"";
    private static final String FAULT =
            "kid: expected a kid that no other entry of this iss answers to";

    @ParameterizedTest(name = "6d706d31 and {0}")
    @ValueSource(strings = {"6d706d31", "6D706D31", "mpm1", "bXBtMQ"})
    void refusesTwoKidsThatStandForTheSameBytes(String kid) {
        var files = new TrustFiles().secondEntry(KID, "\"kid\": \"" + kid + "\"");
        assertEquals(List.of("issuers.json:20:10: " + FAULT), files.faults());
    }

    @ParameterizedTest(name = "6d706d31 and {0}")
    @ValueSource(strings = {"6d706d32", "mpm2", "bXBtMg", "6d706d3131", "6d706d"})
    void takesTwoKidsThatStandForDifferentBytes(String kid) {
        var files = new TrustFiles().secondEntry(KID, "\"kid\": \"" + kid + "\"");
        assertEquals(List.of(), files.faults());
    }

    @Test
    void twoIssuersMayUseTheSameKid() {
        var files = new TrustFiles().secondEntry("\"mpm.go.kr\"", "\"seoul.go.kr\"");
        assertEquals(List.of(), files.faults());
    }

    /** Whoever lists the same key for tests and for people has made a mistake. */
    @Test
    void refusesTheSameKidInTwoRealms() {
        var files = new TrustFiles().secondEntry("\"test\"", "\"production\"");
        assertEquals(List.of("issuers.json:20:10: " + FAULT), files.faults());
    }
}
