package org.gatereader.tests.lab;

import java.io.IOException;

/** How a phone that is played here reaches a reader: commands in, answers out. */
interface CardLink extends AutoCloseable {
    /**
     * Waits for the reader's next command; orders of the reader itself are answered in between.
     *
     * @throws IOException if the phone was taken out of the field, or the reader is gone
     */
    byte[] nextCommand() throws IOException;

    void answer(byte[] response) throws IOException;

    /** Takes the phone out of the field. */
    @Override
    void close() throws IOException;
}
