package org.gatereader.verifier.revocation;

import static org.gatereader.verifier.revocation.Staleness.CLOSED;
import static org.gatereader.verifier.revocation.Staleness.FRESH;
import static org.gatereader.verifier.revocation.Staleness.WARN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RULES, TUF: staff 24 h warn, 48 h degraded, 7 d closed; high security 6, 24 and 48 h. */
class StalenessLadderTest {
    private static final Instant ISSUED = Instant.parse("2030-01-01T00:00:00Z");
    private static final Duration MONTH = Duration.ofDays(31);

    @ParameterizedTest(name = "{0} h")
    @CsvSource({"24, FRESH, WARN", "48, WARN, DEGRADED", "168, DEGRADED, CLOSED"})
    void aStepOfStaffBeginsJustBeyondItsBound(long hours, Staleness on, Staleness beyond) {
        assertStep(StalenessLadder.STAFF, hours, on, beyond);
    }

    @ParameterizedTest(name = "{0} h")
    @CsvSource({"6, FRESH, WARN", "24, WARN, DEGRADED", "48, DEGRADED, CLOSED"})
    void aStepOfHighSecurityBeginsJustBeyondItsBound(long hours, Staleness on, Staleness beyond) {
        assertStep(StalenessLadder.HIGH_SECURITY, hours, on, beyond);
    }

    @Test
    void aListClosesAtItsExpiryHoweverYoungItIs() {
        var list = lasting(Duration.ofHours(30));
        Instant expiry = ISSUED.plus(Duration.ofHours(30));
        assertEquals(WARN, StalenessLadder.STAFF.at(list, expiry.minusNanos(1)));
        assertEquals(CLOSED, StalenessLadder.STAFF.at(list, expiry));
        assertEquals(expiry, StalenessLadder.STAFF.closesAt(list));
    }

    @Test
    void aListThatExpiresBeforeTheWarningIsWarnedOfAtHalfItsLife() {
        var list = lasting(Duration.ofHours(20));
        Instant half = ISSUED.plus(Duration.ofHours(10));
        assertEquals(half, StalenessLadder.STAFF.warnsAt(list));
        assertEquals(FRESH, StalenessLadder.STAFF.at(list, half));
        assertEquals(WARN, StalenessLadder.STAFF.at(list, half.plusNanos(1)));
    }

    /** Nobody is refused for a list's age who could not have been warned of it before. */
    @Test
    void everyListIsWarnedOfBeforeItNarrowsOrCloses() {
        for (Duration lifetime = Duration.ofHours(1);
                lifetime.compareTo(MONTH) <= 0;
                lifetime = lifetime.plusHours(1)) {
            var list = lasting(lifetime);
            Stream.of(StalenessLadder.STAFF, StalenessLadder.HIGH_SECURITY)
                    .forEach(
                            ladder -> {
                                Instant warned = ladder.warnsAt(list).plusNanos(1);
                                assertEquals(WARN, ladder.at(list, warned));
                            });
        }
    }

    @Test
    void aListDatedAheadOfTheClockIsFresh() {
        assertEquals(FRESH, StalenessLadder.STAFF.at(lasting(MONTH), ISSUED.minusSeconds(60)));
    }

    @Test
    void twoLaddersAgreeOnTheShorterOfEachStep() {
        var one = StalenessLadder.ofHours(2, 50, 60);
        var other = StalenessLadder.ofHours(3, 40, 70);
        assertEquals(StalenessLadder.ofHours(2, 40, 60), one.narrowedBy(other));
        assertEquals(StalenessLadder.ofHours(2, 40, 60), other.narrowedBy(one));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 2", "2, 1, 3", "1, 3, 2", "2, 2, 2"})
    void stepsRise(long warn, long degraded, long closed) {
        assertThrows(
                IllegalArgumentException.class,
                () -> StalenessLadder.ofHours(warn, degraded, closed));
    }

    @Test
    void aLadderMayHaveNoStepThatNarrows() {
        var ladder = StalenessLadder.ofHours(1, 2, 2);
        assertEquals(WARN, ladder.at(lasting(MONTH), ISSUED.plus(Duration.ofHours(2))));
        assertEquals(
                CLOSED, ladder.at(lasting(MONTH), ISSUED.plus(Duration.ofHours(2)).plusNanos(1)));
    }

    private static void assertStep(
            StalenessLadder ladder, long hours, Staleness on, Staleness beyond) {
        Instant bound = ISSUED.plus(Duration.ofHours(hours));
        assertEquals(on, ladder.at(lasting(MONTH), bound));
        assertEquals(beyond, ladder.at(lasting(MONTH), bound.plusNanos(1)));
    }

    private static StatusListInfo lasting(Duration lifetime) {
        return new StatusListInfo(
                "https://st.mobileid.go.kr/1",
                ISSUED,
                ISSUED.plus(lifetime),
                new EntryLayout.Packed(2));
    }
}
