package org.gatereader.daemon.display;

import java.util.Optional;
import java.util.function.Consumer;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.DeviceHealth;
import org.gatereader.hal.Supervision;
import org.gatereader.hal.Supervision.News;
import org.gatereader.hal.gpio.Chime;
import org.gatereader.hal.gpio.Indicator;
import org.gatereader.verifier.decision.GateEvent;

/**
 * Says signs with a lamp and a buzzer. A broken lamp is an event and is reopened; one line that
 * does not follow is an event, and the others go on. The gate goes on without them, for the relay
 * and the other displays still work.
 */
public final class IndicatorDisplay implements Display {
    private final Indicator indicator;
    private final Supervision supervision;
    private final Consumer<GateEvent> events;
    private Sign sign = Sign.STARTING;
    private boolean isToldBroken;

    public IndicatorDisplay(Indicator indicator, Consumer<GateEvent> events) {
        this.indicator = indicator;
        this.supervision = new Supervision(indicator);
        this.events = events;
    }

    @Override
    public void show(Sign newSign, long nanos) {
        sign = newSign;
        light(newSign.chime(), nanos);
        tell();
    }

    @Override
    public void runOnce(long nanos) {
        if (supervision.openIfDue(nanos) == News.OPENED) {
            // The lamp only: whoever was to hear the chime has gone.
            light(Chime.SILENT, nanos);
        }
        if (supervision.isOpen()) {
            carryOn(nanos);
        }
        tell();
    }

    /** How the lamp stands; from any thread. */
    public DeviceHealth health(long nanos) {
        return supervision.health(nanos);
    }

    @Override
    public Optional<String> problem() {
        return supervision.problem().or(indicator::fault);
    }

    @Override
    public void close() {
        supervision.close();
    }

    private void carryOn(long nanos) {
        try {
            indicator.runOnce(nanos);
            supervision.answered(nanos);
        } catch (DeviceException e) {
            supervision.failed(e, nanos);
        }
    }

    private void light(Chime chime, long nanos) {
        if (!supervision.isOpen()) {
            return;
        }
        try {
            indicator.show(sign.lamp(), chime);
        } catch (DeviceException e) {
            supervision.failed(e, nanos);
        }
    }

    /** One event for all that can be wrong with it, and one when nothing is any more. */
    private void tell() {
        boolean isBroken = problem().isPresent();
        if (isBroken != isToldBroken) {
            isToldBroken = isBroken;
            events.accept(
                    GateEvent.of(
                            isBroken
                                    ? GateEvent.Kind.INDICATOR_FAILED
                                    : GateEvent.Kind.INDICATOR_RECOVERED));
        }
    }
}
