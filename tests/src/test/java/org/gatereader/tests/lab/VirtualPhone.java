package org.gatereader.tests.lab;

import java.io.IOException;
import java.util.function.UnaryOperator;

/** A phone in a reader's field, as its host's card emulation, until it is taken away. */
final class VirtualPhone implements AutoCloseable {
    private final CardLink link;
    private final UnaryOperator<byte[]> applet;

    /** Holds a phone to a reader; it answers each command by what {@code applet} says. */
    VirtualPhone(CardLink link, UnaryOperator<byte[]> applet) {
        this.link = link;
        this.applet = applet;
        Thread.ofPlatform().name("phone").daemon().start(this::answer);
    }

    @Override
    public void close() throws IOException {
        link.close();
    }

    private void answer() {
        try {
            while (true) {
                link.answer(applet.apply(link.nextCommand()));
            }
        } catch (IOException _) {
            // Taken out of the field, or the reader is gone: either way nobody asks any more.
        }
    }
}
