package org.gatereader.hal.gpio;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gatereader.hal.linux.LibC;
import org.gatereader.hal.linux.LinuxException;

/** The kernel as a GPIO driver meets it: device nodes, and the calls on them as {@link LibC}'s. */
interface GpioKernel {
    /** The kernel of this machine. */
    GpioKernel LINUX =
            new GpioKernel() {
                @Override
                public List<Path> chips() throws IOException {
                    List<Path> chips = new ArrayList<>();
                    try (DirectoryStream<Path> nodes =
                            Files.newDirectoryStream(Path.of("/dev"), "gpiochip*")) {
                        // On a Pi 5 gpiochip4 is a second name of gpiochip0 for old programs.
                        for (Path node : nodes) {
                            if (!Files.isSymbolicLink(node)) {
                                chips.add(node);
                            }
                        }
                    }
                    return chips;
                }

                @Override
                public int open(Path path) throws LinuxException {
                    return LibC.open(path, LibC.O_RDWR | LibC.O_CLOEXEC);
                }

                @Override
                public void close(int fd) {
                    LibC.close(fd);
                }

                @Override
                public int ioctl(int fd, long request, MemorySegment argument)
                        throws LinuxException {
                    return LibC.ioctl(fd, request, argument);
                }

                @Override
                public int readIfAny(int fd, MemorySegment into) throws LinuxException {
                    return LibC.poll(fd, Duration.ZERO) ? LibC.read(fd, into) : 0;
                }
            };

    /** The device nodes of all GPIO chips, each chip once. */
    List<Path> chips() throws IOException;

    int open(Path path) throws LinuxException;

    void close(int fd);

    int ioctl(int fd, long request, MemorySegment argument) throws LinuxException;

    /** Reads what is waiting and never blocks; 0 = nothing was waiting. */
    int readIfAny(int fd, MemorySegment into) throws LinuxException;
}
