package org.gatereader.daemon.time;

import static org.gatereader.daemon.time.ClockBench.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Half a year of what befalls an honest clock, drawn from a seed: no false alarm, and whenever the
 * clock is trusted the true time lies within u.
 */
class ClockMonthsTest {
    private static final int DAYS = 180;
    private static final Duration TURN = Duration.ofMinutes(1);

    private Random random = new Random(0);
    private ClockBench bench = new ClockBench();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void halfAYearOfAnHonestClockRaisesNoAlarm(long seed) {
        random = new Random(seed);
        bench = seed % 2 == 0 ? new ClockBench().withBattery() : new ClockBench();
        bench.drifting(100 * random.nextDouble() - 50).signedAt(NOON).kept();
        Instant end = NOON.plus(Duration.ofDays(DAYS));
        while (bench.truth().isBefore(end)) {
            serve(60 + random.nextInt(3 * 24 * 60), "in service");
            switch (random.nextInt(7)) {
                case 0 -> withoutATimeService();
                case 1 -> suspended();
                case 2 -> leapSecond();
                case 3 -> restarted();
                case 4 -> rebooted();
                case 5 -> slewed();
                default -> elsewhere();
            }
            bench.kept();
            assertHonest("kept again");
        }
    }

    /** What a signature says moves no clock back over years either. */
    @Test
    void theRatchetNeverFallsOverHalfAYear() {
        Instant before = bench.signedAt(NOON).kept().ratchet().at();
        for (int day = 0; day < DAYS; day++) {
            bench.signedAt(bench.truth()).look(Duration.ofDays(1));
            Instant after = bench.ratchet().at();
            assertTrue(after.isAfter(before), after.toString());
            before = after;
        }
    }

    private void serve(int minutes, String what) {
        for (int minute = 0; minute < minutes; minute++) {
            if (minute % 60 == 0) {
                bench.signedAt(bench.truth());
            }
            bench.look(TURN);
            assertHonest(what);
            assertEquals(ClockCondition.SYNCHRONISED, bench.condition(), what);
        }
    }

    /** The centre is down, too: nothing new is signed. */
    private void withoutATimeService() {
        bench.unkept();
        int minutes = random.nextInt(50 * 60);
        for (int minute = 0; minute < minutes; minute++) {
            bench.look(TURN);
            assertHonest("without a time service");
            assertEquals(ClockCondition.HOLDOVER, bench.condition());
        }
    }

    private void suspended() {
        bench.unkept().look(Duration.ofMinutes(random.nextInt(600)));
        assertHonest("suspended");
        assertTrue(bench.time().isTrusted());
    }

    private void leapSecond() {
        bench.stepped(Duration.ofSeconds(random.nextBoolean() ? -1 : 1)).look(TURN);
        assertTrue(bench.time().isTrusted());
    }

    private void restarted() {
        bench.unkept().restarted();
        assertHonest("restarted");
        assertTrue(bench.time().isTrusted());
    }

    /** Without a battery the clock stands wherever it stands, and is not trusted until kept. */
    private void rebooted() {
        Instant anywhere = random.nextBoolean() ? Instant.EPOCH : bench.truth();
        bench.rebooted(Duration.ofMinutes(1 + random.nextInt(24 * 60)), anywhere);
        assertHonest("rebooted");
    }

    /** A time service brings the clock back at the quickest rate that it has. */
    private void slewed() {
        for (int minute = 0; minute < 60; minute++) {
            bench.stepped(TURN.multipliedBy(500).dividedBy(1_000_000)).look(TURN);
            assertTrue(bench.time().isTrusted(), "slewed");
        }
    }

    /** All time here is UTC: wherever the machine thinks it is, it is the same time. */
    private void elsewhere() {
        TimeZone home = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(random.nextBoolean() ? "Asia/Seoul" : "UTC"));
            bench.look(TURN);
            assertHonest("elsewhere");
            assertEquals(ClockCondition.SYNCHRONISED, bench.condition());
        } finally {
            TimeZone.setDefault(home);
        }
    }

    private void assertHonest(String what) {
        if (bench.time().isTrusted()) {
            Duration most = bench.time().uncertainty();
            assertTrue(bench.error().compareTo(most) <= 0, what + ": " + bench.error());
        }
    }
}
