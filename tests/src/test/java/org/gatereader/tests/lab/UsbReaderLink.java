package org.gatereader.tests.lab;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * The slot of QEMU's USB reader, which Linux sees as any CCID reader and can lose as one. A message
 * is its kind, a reader's number and its length, each four bytes, big-endian, and its content
 * (libcacard, vscard_common.h).
 */
final class UsbReaderLink implements CardLink {
    private static final int INIT = 1;
    private static final int READER_ADD = 3;
    private static final int ANSWER_TO_RESET = 5;
    private static final int CARD_REMOVE = 6;
    private static final int APDU = 7;
    private static final int FLUSH = 8;
    private static final int FLUSHED = 9;

    /** "VSCD", version 0.0.2, no capabilities. */
    private static final byte[] GREETING = {'V', 'S', 'C', 'D', 0, 0, 0, 2, 0, 0, 0, 0};

    /** The shortest that there is; QEMU's reader speaks T=0. */
    private static final byte[] SHORTEST_RESET = {0x3b, 0x00};

    private static final int BYTES_MAX = 65_536;

    private final RandomAccessFile port;
    private volatile boolean isOver;

    /**
     * Puts the phone into the slot.
     *
     * @param port the machine's serial port that leads to it
     */
    UsbReaderLink(Path port) throws IOException {
        this.port = new RandomAccessFile(port.toFile(), "rw");
        send(INIT, GREETING);
        send(READER_ADD, new byte[0]);
        send(ANSWER_TO_RESET, SHORTEST_RESET);
    }

    @Override
    public byte[] nextCommand() throws IOException {
        while (true) {
            int kind = port.readInt();
            port.readInt();
            int length = port.readInt();
            if (length < 0 || length > BYTES_MAX) {
                throw new IOException("a message of " + length + " bytes");
            }
            byte[] content = new byte[length];
            port.readFully(content);
            if (isOver) {
                leave();
            }
            if (kind == APDU) {
                return content;
            }
            if (kind == FLUSH) {
                send(FLUSHED, new byte[0]);
            }
        }
    }

    @Override
    public void answer(byte[] response) throws IOException {
        send(APDU, response);
    }

    @Override
    public synchronized void close() throws IOException {
        isOver = true;
        send(CARD_REMOVE, new byte[0]);
        // Whoever waits for a command holds the port open; a greeting is answered, and wakes them.
        send(INIT, GREETING);
    }

    private synchronized void leave() throws IOException {
        port.close();
        throw new EOFException("the phone was taken away");
    }

    private synchronized void send(int kind, byte[] content) throws IOException {
        var message = ByteBuffer.allocate(3 * Integer.BYTES + content.length);
        message.putInt(kind).putInt(0).putInt(content.length).put(content);
        port.write(message.array());
    }
}
