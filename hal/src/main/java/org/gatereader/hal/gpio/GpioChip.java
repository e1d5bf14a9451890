package org.gatereader.hal.gpio;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.linux.LinuxException;

/**
 * One GPIO chip, open while a line of it is being looked for and taken.
 *
 * <p>It is found by its label and its line by name or offset, for chips are numbered as they turn
 * up, and another kernel or board numbers them otherwise. What does not match exactly is refused: a
 * wrong line may be somebody else's relay.
 */
final class GpioChip implements AutoCloseable {
    private final GpioKernel kernel;
    private final String device;
    private final Found found;

    /** Finds the chip that a board is configured with, and opens it. */
    @FunctionalInterface
    interface Finder {
        GpioChip find(String device) throws DeviceException;
    }

    private record Found(Path node, int fd, String label, int lines) {}

    private record Info(String name, String consumer, boolean isUsed) {}

    private GpioChip(GpioKernel kernel, String device, Found found) {
        this.kernel = kernel;
        this.device = device;
        this.found = found;
    }

    /**
     * Finds the one chip of that label.
     *
     * @param device whose failure it would be
     * @throws DeviceException if there is none or more than one; it names those that are there
     */
    static GpioChip labelled(GpioKernel kernel, String label, String device)
            throws DeviceException {
        List<GpioChip> matching = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (Path node : nodes(kernel, device)) {
            try {
                GpioChip chip = open(kernel, node, device);
                seen.add(chip.toString());
                if (chip.found.label.equals(label)) {
                    matching.add(chip);
                } else {
                    chip.close();
                }
            } catch (LinuxException e) {
                // It may be another's; if it is ours, this says why it was not found.
                seen.add(node + " (" + e.getMessage() + ")");
            }
        }
        if (matching.size() != 1) {
            matching.forEach(GpioChip::close);
            throw new DeviceException(
                    device,
                    "expected one GPIO chip labelled \""
                            + label
                            + "\", found "
                            + (seen.isEmpty() ? "none" : String.join(", ", seen)));
        }
        return matching.getFirst();
    }

    /**
     * Where a line lies.
     *
     * @param where its offset in decimal digits, or its name
     * @throws DeviceException if no line or several answer to it
     */
    int offsetOf(String where) throws DeviceException {
        if (where.chars().allMatch(Character::isDigit)) {
            return offsetIfWithin(where);
        }
        List<Integer> offsets = new ArrayList<>();
        for (int offset = 0; offset < found.lines; offset++) {
            if (info(offset).name.equals(where)) {
                offsets.add(offset);
            }
        }
        if (offsets.size() != 1) {
            throw new DeviceException(
                    device,
                    "expected one line named \""
                            + where
                            + "\" on "
                            + this
                            + ", found "
                            + (offsets.isEmpty() ? "none" : "lines " + offsets));
        }
        return offsets.getFirst();
    }

    /** Refuses a line that somebody holds, and says who. */
    void requireFree(int offset) throws DeviceException {
        Info info = info(offset);
        if (info.isUsed) {
            throw new DeviceException(
                    device,
                    "line "
                            + offset
                            + " of "
                            + this
                            + " is in use by "
                            + (info.consumer.isEmpty() ? "the kernel" : '"' + info.consumer + '"'));
        }
    }

    /** Takes a line; from this call on it is as the settings say, without a moment between. */
    GpioLine request(int offset, GpioUapi.LineSettings settings) throws DeviceException {
        requireFree(offset);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment request = GpioUapi.lineRequest(arena, offset, settings);
            kernel.ioctl(found.fd, GpioUapi.GET_LINE, request);
            int fd = request.get(JAVA_INT, GpioUapi.offset(GpioUapi.LINE_REQUEST, "fd"));
            return new GpioLine(kernel, device, fd);
        } catch (LinuxException e) {
            // Somebody may have been quicker since the line was free.
            requireFree(offset);
            throw new DeviceException(
                    device,
                    "line " + offset + " of " + this + " can not be taken, " + e.getMessage());
        }
    }

    @Override
    public void close() {
        kernel.close(found.fd);
    }

    @Override
    public String toString() {
        return '"' + found.label + "\" (" + found.node + ")";
    }

    private static List<Path> nodes(GpioKernel kernel, String device) throws DeviceException {
        try {
            return kernel.chips();
        } catch (IOException e) {
            throw new DeviceException(device, "the GPIO chips can not be listed");
        }
    }

    private static GpioChip open(GpioKernel kernel, Path node, String device)
            throws LinuxException {
        int fd = kernel.open(node);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = arena.allocate(GpioUapi.CHIP_INFO);
            kernel.ioctl(fd, GpioUapi.GET_CHIP_INFO, info);
            String label = GpioUapi.text(info, GpioUapi.CHIP_INFO, "label");
            int lines = info.get(JAVA_INT, GpioUapi.offset(GpioUapi.CHIP_INFO, "lines"));
            return new GpioChip(kernel, device, new Found(node, fd, label, lines));
        } catch (LinuxException e) {
            kernel.close(fd);
            throw e;
        }
    }

    private int offsetIfWithin(String digits) throws DeviceException {
        // Nine digits fit into an int, and no chip has as many lines.
        int offset = digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        if (offset >= found.lines) {
            throw new DeviceException(
                    device,
                    "expected a line below " + found.lines + " on " + this + ", got " + digits);
        }
        return offset;
    }

    private Info info(int offset) throws DeviceException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = arena.allocate(GpioUapi.LINE_INFO);
            info.set(JAVA_INT, GpioUapi.offset(GpioUapi.LINE_INFO, "offset"), offset);
            kernel.ioctl(found.fd, GpioUapi.GET_LINE_INFO, info);
            long flags = info.get(JAVA_LONG, GpioUapi.offset(GpioUapi.LINE_INFO, "flags"));
            return new Info(
                    GpioUapi.text(info, GpioUapi.LINE_INFO, "name"),
                    GpioUapi.text(info, GpioUapi.LINE_INFO, "consumer"),
                    (flags & GpioUapi.FLAG_USED) != 0);
        } catch (LinuxException e) {
            throw new DeviceException(
                    device, "line " + offset + " of " + this + ", " + e.getMessage());
        }
    }
}
