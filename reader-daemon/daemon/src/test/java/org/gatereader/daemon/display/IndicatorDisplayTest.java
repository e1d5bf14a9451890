package org.gatereader.daemon.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatereader.hal.gpio.Chime;
import org.gatereader.hal.gpio.Lamp;
import org.gatereader.hal.gpio.SimulatedIndicator;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.decision.GateEvent.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IndicatorDisplayTest {
    private final List<GateEvent> events = new ArrayList<>();
    private final SimulatedIndicator indicator = new SimulatedIndicator("lamp", this::nanos);
    private final IndicatorDisplay display = new IndicatorDisplay(indicator, events::add);
    private long nanos;

    @BeforeEach
    void open() {
        display.runOnce(nanos);
    }

    @Test
    void lightsTheLampAndSoundsTheChime() {
        display.show(Sign.PASS, nanos);
        var last = indicator.shown().getLast();
        assertEquals(Sign.PASS.lamp(), last.lamp());
        assertEquals(Sign.PASS.chime(), last.chime());
    }

    @Test
    void tellsABrokenLampOnceAndItsRecoveryOnce() {
        indicator.fail();
        display.show(Sign.PASS, nanos);
        display.show(Sign.READY, nanos);
        after(Duration.ofSeconds(1));
        indicator.mend();
        after(Duration.ofSeconds(5));
        assertEquals(
                List.of(
                        GateEvent.of(Kind.INDICATOR_FAILED),
                        GateEvent.of(Kind.INDICATOR_RECOVERED)),
                events);
    }

    @Test
    void noticesALampThatBreaksWhileNothingNewIsShown() {
        indicator.fail();
        after(Duration.ofMillis(10));
        assertEquals(List.of(GateEvent.of(Kind.INDICATOR_FAILED)), events);
    }

    @Test
    void aPartThatDoesNotFollowIsToldOnceAndTheOthersAreStillLit() {
        indicator.lose("buzzer");
        after(Duration.ofMillis(10));
        display.show(Sign.PASS, nanos);
        assertEquals(
                Optional.of("lamp: expected the line of buzzer on, read off"), display.problem());
        assertEquals(Sign.PASS.lamp(), indicator.lamp());
        assertEquals(List.of(GateEvent.of(Kind.INDICATOR_FAILED)), events);
        indicator.mend();
        after(Duration.ofMillis(10));
        assertEquals(GateEvent.of(Kind.INDICATOR_RECOVERED), events.getLast());
    }

    @Test
    void showsASilentLampWhenItIsWellAgain() {
        indicator.fail();
        display.show(Sign.OUT_OF_SERVICE, nanos);
        indicator.mend();
        after(Duration.ofSeconds(1));
        var last = indicator.shown().getLast();
        assertEquals(Sign.OUT_OF_SERVICE.lamp(), last.lamp());
        assertEquals(Chime.SILENT, last.chime());
    }

    @Test
    void lightsWhatWasSaidBeforeItWasOpen() {
        var later = new SimulatedIndicator("lamp", this::nanos);
        var laterDisplay = new IndicatorDisplay(later, events::add);
        laterDisplay.show(Sign.READY, nanos);
        laterDisplay.runOnce(nanos);
        assertEquals(Sign.READY.lamp(), later.lamp());
    }

    @Test
    void goesDarkWhenItIsClosed() {
        display.show(Sign.PASS, nanos);
        display.close();
        assertEquals(Lamp.DARK, indicator.lamp());
    }

    @Test
    void everyDisplayIsTold() {
        List<Sign> page = new ArrayList<>();
        var both = new EveryDisplay(List.of(display, (sign, atNanos) -> page.add(sign)));
        both.show(Sign.SEE_STAFF, nanos);
        assertEquals(List.of(Sign.SEE_STAFF), page);
        assertEquals(Sign.SEE_STAFF.lamp(), indicator.lamp());
        both.close();
        assertEquals(Lamp.DARK, indicator.lamp());
    }

    @Test
    void everyDisplayMendsItself() {
        var unopened = new SimulatedIndicator("lamp", this::nanos);
        var every = new EveryDisplay(List.of(new IndicatorDisplay(unopened, events::add)));
        var board = new SignBoard(every, Duration.ofSeconds(2));
        board.rest(Sign.READY, nanos);
        board.runOnce(nanos);
        assertEquals(Sign.READY.lamp(), unopened.lamp());
    }

    private void after(Duration duration) {
        nanos += duration.toNanos();
        display.runOnce(nanos);
    }

    private long nanos() {
        return nanos;
    }
}
