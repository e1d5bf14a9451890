package org.gatereader.daemon.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gatereader.daemon.control.wire.ClockReport;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.State;
import org.gatereader.daemon.control.wire.TrustReport;
import org.gatereader.daemon.control.wire.TrustReport.Age;
import org.gatereader.daemon.control.wire.TrustReport.Canary;
import org.gatereader.daemon.control.wire.TrustReport.StatusList;
import org.gatereader.verifier.credential.TrustedTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gate says of its clock, its lists and its certificate, judged for a technician. */
class ReportProbesTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    @Test
    void tellsWhyTheClockIsTrustedAndHowFar() {
        Finding found = clock(true, "SYNCHRONISED", Optional.empty());
        assertEquals(State.PASS, found.state());
        assertEquals("trusted, kernel: SYNCHRONISED, ± 500 ms", found.measured());
    }

    @Test
    void tellsWhyTheClockIsNotTrusted() {
        Finding found = clock(false, "NEVER_SYNCHRONISED", Optional.empty());
        assertEquals(State.FAIL, found.state());
        assertEquals("CLOCK_UNTRUSTED, kernel: NEVER_SYNCHRONISED", found.measured());
    }

    @Test
    void warnsOfARatchetThatCanNotBeKept() {
        Finding found = clock(true, "SYNCHRONISED", Optional.of("begun anew"));
        assertEquals(State.WARN, found.state());
        assertEquals(Remedy.CLOCK_MEMORY.words(), found.advice());
    }

    /** The ladder is the site's own (RULES, TUF), and not a number of hours that is ours. */
    @ParameterizedTest
    @CsvSource({
        "fresh, PASS",
        "fresh warn, WARN",
        "warn degraded, WARN",
        "degraded closed fresh, FAIL",
    })
    void judgesListsByTheSitesLadder(String steps, State state) {
        assertEquals(state, revocation(Canary.OK, steps.split(" ", -1)).state());
    }

    @Test
    void failsWhereAnotherListServesThanTheOneThatWasLoaded() {
        Finding found = revocation(Canary.WRONG, "fresh");
        assertEquals(State.FAIL, found.state());
        assertEquals(Remedy.CANARY_WRONG.words(), found.advice());
    }

    @Test
    void skipsTheAgeOfListsThatAreNotThere() {
        assertEquals(State.SKIP, revocation(Canary.NONE).state());
    }

    @ParameterizedTest
    @CsvSource({
        "2030-01-01T12:00:00Z, FAIL",
        "2030-01-01T12:00:01Z, WARN",
        "2030-01-04T11:59:59Z, WARN",
        "2030-01-04T12:00:00Z, PASS",
    })
    void judgesTheGatesCertificateByItsLastDays(Instant end, State state) {
        assertEquals(state, proof(Optional.of(end), trusted()).state());
    }

    @Test
    void judgesNoCertificateThatIsNotThereAndNoneByAClockThatCanNotTell() {
        assertEquals(State.SKIP, proof(Optional.empty(), trusted()).state());
        assertEquals(State.SKIP, proof(Optional.of(NOON), TrustedTime.untrusted(NOON)).state());
    }

    private static Finding clock(boolean isTrusted, String condition, Optional<String> problem) {
        var belief = new ClockReport.Belief(isTrusted, condition, Duration.ofMillis(500));
        var memory = new ClockReport.Memory(NOON, "nonce", problem);
        var report = new ClockReport(NOON, Duration.ofHours(1), belief, Optional.of(memory));
        return new ClockProbe(() -> report, "kernel").judge();
    }

    private static Finding revocation(Canary canary, String... steps) {
        List<StatusList> lists =
                Arrays.stream(steps)
                        .map(step -> new Age(NOON, NOON, Duration.ofHours(1), step))
                        .map(age -> statusList(age, canary))
                        .toList();
        var serving = new TrustReport.Serving(1, lists, List.of(), List.of());
        var report =
                new TrustReport(TrustReport.Source.PLAIN, serving, List.of(), Optional.empty());
        return new RevocationProbe(() -> report).judge();
    }

    private static Finding proof(Optional<Instant> end, TrustedTime time) {
        return new ProofProbe(() -> end, () -> time).judge();
    }

    private static TrustedTime trusted() {
        return new TrustedTime(NOON, TrustedTime.UNCERTAINTY_MIN, true);
    }

    private static StatusList statusList(Age age, Canary canary) {
        var content = new TrustReport.Content(10, canary);
        return new StatusList("https://a.example/1", age, content, List.of());
    }
}
