package org.gatereader.hal.gpio;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatereader.hal.linux.LinuxException;

/**
 * The kernel's side of GPIO, as bytes: what the driver says is read by offsets of its own, those
 * that gcc printed, so that both sides can not be wrong alike.
 *
 * <p>Source: linux/gpio.h and drivers/gpio/gpiolib-cdev.c of Linux 6.1.
 */
final class SimulatedGpioKernel implements GpioKernel {
    private static final int EBUSY = 16;
    private static final int EINVAL = 22;
    private static final int ENODEV = 19;
    private static final int EVENT_BYTES = 48;

    private static final long ACTIVE_LOW = 0x2;
    private static final long OUTPUT = 0x8;
    private static final long PULL_UP = 0x100;

    /** One line, and every level that was seen on it. */
    static final class Line {
        private final String name;
        private final List<Boolean> levels = new ArrayList<>();
        private final Deque<Long> edges = new ArrayDeque<>();
        private String consumer = "";
        private long flags;
        private long debounceMicros;
        private boolean isHigh;
        private boolean isGone;
        private boolean isShorted;

        private Line(String name) {
            this.name = name;
        }

        /** Every change of the level, oldest first. */
        List<Boolean> levels() {
            return levels;
        }

        boolean isHigh() {
            return isHigh;
        }

        long flags() {
            return flags;
        }

        long debounceMicros() {
            return debounceMicros;
        }

        String consumer() {
            return consumer;
        }

        /** Somebody outside pulls the line, and the kernel notes when. */
        void pull(boolean high, long atNanos) {
            set(high);
            edges.addLast(atNanos);
        }

        /** Every call on the line fails from now on. */
        void vanish() {
            isGone = true;
        }

        /** A wire holds the line at the level that it has, whoever drives it. */
        void shorten(boolean isShort) {
            isShorted = isShort;
        }

        /** Another program takes the line. */
        void takenBy(String who) {
            consumer = who;
        }

        private void set(boolean high) {
            if (isHigh != high && !isShorted) {
                isHigh = high;
                levels.add(high);
            }
        }

        private boolean isActiveLow() {
            return (flags & ACTIVE_LOW) != 0;
        }
    }

    private record Chip(String label, List<Line> lines) {}

    private final Map<Path, Chip> chips = new HashMap<>();
    private final Map<Integer, Chip> openChips = new HashMap<>();
    private final Map<Integer, Line> openLines = new HashMap<>();
    private int lastFd = 2;

    /** Adds a chip; each line has the name {@code GPIO} and its offset. */
    SimulatedGpioKernel with(String node, String label, int count) {
        List<Line> lines = new ArrayList<>();
        for (int offset = 0; offset < count; offset++) {
            lines.add(new Line("GPIO" + offset));
        }
        chips.put(Path.of(node), new Chip(label, lines));
        return this;
    }

    Line line(String node, int offset) {
        return Objects.requireNonNull(chips.get(Path.of(node))).lines.get(offset);
    }

    /** Descriptors that were not closed. */
    int openDescriptors() {
        return openChips.size() + openLines.size();
    }

    @Override
    public List<Path> chips() {
        return chips.keySet().stream().sorted().toList();
    }

    @Override
    public int open(Path path) {
        openChips.put(++lastFd, chips.get(path));
        return lastFd;
    }

    @Override
    public void close(int fd) {
        openChips.remove(fd);
        var line = openLines.remove(fd);
        if (line != null) {
            line.consumer = "";
            line.set((line.flags & PULL_UP) != 0);
        }
    }

    @Override
    public int ioctl(int fd, long request, MemorySegment argument) throws LinuxException {
        switch (Long.toHexString(request)) {
            case "8044b401" -> chipInfo(chip(fd), argument);
            case "c100b405" -> lineInfo(chip(fd), argument);
            case "c250b407" -> take(chip(fd), argument);
            case "c010b40e" -> read(present(fd), argument);
            case "c010b40f" -> drive(present(fd), argument);
            default -> throw new LinuxException("ioctl", EINVAL);
        }
        return 0;
    }

    @Override
    public int readIfAny(int fd, MemorySegment into) throws LinuxException {
        var edges = present(fd).edges;
        int bytes = 0;
        while (!edges.isEmpty() && bytes + EVENT_BYTES <= into.byteSize()) {
            into.set(JAVA_LONG, bytes, edges.removeFirst());
            bytes += EVENT_BYTES;
        }
        return bytes;
    }

    private Chip chip(int fd) {
        return Objects.requireNonNull(openChips.get(fd));
    }

    private Line present(int fd) throws LinuxException {
        var line = openLines.get(fd);
        if (line == null || line.isGone) {
            throw new LinuxException("ioctl", ENODEV);
        }
        return line;
    }

    private void chipInfo(Chip chip, MemorySegment info) {
        put(info, 32, chip.label);
        info.set(JAVA_INT, 64, chip.lines.size());
    }

    private void lineInfo(Chip chip, MemorySegment info) throws LinuxException {
        int offset = info.get(JAVA_INT, 64);
        if (offset >= chip.lines.size()) {
            throw new LinuxException("ioctl", EINVAL);
        }
        var line = chip.lines.get(offset);
        put(info, 0, line.name);
        put(info, 32, line.consumer);
        info.set(JAVA_LONG, 72, line.flags | (line.consumer.isEmpty() ? 0 : 1));
    }

    private void take(Chip chip, MemorySegment request) throws LinuxException {
        var line = chip.lines.get(request.get(JAVA_INT, 0));
        if (!line.consumer.isEmpty()) {
            throw new LinuxException("ioctl", EBUSY);
        }
        if (request.get(JAVA_INT, 560) != 1 || request.get(JAVA_INT, 296) != 1) {
            throw new LinuxException("ioctl", EINVAL);
        }
        line.consumer = request.asSlice(256, 32).getString(0);
        line.flags = request.get(JAVA_LONG, 288);
        int attribute = request.get(JAVA_INT, 320);
        long value = request.get(JAVA_LONG, 328);
        if ((line.flags & OUTPUT) == 0) {
            line.debounceMicros = attribute == 3 ? value : 0;
        } else {
            line.set((attribute == 2 && value != 0) != line.isActiveLow());
        }
        openLines.put(++lastFd, line);
        request.set(JAVA_INT, 588, lastFd);
    }

    private static void read(Line line, MemorySegment values) {
        values.set(JAVA_LONG, 0, line.isHigh != line.isActiveLow() ? 1 : 0);
    }

    private static void drive(Line line, MemorySegment values) throws LinuxException {
        if (values.get(JAVA_LONG, 8) != 1 || (line.flags & OUTPUT) == 0) {
            throw new LinuxException("ioctl", EINVAL);
        }
        line.set((values.get(JAVA_LONG, 0) != 0) != line.isActiveLow());
    }

    private static void put(MemorySegment into, int at, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        MemorySegment.copy(bytes, 0, into, JAVA_BYTE, at, bytes.length);
    }
}
