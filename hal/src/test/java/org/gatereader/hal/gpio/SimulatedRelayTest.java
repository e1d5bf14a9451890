package org.gatereader.hal.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.HandClock;
import org.gatereader.hal.gpio.SimulatedRelay.Edge;
import org.gatereader.hal.gpio.SimulatedRelay.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedRelayTest {
    private final HandClock clock = new HandClock();
    private final SimulatedRelay relay = new SimulatedRelay("relay", clock);

    @BeforeEach
    void open() throws DeviceException {
        relay.open();
    }

    @Test
    void keepsEveryEdgeWithItsTime() throws DeviceException {
        long engagedAt = relay.engage();
        clock.advanceMillis(500);
        relay.release();
        assertEquals(
                List.of(new Edge(true, engagedAt), new Edge(false, clock.getAsLong())),
                relay.edges());
    }

    @Test
    void makesNoEdgeWhereNothingChanges() throws DeviceException {
        relay.release();
        relay.engage();
        relay.engage();
        assertEquals(1, relay.edgeCount());
    }

    @Test
    void letsGoWhenClosed() throws DeviceException {
        relay.engage();
        relay.close();
        assertFalse(relay.isContactClosed());
    }

    @Test
    void staysAsItIsWhenClosedOnABoardThatKeepsTheLevel() throws DeviceException {
        relay.engage();
        relay.suffer(Fault.KEPT_LEVEL);
        relay.close();
        assertTrue(relay.isContactClosed());
        relay.open();
        assertFalse(relay.isContactClosed());
    }

    @Test
    void keepsTheNewestEdgesAndCountsTheOthers() throws DeviceException {
        for (int pulse = 0; pulse < 3000; pulse++) {
            clock.advanceMillis(1);
            relay.engage();
            relay.release();
        }
        assertEquals(4096, relay.edges().size());
        assertEquals(6000, relay.edgeCount());
        assertEquals(clock.getAsLong(), relay.edges().getLast().atNanos());
    }

    @Test
    void failsToEngageAsTold() {
        relay.suffer(Fault.ENGAGE);
        assertThrows(DeviceException.class, relay::engage);
        assertFalse(relay.isContactClosed());
    }

    @Test
    void failsToReleaseAsToldAndStillLetsGoWhenClosed() throws DeviceException {
        relay.engage();
        relay.suffer(Fault.RELEASE);
        assertThrows(DeviceException.class, relay::release);
        assertTrue(relay.isContactClosed());
        relay.close();
        assertFalse(relay.isContactClosed());
    }

    @Test
    void failsToReadBackAsTold() {
        relay.suffer(Fault.READ_BACK);
        assertThrows(DeviceException.class, relay::isEngaged);
    }

    @Test
    void doesNotOpenWithAWeldedContact() throws DeviceException {
        relay.engage();
        relay.suffer(Fault.STUCK);
        relay.release();
        assertTrue(relay.isEngaged());
        assertThrows(DeviceException.class, relay::open);
    }

    @Test
    void takesNoOrderBeforeItIsOpened() {
        var unopened = new SimulatedRelay("relay", clock);
        assertThrows(DeviceException.class, unopened::engage);
        assertThrows(DeviceException.class, unopened::isEngaged);
    }
}
