package org.gatereader.tests.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A phone in a reader's field, as its host's card emulation, until it is taken away. */
final class VirtualPhone implements AutoCloseable {
    private static final Duration END_MAX = Duration.ofSeconds(10);

    private final CardLink link;
    private final UnaryOperator<byte[]> applet;
    private final Thread thread;

    /** Holds a phone to a reader; it answers each command by what {@code applet} says. */
    VirtualPhone(CardLink link, UnaryOperator<byte[]> applet) {
        this.link = link;
        this.applet = applet;
        thread = Thread.ofPlatform().name("phone").daemon().start(this::answer);
    }

    /** Takes the phone away; the reader is free for the next one. */
    @Override
    public void close() throws IOException {
        link.close();
        try {
            if (!thread.join(END_MAX)) {
                throw new IOException("the reader does not let go of the phone");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
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
