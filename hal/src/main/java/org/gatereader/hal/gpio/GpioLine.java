package org.gatereader.hal.gpio;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.OptionalLong;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.linux.LinuxException;

/** One line that is ours until it is closed; active and inactive, whatever level that is. */
final class GpioLine implements AutoCloseable {
    /** What the kernel keeps for one line unless more is asked for. */
    private static final int EVENTS_MAX = 16;

    private final GpioKernel kernel;
    private final String device;
    private final int fd;
    private boolean isClosed;

    GpioLine(GpioKernel kernel, String device, int fd) {
        this.kernel = kernel;
        this.device = device;
        this.fd = fd;
    }

    /** Drives an output. */
    void drive(boolean isActive) throws DeviceException {
        values(GpioUapi.SET_VALUES, isActive ? 1 : 0, "be driven");
    }

    /** The level of the line itself, of an output too; of an input after its debounce. */
    boolean isActive() throws DeviceException {
        return (values(GpioUapi.GET_VALUES, 0, "be read") & 1) != 0;
    }

    /**
     * When the newest edge came that was not asked for before, by the kernel's CLOCK_MONOTONIC;
     * empty if none did.
     */
    OptionalLong newestEdgeNanos() throws DeviceException {
        requireOpen();
        long size = GpioUapi.LINE_EVENT.byteSize();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment events = arena.allocate(size * EVENTS_MAX, Long.BYTES);
            long count = kernel.readIfAny(fd, events) / size;
            if (count == 0) {
                return OptionalLong.empty();
            }
            long at = GpioUapi.offset(GpioUapi.LINE_EVENT, "timestamp_ns");
            return OptionalLong.of(events.get(JAVA_LONG, (count - 1) * size + at));
        } catch (LinuxException e) {
            throw failure("be asked for its edges", e);
        }
    }

    /** Gives the line back; an output falls to its pull, or stays where the board keeps it. */
    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            kernel.close(fd);
        }
    }

    private long values(long request, long bits, String purpose) throws DeviceException {
        requireOpen();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment values = arena.allocate(GpioUapi.LINE_VALUES);
            values.set(JAVA_LONG, GpioUapi.offset(GpioUapi.LINE_VALUES, "bits"), bits);
            values.set(JAVA_LONG, GpioUapi.offset(GpioUapi.LINE_VALUES, "mask"), 1);
            kernel.ioctl(fd, request, values);
            return values.get(JAVA_LONG, GpioUapi.offset(GpioUapi.LINE_VALUES, "bits"));
        } catch (LinuxException e) {
            throw failure(purpose, e);
        }
    }

    /** The number of a closed descriptor may be another file's by now. */
    private void requireOpen() throws DeviceException {
        if (isClosed) {
            throw new DeviceException(device, "is not open");
        }
    }

    private DeviceException failure(String purpose, LinuxException cause) {
        return new DeviceException(
                device, "the line could not " + purpose + ", " + cause.getMessage());
    }
}
