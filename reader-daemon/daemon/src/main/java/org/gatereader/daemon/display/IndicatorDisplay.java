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
 * Says signs with a lamp and a buzzer. A broken lamp is an event and is reopened; the gate goes on
 * without it, for the relay and the other displays still work.
 */
public final class IndicatorDisplay implements Display {
    private final Indicator indicator;
    private final Supervision supervision;
    private final Consumer<GateEvent> events;
    private Sign sign = Sign.STARTING;

    public IndicatorDisplay(Indicator indicator, Consumer<GateEvent> events) {
        this.indicator = indicator;
        this.supervision = new Supervision(indicator);
        this.events = events;
    }

    @Override
    public void show(Sign newSign, long nanos) {
        sign = newSign;
        light(newSign.chime(), nanos);
    }

    @Override
    public void runOnce(long nanos) {
        News news = supervision.openIfDue(nanos);
        report(news);
        if (news == News.OPENED || news == News.RECOVERED) {
            // The lamp only: whoever was to hear the chime has gone.
            light(Chime.SILENT, nanos);
        }
        if (supervision.isOpen()) {
            carryOn(nanos);
        }
    }

    /** How the lamp stands; from any thread. */
    public DeviceHealth health(long nanos) {
        return supervision.health(nanos);
    }

    @Override
    public Optional<String> problem() {
        return supervision.problem();
    }

    @Override
    public void close() {
        supervision.close();
    }

    private void carryOn(long nanos) {
        try {
            indicator.runOnce(nanos);
        } catch (DeviceException e) {
            report(supervision.failed(e, nanos));
        }
    }

    private void light(Chime chime, long nanos) {
        if (!supervision.isOpen()) {
            return;
        }
        try {
            indicator.show(sign.lamp(), chime);
            supervision.answered(nanos);
        } catch (DeviceException e) {
            report(supervision.failed(e, nanos));
        }
    }

    private void report(News news) {
        switch (news) {
            case FAILED -> events.accept(GateEvent.of(GateEvent.Kind.INDICATOR_FAILED));
            case RECOVERED -> events.accept(GateEvent.of(GateEvent.Kind.INDICATOR_RECOVERED));
            case NONE, OPENED, BUS_RESET -> {}
        }
    }
}
