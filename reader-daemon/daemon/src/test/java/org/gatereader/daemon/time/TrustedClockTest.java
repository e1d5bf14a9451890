package org.gatereader.daemon.time;

import static org.gatereader.daemon.time.ClockBench.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatereader.hal.linux.KernelTime;
import org.gatereader.hal.linux.LinuxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies around the judge: the looks, the time between them, and the ratchet's file. */
class TrustedClockTest {
    private static final SignedTimes SIGNED = new SignedTimes(NOON, ClockBench.WEEK);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir private Path directory;
    private Instant wall = NOON;
    private Duration elapsed = Duration.ofMinutes(2);
    private boolean isSilent;
    private int nonces;

    @Test
    void betweenTwoLooksTimeGoesOnByTheMonotonicClock() throws LinuxException {
        var clock = looked(clock());
        // Somebody sets the kernel's clock: nobody sees it before it was judged.
        wall = wall.minus(Duration.ofDays(1));
        elapsed = elapsed.plusMillis(300);
        assertEquals(NOON.plusMillis(300), clock.time().now());
        assertTrue(clock.time().isTrusted());
        clock.look(SIGNED);
        assertFalse(clock.time().isTrusted());
        assertEquals(ClockCondition.STEPPED_BACK, clock.standing().condition());
    }

    @Test
    void theRatchetOutlivesTheProcess() throws LinuxException {
        var clock = looked(clock());
        pass(MINUTE);
        clock.look(SIGNED);
        clock.close();
        wall = NOON.minus(MINUTE);
        elapsed = Duration.ofSeconds(5);
        assertEquals(ClockCondition.BEHIND, looked(clock()).standing().condition());
    }

    @Test
    void theRatchetIsSavedEveryTenMinutesAndNotMoreOften() throws LinuxException, IOException {
        var clock = looked(clock());
        Files.delete(ratchet());
        pass(Duration.ofMinutes(10).minusMillis(1));
        clock.look(SIGNED);
        assertFalse(Files.exists(ratchet()));
        pass(Duration.ofMillis(1));
        clock.look(SIGNED);
        assertTrue(Files.exists(ratchet()));
    }

    @Test
    void aDamagedRatchetIsToldAndReplaced() throws LinuxException, IOException {
        Files.writeString(ratchet(), "ratchet 2099");
        var clock = clock();
        assertTrue(clock.standing().problem().orElse("").contains("damaged"));
        looked(clock);
        assertEquals(Optional.empty(), clock.standing().problem());
    }

    @Test
    void aRatchetThatCanNotBeSavedIsTold() throws LinuxException, IOException {
        Files.createDirectories(ratchet().resolve("in the way"));
        var clock = looked(clock());
        assertTrue(clock.standing().problem().orElse("").contains("can not be saved"));
        assertTrue(clock.time().isTrusted());
    }

    @Test
    void aKernelThatDoesNotSayIsNotTrusted() throws LinuxException {
        var clock = looked(clock());
        isSilent = true;
        clock.look(SIGNED);
        assertFalse(clock.time().isTrusted());
        assertEquals(ClockCondition.UNREADABLE, clock.standing().condition());
        isSilent = false;
        assertTrue(looked(clock).time().isTrusted());
    }

    @Test
    void aResetIsTakenAtTheNextLookAndItsNonceIsSpent() throws LinuxException {
        var clock = looked(clock());
        String nonce = clock.standing().ratchet().orElseThrow().resetNonce();
        wall = NOON.minus(Duration.ofHours(2));
        assertFalse(looked(clock).time().isTrusted());
        clock.reset(NOON.minus(Duration.ofHours(3)));
        clock.look(new SignedTimes(NOON.minus(Duration.ofHours(4)), ClockBench.WEEK));
        assertTrue(clock.time().isTrusted());
        assertFalse(nonce.equals(clock.standing().ratchet().orElseThrow().resetNonce()));
    }

    /** A start that found the old nonce would take the same statement again. */
    @Test
    void aResetThatCanNotBeSavedIsNotTaken() throws LinuxException, IOException {
        var clock = looked(clock());
        String nonce = clock.standing().ratchet().orElseThrow().resetNonce();
        String saved = Files.readString(ratchet());
        Path inTheWay = ratchet().resolveSibling("ratchet.new");
        Files.createDirectories(inTheWay);
        clock.reset(NOON.minus(Duration.ofHours(3)));
        looked(clock);
        assertTrue(clock.standing().problem().orElse("").startsWith("a reset was not taken"));
        assertEquals(nonce, clock.standing().ratchet().orElseThrow().resetNonce());
        assertEquals(saved, Files.readString(ratchet()));
        Files.delete(inTheWay);
        clock.reset(NOON.minus(Duration.ofHours(3)));
        looked(clock);
        String next = clock.standing().ratchet().orElseThrow().resetNonce();
        assertFalse(next.equals(nonce));
        assertTrue(Files.readString(ratchet()).contains("reset " + next));
    }

    private TrustedClock looked(TrustedClock clock) {
        clock.look(SIGNED);
        return clock;
    }

    private TrustedClock clock() throws LinuxException {
        return new TrustedClock(
                new TrustedClock.Settings(ratchet(), false),
                new TrustedClock.Wires(
                        this::read, () -> elapsed.toNanos(), () -> "%032x".formatted(++nonces)));
    }

    private Path ratchet() {
        return directory.resolve("ratchet");
    }

    private void pass(Duration time) {
        wall = wall.plus(time);
        elapsed = elapsed.plus(time);
    }

    private KernelTime read() throws LinuxException {
        if (isSilent) {
            throw new LinuxException("adjtimex", LinuxException.EPERM);
        }
        return new KernelTime(
                wall,
                new KernelTime.Boot("", elapsed),
                new KernelTime.Sync(true, Duration.ZERO, Duration.ZERO),
                Optional.empty());
    }
}
