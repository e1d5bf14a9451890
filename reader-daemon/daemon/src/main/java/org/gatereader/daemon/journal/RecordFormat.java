package org.gatereader.daemon.journal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The 32 bytes of a record, big-endian: sequence 8, bucket in epoch seconds 8, number 8, version 2,
 * kind 2, CRC32C of the 28 before 4.
 *
 * <p>32 divides every sector size, so that a record never lies across two sectors; what a power cut
 * leaves half-written fails its CRC. A slot of zeros was never written.
 */
final class RecordFormat {
    static final int BYTES = 32;
    private static final int CHECKED_BYTES = 28;
    private static final short VERSION = 1;

    /** Exact in JSON, and never reached: 2^53 events are one a microsecond for 285 years. */
    private static final long SEQUENCE_MAX = 1L << 53;

    private static final byte[] BLANK = new byte[BYTES];

    private RecordFormat() {}

    static byte[] encode(JournalRecord record) {
        ByteBuffer slot = ByteBuffer.allocate(BYTES);
        slot.putLong(record.sequence());
        slot.putLong(record.bucket().getEpochSecond());
        slot.putLong(record.number());
        slot.putShort(VERSION);
        slot.putShort((short) record.code());
        slot.putInt(crc(slot.array()));
        return slot.array();
    }

    /** Empty where the slot holds no whole record of ours. */
    static Optional<JournalRecord> decode(byte[] slot) {
        ByteBuffer fields = ByteBuffer.wrap(slot);
        long sequence = fields.getLong();
        long bucket = fields.getLong();
        long number = fields.getLong();
        short version = fields.getShort();
        int code = Short.toUnsignedInt(fields.getShort());
        boolean isWhole = fields.getInt() == crc(slot);
        if (!isWhole || version != VERSION || sequence < 1 || sequence > SEQUENCE_MAX) {
            return Optional.empty();
        }
        return isTime(bucket)
                ? Optional.of(
                        new JournalRecord(sequence, Instant.ofEpochSecond(bucket), code, number))
                : Optional.empty();
    }

    /** Whether the slot was never written to. */
    static boolean isBlank(byte[] slot) {
        return Arrays.equals(slot, BLANK);
    }

    private static boolean isTime(long epochSecond) {
        return epochSecond >= Instant.MIN.getEpochSecond()
                && epochSecond <= Instant.MAX.getEpochSecond();
    }

    private static int crc(byte[] slot) {
        CRC32C crc = new CRC32C();
        crc.update(slot, 0, CHECKED_BYTES);
        return (int) crc.getValue();
    }
}
