package org.gatereader.verifier.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What belongs to the self-check never stands beside what can open a gate. */
class TrustContentTest {
    private static final String ISSUER = "\"mpm.go.kr\"";
    private static final String SELF_TEST_ISSUER = "\"selftest.invalid\"";

    @ParameterizedTest
    @ValueSource(strings = {"production", "demo", "test"})
    void everyOtherRealmCanServe(String realm) {
        var content = of(realm).content();
        assertTrue(content.asProduction().isPresent());
        assertFalse(content.asSelfTest().isPresent());
        assertEquals(
                Set.of(TrustRealm.labelled(realm).orElseThrow()),
                content.asProduction().orElseThrow().realms());
    }

    @Test
    void theSelfTestRealmServesTheSelfCheckAlone() {
        var content = of("selftest").content();
        assertFalse(content.asProduction().isPresent());
        assertTrue(content.asSelfTest().isPresent());
    }

    @Test
    void theSelfTestIssuerIsRefusedInWhateverRealm() {
        var content = of("production").replace("issuers.json", ISSUER, SELF_TEST_ISSUER).content();
        assertFalse(content.asProduction().isPresent());
        assertTrue(content.asSelfTest().isPresent());
    }

    @Test
    void oneSelfTestEntryAmongOthersIsRefusedByBoth() {
        var content = of("production").secondEntry(ISSUER, SELF_TEST_ISSUER).content();
        assertFalse(content.asProduction().isPresent());
        assertFalse(content.asSelfTest().isPresent());
    }

    @Test
    void aGateThatTrustsNobodyServesAndAdmitsNobody() {
        var content = new TrustFiles().put("issuers.json", "[]").content();
        assertEquals(List.of(), content.asProduction().orElseThrow().issuerKeys());
    }

    private static TrustFiles of(String realm) {
        return new TrustFiles().replace("issuers.json", "\"test\"", '"' + realm + '"');
    }
}
