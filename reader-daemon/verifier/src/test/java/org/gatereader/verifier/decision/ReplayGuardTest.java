package org.gatereader.verifier.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.crypto.SaltedHash;
import org.gatereader.verifier.decision.ReplayGuard.Entry;
import org.junit.jupiter.api.Test;

/** RULES, Replay: what a guard remembers, for how long, and what its floor makes up for. */
class ReplayGuardTest {
    private static final Instant NOON = Instant.parse("2030-01-01T03:00:00Z");
    private static final Duration U = Duration.ofMillis(500);

    /** Monotonic time may begin anywhere, and pass from the greatest long to the least. */
    private static final long START = Long.MAX_VALUE - 10;

    private final ReplayGuard guard =
            new ReplayGuard(new BouncyCastle(), new byte[16], 3, Instant.MIN);

    @Test
    void remembersAPresentationUntilItsTimeHasCome() {
        assertTrue(remember(1, 100));
        assertFalse(guard.remember(hash(1), entry(1, 200), nanos(99)));
        assertEquals(1, guard.size());
    }

    @Test
    void forgetsAPresentationWhenItsTimeHasComeAndRaisesTheFloorToIt() {
        remember(1, 100);
        assertEquals(Instant.MIN, floorAt(99));
        assertEquals(NOON.plusSeconds(1), floorAt(100));
        assertEquals(0, guard.size());
    }

    @Test
    void forgetsAllWhoseTimeHasComeAndNoOther() {
        remember(1, 100);
        remember(2, 200);
        remember(3, 300);
        floorAt(200);
        assertEquals(1, guard.size());
        assertFalse(guard.remember(hash(3), entry(3, 300), nanos(200)));
    }

    @Test
    void dropsTheOldestWhenItIsFullAndRaisesTheFloorToIt() {
        remember(1, 100);
        remember(2, 100);
        remember(3, 100);
        assertEquals(Instant.MIN, guard.floor());
        assertTrue(remember(4, 100));
        assertEquals(3, guard.size());
        assertEquals(NOON.plusSeconds(1), guard.floor());
        assertFalse(remember(2, 100));
    }

    /** Nobody has to ask for the floor first. */
    @Test
    void forgetsWhatExpiredBeforeItRemembers() {
        remember(1, 100);
        assertTrue(guard.remember(hash(1), entry(1, 200), nanos(100)));
        assertEquals(NOON.plusSeconds(1), guard.floor());
    }

    @Test
    void theFloorNeverFalls() {
        remember(9, 100);
        remember(1, 200);
        assertEquals(NOON.plusSeconds(9), floorAt(100));
        assertEquals(NOON.plusSeconds(9), floorAt(200));
    }

    /** It is as fresh as its challenge, and may be dated a year ahead. */
    @Test
    void aChallengedPresentationNeverRaisesTheFloor() {
        guard.remember(hash(1), new Entry(Optional.empty(), nanos(100)), START);
        assertEquals(Instant.MIN, floorAt(100));
        assertEquals(0, guard.size());
    }

    @Test
    void withoutAFloorNoOneWayPresentationIsLateEnough() {
        assertEquals(Instant.MAX, unready().floor());
    }

    @Test
    void theFloorLies5SecondsAndUBehindTheMomentOfReadiness() {
        var fresh = unready();
        fresh.ready(new TrustedTime(NOON, U, true), Instant.MIN);
        assertEquals(NOON.plusMillis(5500), fresh.floor());
    }

    @Test
    void theFloorLiesBehindTheNewestSignedTimeIfThatIsLater() {
        var fresh = unready();
        fresh.ready(new TrustedTime(NOON, U, true), NOON.plusSeconds(60));
        assertEquals(NOON.plusMillis(65_500), fresh.floor());
    }

    @Test
    void theNewestSignedTimeDoesNotCountWhereTheClockIsLater() {
        var fresh = unready();
        fresh.ready(new TrustedTime(NOON, U, true), NOON.minusSeconds(60));
        assertEquals(NOON.plusMillis(5500), fresh.floor());
    }

    @Test
    void anUntrustedClockSetsNoFloor() {
        var fresh = unready();
        fresh.ready(TrustedTime.untrusted(NOON), Instant.MIN);
        assertEquals(Instant.MAX, fresh.floor());
    }

    @Test
    void becomingReadyAgainRaisesTheFloorAndNeverLowersIt() {
        var fresh = unready();
        fresh.ready(new TrustedTime(NOON, U, true), Instant.MIN);
        fresh.ready(new TrustedTime(NOON.plusSeconds(60), U, true), Instant.MIN);
        assertEquals(NOON.plusMillis(65_500), fresh.floor());
        fresh.ready(new TrustedTime(NOON, U, true), Instant.MIN);
        assertEquals(NOON.plusMillis(65_500), fresh.floor());
    }

    @Test
    void hasRoomForADaysVisitors() {
        var fresh = unready();
        for (int i = 0; i < ReplayGuard.CAPACITY; i++) {
            fresh.remember(hash(i), entry(i, 100), START);
        }
        assertEquals(Instant.MAX, fresh.floor());
        assertEquals(65_536, fresh.size());
    }

    private boolean remember(int number, long forgetAfterNanos) {
        return guard.remember(hash(number), entry(number, forgetAfterNanos), START);
    }

    /** Signed so many seconds after noon. */
    private static Entry entry(int number, long forgetAfterNanos) {
        return new Entry(Optional.of(NOON.plusSeconds(number)), nanos(forgetAfterNanos));
    }

    private Instant floorAt(long afterNanos) {
        return guard.floorAt(nanos(afterNanos));
    }

    private static long nanos(long afterStart) {
        return START + afterStart;
    }

    private static SaltedHash hash(int number) {
        return new SaltedHash(0, number);
    }

    private static ReplayGuard unready() {
        return new ReplayGuard(new BouncyCastle(), new byte[16]);
    }
}
