package org.gatereader.daemon.display;

import java.util.List;
import java.util.Optional;

/** Says the same on several displays, in the order given: the lamp before the page. */
public final class EveryDisplay implements Display {
    private final List<Display> displays;

    public EveryDisplay(List<Display> displays) {
        this.displays = List.copyOf(displays);
    }

    @Override
    public void show(Sign sign, long nanos) {
        displays.forEach(display -> display.show(sign, nanos));
    }

    @Override
    public void hint(Sign.Words words) {
        displays.forEach(display -> display.hint(words));
    }

    @Override
    public void challenge(String text) {
        displays.forEach(display -> display.challenge(text));
    }

    @Override
    public void runOnce(long nanos) {
        displays.forEach(display -> display.runOnce(nanos));
    }

    /** The first that anything keeps. */
    @Override
    public Optional<String> problem() {
        return displays.stream().flatMap(display -> display.problem().stream()).findFirst();
    }

    @Override
    public void close() {
        displays.forEach(Display::close);
    }
}
