package org.gatereader.daemon.time;

import static org.gatereader.daemon.time.ClockBench.NOON;
import static org.gatereader.daemon.time.ClockCondition.AHEAD;
import static org.gatereader.daemon.time.ClockCondition.BEHIND;
import static org.gatereader.daemon.time.ClockCondition.DRIFTED;
import static org.gatereader.daemon.time.ClockCondition.HOLDOVER;
import static org.gatereader.daemon.time.ClockCondition.NEVER_SYNCHRONISED;
import static org.gatereader.daemon.time.ClockCondition.STEPPED_BACK;
import static org.gatereader.daemon.time.ClockCondition.STEPPED_FORWARD;
import static org.gatereader.daemon.time.ClockCondition.SYNCHRONISED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.gatereader.daemon.time.Upkeep.Crystal;
import org.junit.jupiter.api.Test;

/** RULES, Clock: what is believed, what is not, and each bound just inside and just outside. */
class ClockJudgeTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aClockThatNobodyHasKeptSinceTheStartIsNotTrusted() {
        assertCondition(NEVER_SYNCHRONISED, new ClockBench().look(SECOND));
    }

    @Test
    void aKeptClockIsTrustedToHalfASecond() {
        var bench = new ClockBench().kept();
        assertCondition(SYNCHRONISED, bench);
        assertEquals(Duration.ofMillis(500), bench.time().uncertainty());
    }

    @Test
    void aClockThatNobodyKeepsAnyMoreServesUntilItMayBe10SecondsOff() {
        var bench = new ClockBench().kept().unkept();
        bench.signedAt(NOON.plus(HOUR));
        assertCondition(HOLDOVER, bench.look(Duration.ofSeconds(190_000)));
        assertEquals(Duration.ofSeconds(10), bench.time().uncertainty());
        assertCondition(DRIFTED, bench.look(SECOND));
    }

    @Test
    void aCompensatedBatteryClockServesOnWhereACrystalEnds() {
        var bench = new ClockBench(Crystal.COMPENSATED).withBattery().kept().unkept();
        bench.drifting(40).signedAt(NOON.plus(Duration.ofDays(5)));
        for (int hour = 0; hour < 150; hour++) {
            bench.look(HOUR);
        }
        assertCondition(HOLDOVER, bench);
        assertTrue(bench.error().compareTo(bench.time().uncertainty()) <= 0);
        assertTrue(bench.time().uncertainty().compareTo(Duration.ofSeconds(3)) < 0);
    }

    @Test
    void aStepBackOfTwoSecondsIsBorneAndOneMoreMillisecondIsNot() {
        var bench = new ClockBench().kept();
        assertCondition(SYNCHRONISED, bench.stepped(Duration.ofSeconds(-2)).look(SECOND));
        var other = new ClockBench().kept();
        assertCondition(STEPPED_BACK, other.stepped(Duration.ofMillis(-2001)).look(SECOND));
    }

    @Test
    void aStepBackIsOverWhenNoInstantIsLivedThroughTwice() {
        var bench = new ClockBench().kept().stepped(Duration.ofMinutes(-10)).look(SECOND);
        assertCondition(STEPPED_BACK, bench);
        assertCondition(STEPPED_BACK, bench.look(Duration.ofSeconds(599)));
        assertCondition(SYNCHRONISED, bench.look(SECOND));
    }

    @Test
    void manySmallStepsBackAreSeenAsOne() {
        var bench = new ClockBench().kept();
        bench.stepped(Duration.ofMillis(-1500)).look(SECOND);
        assertCondition(SYNCHRONISED, bench);
        bench.stepped(Duration.ofMillis(-1500)).look(SECOND);
        assertCondition(STEPPED_BACK, bench);
    }

    @Test
    void aStepForwardOf60SecondsIsBorneAndOneMoreIsNot() {
        var bench = new ClockBench().kept();
        assertCondition(SYNCHRONISED, bench.stepped(MINUTE).look(SECOND));
        var other = new ClockBench().kept();
        assertCondition(STEPPED_FORWARD, other.stepped(MINUTE.plusMillis(1)).look(SECOND));
    }

    @Test
    void manySmallStepsForwardAreSeenAsOne() {
        var bench = new ClockBench().kept();
        bench.stepped(Duration.ofSeconds(40)).look(SECOND);
        bench.stepped(Duration.ofSeconds(40)).look(SECOND);
        assertCondition(STEPPED_FORWARD, bench);
    }

    @Test
    void aStepForwardIsBelievedOnceASignedTimeSaysTheSame() {
        var bench = new ClockBench().kept().stepped(HOUR).look(SECOND);
        assertCondition(STEPPED_FORWARD, bench);
        bench.signedAt(NOON.plus(Duration.ofMinutes(50))).look(SECOND);
        assertCondition(STEPPED_FORWARD, bench);
        bench.signedAt(NOON.plus(HOUR).plusSeconds(10)).look(SECOND);
        assertCondition(SYNCHRONISED, bench);
    }

    @Test
    void aStepForwardThatIsUndoneIsForgotten() {
        var bench = new ClockBench().kept().stepped(HOUR).look(SECOND);
        assertCondition(SYNCHRONISED, bench.stepped(HOUR.negated()).look(SECOND));
    }

    /** Restarting the process is no way to have a step believed. */
    @Test
    void aStepIsSeenOverARestartOfTheProcess() {
        var forward = new ClockBench().kept().stepped(HOUR).restarted();
        assertCondition(STEPPED_FORWARD, forward);
        var back = new ClockBench().kept().stepped(HOUR.negated()).restarted();
        assertCondition(STEPPED_BACK, back);
    }

    @Test
    void aClockIsFollowedOverARestartOfTheProcessWithoutATimeService() {
        var bench = new ClockBench().kept().unkept().look(HOUR).restarted();
        assertCondition(HOLDOVER, bench);
        assertEquals(680, bench.time().uncertainty().toMillis());
    }

    @Test
    void aClockThatStandsIn1970IsNotTrustedUntilItIsKept() {
        var bench = new ClockBench().kept().rebooted(HOUR, Instant.EPOCH.plusSeconds(20));
        assertCondition(BEHIND, bench);
        assertCondition(SYNCHRONISED, bench.kept());
    }

    @Test
    void aTimeServiceThatSetsTheClockBeforeTheRatchetIsNotBelieved() {
        var bench = new ClockBench().kept().look(HOUR);
        Instant ratchet = bench.ratchet().at();
        bench.rebooted(MINUTE, ratchet.minusSeconds(30)).keptAsItIs();
        assertCondition(BEHIND, bench);
        assertEquals(ratchet, bench.ratchet().at());
        assertFalse(bench.time().now().isBefore(ratchet));
    }

    @Test
    void aClockFarBeyondTheNewestSignedTimeIsNotTrusted() {
        var bench = new ClockBench().signedAt(NOON.minus(ClockBench.WEEK).plus(SECOND));
        assertCondition(SYNCHRONISED, bench.kept());
        assertCondition(AHEAD, bench.look(SECOND));
        assertCondition(SYNCHRONISED, bench.signedAt(NOON).look(SECOND));
    }

    /** Or a gate that was started in 2099 would refuse everybody for ever. */
    @Test
    void aClockThatIsFarAheadMovesNoRatchetAndClosesNoList() {
        Instant far = Instant.parse("2099-01-01T00:00:00Z");
        var bench = new ClockBench().kept().rebooted(HOUR, far);
        assertCondition(AHEAD, bench);
        assertTrue(bench.time().now().isBefore(NOON.plus(HOUR).plus(HOUR)), "the earliest time");
        assertTrue(bench.ratchet().at().isBefore(NOON.plus(HOUR)));
        assertCondition(SYNCHRONISED, bench.kept());
    }

    @Test
    void anIssuersClockMayRunAMinuteAhead() {
        var bench = new ClockBench().kept().signedAt(NOON.plusSeconds(62)).look(SECOND);
        assertCondition(SYNCHRONISED, bench);
        assertCondition(BEHIND, bench.signedAt(NOON.plusSeconds(64)).look(SECOND));
    }

    @Test
    void theRatchetAdvancesWhileTheClockIsKeptAndAgreesWithSignedTimes() {
        var bench = new ClockBench().kept().look(HOUR);
        assertEquals(bench.truth(), bench.ratchet().at());
        Instant kept = bench.truth();
        assertEquals(kept, bench.unkept().look(HOUR).ratchet().at());
    }

    @Test
    void withoutASignedTimeTheRatchetStands() {
        var bench = new ClockBench().signedAt(Instant.EPOCH).kept().look(HOUR);
        assertCondition(SYNCHRONISED, bench);
        assertEquals(Instant.EPOCH, bench.ratchet().at());
    }

    @Test
    void withoutTrustTheTimeIsTheEarliestThatItCanBe() {
        var bench = new ClockBench().kept().rebooted(HOUR, Instant.EPOCH).look(HOUR);
        Instant earliest = NOON.plus(HOUR);
        assertFalse(bench.time().now().isBefore(earliest), bench.time().toString());
        assertTrue(bench.time().now().isBefore(bench.truth()), bench.time().toString());
    }

    @Test
    void aBatteryClockCarriesOnOverAPowerCut() {
        var bench = new ClockBench().withBattery().kept().rebooted(HOUR, Instant.EPOCH);
        assertCondition(HOLDOVER, bench);
        assertTrue(bench.error().compareTo(bench.time().uncertainty().plus(SECOND)) < 0);
    }

    @Test
    void aBatteryClockThatLostItsPowerDoesNot() {
        var bench = new ClockBench().withBattery().kept().batteryAt(Instant.EPOCH);
        assertCondition(BEHIND, bench.rebooted(HOUR, Instant.EPOCH));
    }

    @Test
    void aClockThatIsFarOffIsFreeToBeSetOnceAfterAStart() {
        var bench = new ClockBench().withBattery().kept().batteryAt(NOON.plusSeconds(10));
        bench.rebooted(HOUR, Instant.EPOCH);
        assertCondition(SYNCHRONISED, bench.kept());
    }

    @Test
    void aResetLowersTheRatchetAndForgetsSteps() {
        var bench = new ClockBench().kept().stepped(Duration.ofDays(-1)).look(SECOND);
        assertCondition(STEPPED_BACK, bench);
        Instant agreed = NOON.minus(Duration.ofDays(2));
        bench.signedAt(agreed.minus(HOUR));
        bench.reset(agreed);
        assertCondition(SYNCHRONISED, bench.look(SECOND));
        assertEquals(agreed, bench.ratchet().at());
        assertEquals("11".repeat(16), bench.ratchet().resetNonce());
    }

    @Test
    void aResetOverrulesASignedTimeThatLiesBeyondIt() {
        Instant wrong = Instant.parse("2035-01-01T00:00:00Z");
        var bench = new ClockBench().kept().signedAt(wrong).look(SECOND);
        assertCondition(BEHIND, bench);
        bench.reset(NOON);
        assertCondition(SYNCHRONISED, bench.look(SECOND));
        assertCondition(SYNCHRONISED, bench.restarted());
    }

    private static void assertCondition(ClockCondition expected, ClockBench bench) {
        assertEquals(expected, bench.condition());
        assertEquals(expected.isTrusted(), bench.time().isTrusted());
    }
}
