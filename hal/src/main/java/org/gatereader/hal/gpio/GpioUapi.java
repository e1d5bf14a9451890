package org.gatereader.hal.gpio;

import static java.lang.foreign.MemoryLayout.PathElement.groupElement;
import static java.lang.foreign.MemoryLayout.paddingLayout;
import static java.lang.foreign.MemoryLayout.sequenceLayout;
import static java.lang.foreign.MemoryLayout.structLayout;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/**
 * The part of {@code linux/gpio.h} that we speak: version 2 of the character device's interface,
 * Linux 5.10 and later. Structures are declared as they stand there; the same on x86 and ARM.
 */
final class GpioUapi {
    /** A name, label or consumer: 31 bytes and a zero (GPIO_MAX_NAME_SIZE). */
    static final int NAME_BYTES = 32;

    private static final String CONSUMER = "gate-reader ";

    static final long FLAG_USED = 1;
    static final long FLAG_ACTIVE_LOW = 1 << 1;
    static final long FLAG_INPUT = 1 << 2;
    static final long FLAG_OUTPUT = 1 << 3;
    static final long FLAG_EDGE_RISING = 1 << 4;
    static final long FLAG_EDGE_FALLING = 1 << 5;
    static final long FLAG_BIAS_PULL_UP = 1 << 8;
    static final long FLAG_BIAS_PULL_DOWN = 1 << 9;
    static final long FLAG_BIAS_DISABLED = 1 << 10;

    static final int ATTRIBUTE_OUTPUT_VALUES = 2;

    /** The initial value of an output; active or not, whatever level that is. */
    static final long INACTIVE = 0;

    static final int ATTRIBUTE_DEBOUNCE = 3;

    /** struct gpiochip_info. */
    static final StructLayout CHIP_INFO =
            structLayout(text("name"), text("label"), JAVA_INT.withName("lines"));

    /** struct gpio_v2_line_attribute: its union holds 64 flags or values, or microseconds. */
    private static final StructLayout ATTRIBUTE =
            structLayout(JAVA_INT.withName("id"), paddingLayout(4), JAVA_LONG.withName("value"));

    /** struct gpio_v2_line_config_attribute: an attribute, and the lines it is for. */
    private static final StructLayout CONFIG_ATTRIBUTE =
            structLayout(ATTRIBUTE.withName("attr"), JAVA_LONG.withName("mask"));

    /** struct gpio_v2_line_config. */
    private static final StructLayout CONFIG =
            structLayout(
                    JAVA_LONG.withName("flags"),
                    JAVA_INT.withName("num_attrs"),
                    paddingLayout(5 * 4),
                    sequenceLayout(10, CONFIG_ATTRIBUTE).withName("attrs"));

    /** struct gpio_v2_line_info. */
    static final StructLayout LINE_INFO =
            structLayout(
                    text("name"),
                    text("consumer"),
                    JAVA_INT.withName("offset"),
                    JAVA_INT.withName("num_attrs"),
                    JAVA_LONG.withName("flags"),
                    sequenceLayout(10, ATTRIBUTE).withName("attrs"),
                    paddingLayout(4 * 4));

    /** struct gpio_v2_line_request: the kernel puts the new file descriptor into it. */
    static final StructLayout LINE_REQUEST =
            structLayout(
                    sequenceLayout(64, JAVA_INT).withName("offsets"),
                    text("consumer"),
                    CONFIG.withName("config"),
                    JAVA_INT.withName("num_lines"),
                    JAVA_INT.withName("event_buffer_size"),
                    paddingLayout(5 * 4),
                    JAVA_INT.withName("fd"));

    /** struct gpio_v2_line_values. */
    static final StructLayout LINE_VALUES =
            structLayout(JAVA_LONG.withName("bits"), JAVA_LONG.withName("mask"));

    /** struct gpio_v2_line_event; the time is CLOCK_MONOTONIC's unless another was asked for. */
    static final StructLayout LINE_EVENT =
            structLayout(
                    JAVA_LONG.withName("timestamp_ns"),
                    JAVA_INT.withName("id"),
                    JAVA_INT.withName("offset"),
                    JAVA_INT.withName("seqno"),
                    JAVA_INT.withName("line_seqno"),
                    paddingLayout(6 * 4));

    static final long GET_CHIP_INFO = request(Direction.FROM_KERNEL, 0x01, CHIP_INFO);
    static final long GET_LINE_INFO = request(Direction.BOTH, 0x05, LINE_INFO);
    static final long GET_LINE = request(Direction.BOTH, 0x07, LINE_REQUEST);
    static final long GET_VALUES = request(Direction.BOTH, 0x0E, LINE_VALUES);
    static final long SET_VALUES = request(Direction.BOTH, 0x0F, LINE_VALUES);

    private static final long CONFIG_AT = offset(LINE_REQUEST, "config");

    private GpioUapi() {}

    private enum Direction {
        FROM_KERNEL(2),
        BOTH(3);

        private final long bits;

        Direction(long bits) {
            this.bits = bits;
        }
    }

    /**
     * How one line is to be.
     *
     * @param device what others are told who ask for the line, after our name; 31 bytes in all
     * @param attributeId the one attribute, ATTRIBUTE_..., applied with the request itself
     */
    record LineSettings(String device, long flags, int attributeId, long attributeValue) {}

    /** A request for one line, whose only attribute is in force from the first moment. */
    static MemorySegment lineRequest(Arena arena, int offset, LineSettings settings) {
        MemorySegment request = arena.allocate(LINE_REQUEST);
        request.setAtIndex(JAVA_INT, 0, offset);
        byte[] consumer = (CONSUMER + settings.device).getBytes(UTF_8);
        int length = Math.min(consumer.length, NAME_BYTES - 1);
        MemorySegment.copy(
                consumer, 0, request, JAVA_BYTE, offset(LINE_REQUEST, "consumer"), length);
        request.set(JAVA_INT, offset(LINE_REQUEST, "num_lines"), 1);
        MemorySegment config = request.asSlice(CONFIG_AT, CONFIG);
        config.set(JAVA_LONG, offset(CONFIG, "flags"), settings.flags);
        config.set(JAVA_INT, offset(CONFIG, "num_attrs"), 1);
        MemorySegment attribute = config.asSlice(offset(CONFIG, "attrs"), CONFIG_ATTRIBUTE);
        attribute.set(JAVA_INT, offset(ATTRIBUTE, "id"), settings.attributeId);
        attribute.set(JAVA_LONG, offset(ATTRIBUTE, "value"), settings.attributeValue);
        attribute.set(JAVA_LONG, offset(CONFIG_ATTRIBUTE, "mask"), 1);
        return request;
    }

    static String text(MemorySegment structure, StructLayout layout, String field) {
        return structure.asSlice(offset(layout, field), NAME_BYTES).getString(0);
    }

    static long offset(StructLayout layout, String field) {
        return layout.byteOffset(groupElement(field));
    }

    private static MemoryLayout text(String field) {
        return sequenceLayout(NAME_BYTES, JAVA_BYTE).withName(field);
    }

    /** An ioctl's number: direction, size, GPIO's 0xB4, function (asm-generic/ioctl.h). */
    private static long request(Direction direction, long function, StructLayout argument) {
        return direction.bits << 30 | argument.byteSize() << 16 | 0xB4 << 8 | function;
    }
}
