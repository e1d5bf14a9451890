package org.gatereader.verifier.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.encoding.Scalar;
import org.gatereader.verifier.verdict.Lane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A site can only narrow what the nation admits (RULES, TUF). */
class NationalPolicyTest {
    private static final Instant NOON = Instant.parse("2030-01-01T03:00:00Z");
    private static final String PLACE = "\"site\": \"seoul\", \"zone\": \"Asia/Seoul\"";

    @ParameterizedTest
    @CsvSource({
        "p1-qr, p1-qr, P1_QR",
        "p1-qr, p1-qr-challenge, P1_QR_CHALLENGE",
        "p1-qr-challenge, p1-qr, P1_QR_CHALLENGE",
        "p1-qr-challenge, p1-qr-challenge, P1_QR_CHALLENGE",
        "p1-tap, p1-tap, P1_TAP",
        "p1-qr, p2-qr, ",
        "p1-tap, p1-qr-challenge, "
    })
    void aLaneIsOpenWhereBothOpenItAndDemandsWhatEitherDemands(
            String nation, String site, Lane open) {
        var both = both(lanes(nation), PLACE + "," + lanes(site));
        assertEquals(open == null ? Set.of() : Set.of(open), both.lanes());
    }

    @Test
    void whatOnlyOneOfThemAdmitsIsNotAdmitted() {
        var both =
                both(
                        lanes("p1-qr") + ", \"types\": [\"a\", \"b\"], \"classes\": [1, 2]",
                        PLACE + "," + lanes("p1-qr") + ", \"types\": [\"b\", \"c\"]");
        assertEquals(
                List.of(false, true, false),
                List.of("a", "b", "c").stream().map(both.admission().types()::admits).toList());
        assertTrue(both.admission().classes().admits(2L));
        assertFalse(both.admission().classes().admits(3L));
        assertTrue(both.admission().issuers().admits("anybody"));
    }

    @Test
    void aClaimThatEitherRequiresIsRequiredWithTheValuesOfBoth() {
        var both =
                both(
                        lanes("p1-qr") + ", \"requiredClaims\": {\"a\": [1, 2], \"b\": [1]}",
                        PLACE
                                + ","
                                + lanes("p1-qr")
                                + ", \"requiredClaims\": {\"a\": [2, 3], \"c\": [3]}");
        Set<Scalar> one = Set.of(new Scalar.Whole(1));
        Set<Scalar> two = Set.of(new Scalar.Whole(2));
        Set<Scalar> three = Set.of(new Scalar.Whole(3));
        assertEquals(Map.of("a", two, "b", one, "c", three), both.requiredClaims());
    }

    @Test
    void anExemptionNeedsBothAndALadderIsAsShortAsEither() {
        String ladder =
                ", \"statusExempt\": [\"%s\", \"x\"], \"staleness\": {\"ladders\": [{\"warnHours\":"
                        + " %d, \"degradedHours\": %d, \"closedHours\": 48}]}";
        var both =
                both(
                        lanes("p1-qr") + ladder.formatted("a", 6, 24),
                        PLACE + "," + lanes("p1-qr") + ladder.formatted("b", 12, 12));
        assertEquals(Set.of("x"), both.admission().status().exempt());
        var shorter = both.admission().status().staleness().ladder();
        assertEquals(Duration.ofHours(6), shorter.warn());
        assertEquals(Duration.ofHours(12), shorter.degraded());
    }

    @Test
    void peopleAreAdmittedInTheHoursOfBothInTheZoneOfTheSite() {
        String hours = ", \"hours\": [{\"days\": [\"tue\"], \"from\": \"%s\", \"until\": \"%s\"}]";
        var both =
                both(
                        lanes("p1-qr") + hours.formatted("07:00", "12:01"),
                        PLACE + "," + lanes("p1-qr") + hours.formatted("12:00", "22:00"));
        assertTrue(both.place().isOpenAt(NOON));
        assertFalse(both.place().isOpenAt(NOON.minusSeconds(1)));
        assertFalse(both.place().isOpenAt(NOON.plusSeconds(60)));
    }

    @Test
    void theNationSpeaksOfNoPlaceAndASiteOnlyOfItself() {
        var faults = faults(PLACE + "," + lanes("p1-qr"), PLACE + "," + lanes("p1-qr"));
        assertTrue(faults.getFirst().startsWith("policy.json:1:2: site: expected one of "));
        var wrong = "\"site\": \"busan\", \"zone\": \"Asia/Seoul\"," + lanes("p1-qr");
        assertEquals(
                List.of("site/seoul/policy.json: site: expected seoul"),
                faults(lanes("p1-qr"), wrong));
    }

    private static String lanes(String lane) {
        return "\"lanes\": [\"" + lane + "\"]";
    }

    private static SitePolicy both(String nation, String site) {
        var whole = assertInstanceOf(TrustReading.Whole.class, read(nation, site));
        return whole.content().asProduction().orElseThrow().policy();
    }

    private static List<String> faults(String nation, String site) {
        var faulty = assertInstanceOf(TrustReading.Faulty.class, read(nation, site));
        return faulty.faults().stream().map(TrustFault::toString).toList();
    }

    private static TrustReading read(String nation, String site) {
        var files =
                Map.of(
                        "issuers.json", "[]".getBytes(UTF_8),
                        "policy.json", ("{" + nation + "}").getBytes(UTF_8),
                        "site/seoul/policy.json", ("{" + site + "}").getBytes(UTF_8));
        return new TrustDirectory(new BouncyCastle(), NOON, Optional.empty())
                .readSigned(files, "seoul");
    }
}
