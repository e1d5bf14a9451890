package org.gatereader.hal.nfc;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A command before it is cut to what the card takes (ISO/IEC 7816-4, section 5.1). A class without
 * {@code toString}: its data may be anything.
 */
public final class CommandApdu {
    /** How long one command and its response may be. */
    public enum Length {
        /** 255 bytes a command and 256 a response; longer ones are chained. */
        SHORT,
        /** 65 535 bytes; only for a card that has said it takes them. */
        EXTENDED
    }

    /** Le: as much as fits (section 5.1). */
    private static final int LE_SHORT_ALL = 0x00;

    private static final int BLOCK_BYTES_MAX = 255;
    private static final int HEADER_BYTES = 4;

    /** CLA bit 5: not the last command of its chain (section 5.1.1.1). */
    private static final int CHAINED = 0x10;

    private final byte[] header;
    private final byte[] data;
    private final Length length;

    /**
     * A command that expects an answer.
     *
     * @param header CLA, INS, P1, P2
     * @param data 1..65 535 bytes
     */
    public CommandApdu(byte[] header, byte[] data, Length length) {
        if (header.length != HEADER_BYTES || data.length == 0 || data.length > 0xffff) {
            throw new IllegalArgumentException("expected 4 bytes of header and 1..65535 of data");
        }
        this.header = header.clone();
        this.data = data.clone();
        this.length = length;
    }

    /**
     * The commands as the card gets them, in their order; only the last one asks for an answer.
     *
     * @param answerBytesMax what an extended command asks for, 1..65 535
     */
    List<byte[]> toBlocks(int answerBytesMax) {
        if (length == Length.EXTENDED) {
            return List.of(extended(answerBytesMax));
        }
        List<byte[]> blocks = new ArrayList<>();
        for (int start = 0; start < data.length; start += BLOCK_BYTES_MAX) {
            int end = Math.min(data.length, start + BLOCK_BYTES_MAX);
            blocks.add(block(start, end));
        }
        return blocks;
    }

    private byte[] block(int start, int end) {
        boolean isLast = end == data.length;
        var block = new ByteArrayOutputStream();
        block.write(isLast ? header[0] : header[0] | CHAINED);
        block.write(header, 1, HEADER_BYTES - 1);
        block.write(end - start);
        block.write(data, start, end - start);
        if (isLast) {
            block.write(LE_SHORT_ALL);
        }
        return block.toByteArray();
    }

    private byte[] extended(int answerBytesMax) {
        var command = new ByteArrayOutputStream();
        command.writeBytes(header);
        command.write(0);
        command.write(data.length >>> 8);
        command.write(data.length);
        command.writeBytes(data);
        command.write(answerBytesMax >>> 8);
        command.write(answerBytesMax);
        return command.toByteArray();
    }
}
