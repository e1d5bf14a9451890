package org.gatereader.tests.lab;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import jdk.net.ExtendedSocketOptions;

/**
 * The field of vsmartcard's virtual reader: whoever is connected to its port is in it. A message is
 * two bytes of length, big-endian, and a command or, where it is one byte long, an order.
 */
final class VpcdLink implements CardLink {
    private static final int PORT = 35_963;

    /** The only order that wants an answer; the others switch the power. */
    private static final int GIVE_ANSWER_TO_RESET = 4;

    /** What a reader of contactless cards makes up for one of ISO 14443-4 (PC/SC part 3). */
    private static final byte[] ANSWER_TO_RESET = {0x3b, (byte) 0x80, (byte) 0x80, 0x01, 0x01};

    private final Socket reader;
    private final DataInputStream commands;
    private final DataOutputStream answers;

    /** Puts the phone into the field. */
    VpcdLink() throws IOException {
        reader = new Socket(InetAddress.getLoopbackAddress(), PORT);
        reader.setTcpNoDelay(true);
        commands = new DataInputStream(reader.getInputStream());
        answers = new DataOutputStream(reader.getOutputStream());
    }

    @Override
    public byte[] nextCommand() throws IOException {
        while (true) {
            byte[] message = receive();
            if (message.length != 1) {
                return message;
            }
            if (message[0] == GIVE_ANSWER_TO_RESET) {
                answer(ANSWER_TO_RESET);
            }
        }
    }

    @Override
    public void answer(byte[] response) throws IOException {
        answers.writeShort(response.length);
        answers.write(response);
        answers.flush();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private byte[] receive() throws IOException {
        hurry();
        byte[] message = new byte[commands.readUnsignedShort()];
        hurry();
        commands.readFully(message);
        return message;
    }

    /** The reader sends length and body apart; unhurried, each command would wait for 40 ms. */
    private void hurry() throws IOException {
        reader.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
    }
}
