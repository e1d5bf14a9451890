package org.gatereader.hal;

import static org.gatereader.hal.Supervision.News.FAILED;
import static org.gatereader.hal.Supervision.News.NONE;
import static org.gatereader.hal.Supervision.News.OPENED;
import static org.gatereader.hal.Supervision.News.RECOVERED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.gatereader.hal.gpio.SimulatedContact;
import org.junit.jupiter.api.Test;

class SupervisionTest {
    private final HandClock clock = new HandClock();
    private final SimulatedContact contact = SimulatedContact.normallyOpen("exit");
    private final Supervision supervision = new Supervision(contact);

    @Test
    void opensADeviceOnce() {
        assertEquals(OPENED, open());
        assertEquals(NONE, open());
        assertTrue(supervision.isOpen());
    }

    @Test
    void tellsAFailureAndARecoveryOnce() {
        contact.fail();
        assertEquals(FAILED, open());
        clock.advanceMillis(100);
        assertEquals(NONE, open());
        contact.mend();
        clock.advanceMillis(200);
        assertEquals(RECOVERED, open());
    }

    @Test
    void keepsWhatTheDeviceSaidUntilItWorksAgain() {
        contact.fail();
        open();
        assertEquals(Optional.of("exit: can not be read"), supervision.problem());
        contact.mend();
        clock.advanceMillis(100);
        open();
        assertEquals(Optional.empty(), supervision.problem());
    }

    @Test
    void waitsTwiceAsLongEachTimeAndNeverLongerThanFiveSeconds() {
        contact.fail();
        open();
        for (long pause : new long[] {100, 200, 400, 800, 1600, 3200, 5000, 5000}) {
            clock.advanceMillis(pause - 1);
            contact.mend();
            open();
            assertFalse(supervision.isOpen(), "tried before " + pause + " ms were over");
            contact.fail();
            clock.advanceMillis(1);
            open();
        }
    }

    @Test
    void doesNotHammerADeviceThatOpensAndFailsAtItsFirstUse() {
        open();
        int openings = 0;
        for (int millis = 0; millis < 10_000; millis++) {
            if (supervision.isOpen()) {
                supervision.failed(new DeviceException("exit", "broken"), clock.getAsLong());
            }
            clock.advanceMillis(1);
            openings += open() == RECOVERED ? 1 : 0;
        }
        assertTrue(openings <= 7, openings + " openings in ten seconds");
    }

    @Test
    void beginsWithTheShortPauseAgainAfterFiveGoodSeconds() {
        contact.fail();
        open();
        contact.mend();
        clock.advanceMillis(100);
        open();
        clock.advance(Duration.ofSeconds(5));
        supervision.failed(new DeviceException("exit", "broken"), clock.getAsLong());
        clock.advanceMillis(100);
        assertEquals(RECOVERED, open());
    }

    @Test
    void closesADeviceThatFailed() {
        open();
        supervision.failed(new DeviceException("exit", "broken"), clock.getAsLong());
        assertFalse(supervision.isOpen());
    }

    private Supervision.News open() {
        return supervision.openIfDue(clock.getAsLong());
    }
}
