package org.gatereader.hal.gpio;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.StructLayout;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Our declarations beside what gcc 12 made of the kernel's on x86_64.
 *
 * <p>Source: linux/gpio.h of Linux 6.1; sizeof, offsetof and the macros, printed by a C program.
 */
class GpioUapiTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "GPIO_GET_CHIPINFO_IOCTL, 8044b401",
        "GPIO_V2_GET_LINEINFO_IOCTL, c100b405",
        "GPIO_V2_GET_LINE_IOCTL, c250b407",
        "GPIO_V2_LINE_GET_VALUES_IOCTL, c010b40e",
        "GPIO_V2_LINE_SET_VALUES_IOCTL, c010b40f"
    })
    void asksByTheNumbersOfTheKernel(String macro, String number) {
        long ours =
                switch (macro) {
                    case "GPIO_GET_CHIPINFO_IOCTL" -> GpioUapi.GET_CHIP_INFO;
                    case "GPIO_V2_GET_LINEINFO_IOCTL" -> GpioUapi.GET_LINE_INFO;
                    case "GPIO_V2_GET_LINE_IOCTL" -> GpioUapi.GET_LINE;
                    case "GPIO_V2_LINE_GET_VALUES_IOCTL" -> GpioUapi.GET_VALUES;
                    default -> GpioUapi.SET_VALUES;
                };
        assertEquals(number, Long.toHexString(ours));
    }

    @Test
    void laysItsStructuresOutAsTheKernelDoes() {
        assertLayout(GpioUapi.CHIP_INFO, 68, "name 0", "label 32", "lines 64");
        assertLayout(
                GpioUapi.LINE_INFO,
                256,
                "name 0",
                "consumer 32",
                "offset 64",
                "num_attrs 68",
                "flags 72",
                "attrs 80");
        assertLayout(
                GpioUapi.LINE_REQUEST,
                592,
                "offsets 0",
                "consumer 256",
                "config 288",
                "num_lines 560",
                "event_buffer_size 564",
                "fd 588");
        assertLayout(GpioUapi.LINE_VALUES, 16, "bits 0", "mask 8");
        assertLayout(
                GpioUapi.LINE_EVENT,
                48,
                "timestamp_ns 0",
                "id 8",
                "offset 12",
                "seqno 16",
                "line_seqno 20");
    }

    @Test
    void asksForAReleasedOutputInTheRequestItself() {
        var settings =
                new GpioUapi.LineSettings(
                        "relay",
                        GpioUapi.FLAG_OUTPUT | GpioUapi.FLAG_ACTIVE_LOW,
                        GpioUapi.ATTRIBUTE_OUTPUT_VALUES,
                        GpioUapi.INACTIVE);
        try (Arena arena = Arena.ofConfined()) {
            var request = GpioUapi.lineRequest(arena, 17, settings);
            assertEquals(592, request.byteSize());
            assertEquals(17, request.get(JAVA_INT, 0));
            assertEquals("gate-reader relay", request.asSlice(256, 32).getString(0));
            assertEquals(0x0A, request.get(JAVA_LONG, 288));
            assertEquals(1, request.get(JAVA_INT, 296), "attributes");
            assertEquals(2, request.get(JAVA_INT, 320), "GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES");
            assertEquals(0, request.get(JAVA_LONG, 328), "inactive");
            assertEquals(1, request.get(JAVA_LONG, 336), "for the first line");
            assertEquals(1, request.get(JAVA_INT, 560), "lines");
        }
    }

    @Test
    void aLongNameIsCutWithinItsField() {
        var settings = new GpioUapi.LineSettings("x".repeat(60), 0, 0, 0);
        try (Arena arena = Arena.ofConfined()) {
            var request = GpioUapi.lineRequest(arena, 0, settings);
            assertEquals(31, request.asSlice(256, 32).getString(0).length());
            assertEquals(0, request.get(JAVA_BYTE, 287));
        }
    }

    private static void assertLayout(StructLayout layout, long bytes, String... fields) {
        assertEquals(bytes, layout.byteSize());
        for (String each : fields) {
            var words = List.of(each.split(" "));
            assertEquals(
                    Long.parseLong(words.getLast()),
                    GpioUapi.offset(layout, words.getFirst()),
                    words.getFirst());
        }
    }
}
