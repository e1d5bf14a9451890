package org.gatereader.hal;

import static org.gatereader.hal.Supervision.News.BUS_RESET;
import static org.gatereader.hal.Supervision.News.FAILED;
import static org.gatereader.hal.Supervision.News.NONE;
import static org.gatereader.hal.Supervision.News.OPENED;
import static org.gatereader.hal.Supervision.News.RECOVERED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatereader.hal.DeviceHealth.Counters;
import org.gatereader.hal.DeviceHealth.State;
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
        assertEquals(OPENED, open());
        assertEquals(RECOVERED, answered());
        assertEquals(NONE, answered());
    }

    @Test
    void aDeviceThatOpensAndNeverAnswersFailsOnceAndDoesNotRecover() {
        List<Supervision.News> told = new ArrayList<>();
        for (int step = 0; step < 100; step++) {
            told.add(open());
            assertFalse(isWorking());
            if (supervision.isOpen()) {
                told.add(supervision.failed(silent(), clock.getAsLong()));
            }
            clock.advance(Duration.ofSeconds(5));
        }
        assertEquals(1, told.stream().filter(FAILED::equals).count());
        assertFalse(told.contains(RECOVERED));
        assertEquals(Optional.of("exit: is silent"), supervision.problem());
        open();
        assertEquals(RECOVERED, answered());
        assertTrue(isWorking());
    }

    @Test
    void aDeviceIsCalledWorkingFromItsFirstAnswerOn() {
        open();
        assertEquals(State.CLOSED, supervision.health(clock.getAsLong()).state());
        assertEquals(NONE, answered());
        assertTrue(isWorking());
    }

    @Test
    void keepsWhatTheDeviceSaidUntilItWorksAgain() {
        contact.fail();
        open();
        assertEquals(Optional.of("exit: can not be read"), supervision.problem());
        contact.mend();
        clock.advanceMillis(100);
        open();
        assertEquals(Optional.of("exit: can not be read"), supervision.problem());
        answered();
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
            openings += open() == OPENED ? 1 : 0;
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
        supervision.answered(clock.getAsLong());
        supervision.failed(new DeviceException("exit", "broken"), clock.getAsLong());
        clock.advanceMillis(100);
        assertEquals(OPENED, open());
    }

    @Test
    void aDeviceThatOpensAndNeverAnswersHasNotStayedWell() {
        var onBus = new Supervision(new OnBus(contact, () -> {}));
        for (int failures = 0; failures < 5; failures++) {
            while (!onBus.isOpen()) {
                onBus.openIfDue(clock.getAsLong());
                clock.advanceMillis(100);
            }
            clock.advance(Duration.ofSeconds(10));
            onBus.failed(silent(), clock.getAsLong());
        }
        clock.advance(Duration.ofSeconds(5));
        assertEquals(BUS_RESET, onBus.openIfDue(clock.getAsLong()));
    }

    @Test
    void closesADeviceThatFailed() {
        open();
        supervision.failed(new DeviceException("exit", "broken"), clock.getAsLong());
        assertFalse(supervision.isOpen());
    }

    @Test
    void resetsTheBusAfterFiveFailuresAndThenEverMoreSeldom() {
        contact.fail();
        List<Long> resetAfterFailures = new ArrayList<>();
        var onBus = new Supervision(new OnBus(contact, () -> {}));
        for (int step = 0; step < 60; step++) {
            if (onBus.openIfDue(clock.getAsLong()) == BUS_RESET) {
                resetAfterFailures.add(failuresOf(onBus));
            }
            clock.advance(Duration.ofSeconds(5));
        }
        assertEquals(List.of(5L, 10L, 20L, 40L), resetAfterFailures);
    }

    @Test
    void opensADeviceNoSoonerThanASecondAfterItsBusWasReset() {
        contact.fail();
        var onBus = new Supervision(new OnBus(contact, contact::mend));
        while (onBus.openIfDue(clock.getAsLong()) != BUS_RESET) {
            clock.advanceMillis(100);
        }
        clock.advanceMillis(999);
        assertEquals(NONE, onBus.openIfDue(clock.getAsLong()));
        clock.advanceMillis(1);
        assertEquals(OPENED, onBus.openIfDue(clock.getAsLong()));
    }

    @Test
    void aBusThatCanNotBeResetIsTheProblemUntilTheNextFailure() {
        contact.fail();
        BusReset forbidden =
                () -> {
                    throw new DeviceException("exit", "its port can not be written");
                };
        var onBus = new Supervision(new OnBus(contact, forbidden));
        while (failuresOf(onBus) < Supervision.FAILURES_BEFORE_RESET) {
            onBus.openIfDue(clock.getAsLong());
            clock.advanceMillis(100);
        }
        clock.advance(Duration.ofSeconds(5));
        assertEquals(NONE, onBus.openIfDue(clock.getAsLong()));
        assertEquals(Optional.of("exit: its port can not be written"), onBus.problem());
        clock.advance(Duration.ofSeconds(1));
        onBus.openIfDue(clock.getAsLong());
        assertEquals(Optional.of("exit: can not be read"), onBus.problem());
    }

    @Test
    void aDeviceWithoutABusIsOpenedForEver() {
        contact.fail();
        for (int step = 0; step < 100; step++) {
            open();
            clock.advance(Duration.ofSeconds(5));
        }
        assertEquals(new Counters(100, 0, 0), supervision.health(clock.getAsLong()).counters());
    }

    @Test
    void countsFailuresReopeningsAndResets() {
        contact.fail();
        var onBus = new Supervision(new OnBus(contact, contact::mend));
        while (onBus.openIfDue(clock.getAsLong()) != OPENED) {
            clock.advanceMillis(100);
        }
        onBus.answered(clock.getAsLong());
        var health = onBus.health(clock.getAsLong());
        assertEquals(new Counters(5, 1, 1), health.counters());
        assertEquals(State.WORKING, health.state());
    }

    @Test
    void tellsHowLongAgoTheDeviceAnsweredAlsoWhileItFails() {
        assertEquals(Optional.empty(), supervision.health(clock.getAsLong()).sinceSign());
        open();
        supervision.answered(clock.getAsLong());
        clock.advanceMillis(2300);
        supervision.failed(new DeviceException("exit", "broken"), clock.getAsLong());
        var health = supervision.health(clock.getAsLong());
        assertEquals(Optional.of(Duration.ofMillis(2300)), health.sinceSign());
        assertEquals(State.FAILED, health.state());
    }

    /** A device, and what carries it. */
    private record OnBus(Device device, BusReset carrier) implements Device {
        @Override
        public String name() {
            return device.name();
        }

        @Override
        public void open() throws DeviceException {
            device.open();
        }

        @Override
        public Optional<BusReset> bus() {
            return Optional.of(carrier);
        }

        @Override
        public void close() {
            device.close();
        }
    }

    private long failuresOf(Supervision any) {
        return any.health(clock.getAsLong()).counters().failures();
    }

    private Supervision.News open() {
        return supervision.openIfDue(clock.getAsLong());
    }

    private Supervision.News answered() {
        return supervision.answered(clock.getAsLong());
    }

    private boolean isWorking() {
        return supervision.health(clock.getAsLong()).state() == State.WORKING;
    }

    private static DeviceException silent() {
        return new DeviceException("exit", "is silent");
    }
}
