package org.gatereader.hal.nfc;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.gatereader.hal.DeviceException;

/**
 * Carries a command of any length to a card and its whole answer back: command chaining, response
 * chaining by 61xx, or extended length (ISO/IEC 7816-4, section 5). Whatever the card does, it is
 * bounded: in bytes, in responses and in time.
 */
public final class ApduTransport {
    private static final int SW_BYTES = 2;
    private static final int SW_DONE = 0x9000;
    private static final int SW1_MORE = 0x61;

    /** A card that gives less than this a response plays for time: 640 bytes take three. */
    private static final int RESPONSES_MAX = 16;

    /** GET RESPONSE; the number of bytes that the card announced follows. */
    private static final byte[] GET_RESPONSE = {0x00, (byte) 0xc0, 0x00, 0x00};

    private final NfcReader reader;
    private final LongSupplier nanos;

    /**
     * What one conversation may take.
     *
     * @param answerBytesMax the longest answer, all its responses together, 1..65 535
     * @param deadlineNanos when the whole conversation must be over
     */
    public record Bounds(int answerBytesMax, long deadlineNanos) {}

    /**
     * @param nanos the process's monotonic clock
     */
    public ApduTransport(NfcReader reader, LongSupplier nanos) {
        this.reader = reader;
        this.nanos = nanos;
    }

    /**
     * Sends the command and fetches the whole answer.
     *
     * @throws DeviceException if the reader failed
     */
    public CardAnswer exchange(CommandApdu command, Bounds bounds) throws DeviceException {
        List<byte[]> blocks = command.toBlocks(bounds.answerBytesMax());
        for (byte[] block : blocks.subList(0, blocks.size() - 1)) {
            CardAnswer answer = once(block, bounds);
            if (!(answer instanceof CardAnswer.Whole whole) || whole.statusWord() != SW_DONE) {
                return answer;
            }
        }
        return gather(once(blocks.getLast(), bounds), bounds);
    }

    /** Fetches what the card announces, until it announces no more. */
    private CardAnswer gather(CardAnswer first, Bounds bounds) throws DeviceException {
        var data = new ByteArrayOutputStream();
        CardAnswer answer = first;
        for (int responses = 1; answer instanceof CardAnswer.Whole part; responses++) {
            data.writeBytes(part.data());
            if (data.size() > bounds.answerBytesMax()) {
                return CardAnswer.Broken.TOO_LONG;
            }
            if (part.statusWord() >>> 8 != SW1_MORE) {
                return new CardAnswer.Whole(data.toByteArray(), part.statusWord());
            }
            if (responses == RESPONSES_MAX) {
                return CardAnswer.Broken.TOO_LONG;
            }
            answer = once(getResponse(part.statusWord()), bounds);
        }
        return answer;
    }

    private CardAnswer once(byte[] block, Bounds bounds) throws DeviceException {
        long left = bounds.deadlineNanos() - nanos.getAsLong();
        if (left <= 0) {
            return CardAnswer.Broken.TOO_LATE;
        }
        Optional<byte[]> response = reader.transmit(block, Duration.ofNanos(left));
        if (bounds.deadlineNanos() - nanos.getAsLong() <= 0) {
            return CardAnswer.Broken.TOO_LATE;
        }
        return response.map(ApduTransport::split).orElse(CardAnswer.Broken.CARD_GONE);
    }

    private static CardAnswer split(byte[] response) {
        int length = response.length - SW_BYTES;
        if (length < 0) {
            return CardAnswer.Broken.CARD_GONE;
        }
        int statusWord = (response[length] & 0xff) << 8 | (response[length + 1] & 0xff);
        byte[] data = new byte[length];
        System.arraycopy(response, 0, data, 0, length);
        return new CardAnswer.Whole(data, statusWord);
    }

    private static byte[] getResponse(int statusWord) {
        byte[] command = new byte[GET_RESPONSE.length + 1];
        System.arraycopy(GET_RESPONSE, 0, command, 0, GET_RESPONSE.length);
        command[GET_RESPONSE.length] = (byte) statusWord;
        return command;
    }
}
