package org.gatereader.hal.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A capture program that a test writes: a shell script with the means to make grey frames. */
final class ChildProgram {
    static final int WIDTH = 64;
    static final int HEIGHT = 48;

    /** {@code frame A}: one frame, all of it the letter; {@code frames A}: one every 20 ms. */
    private static final String PRELUDE =
            """
            #!/bin/sh
            frame() { head -c 3072 /dev/zero | tr '\\0' "$1"; }
            frames() { while :; do frame "$1"; sleep 0.02; done; }
            echo $$ > "${0%/*}/pid"
            """;

    private final Path file;

    ChildProgram(Path file, String script) throws IOException {
        this.file = file;
        Files.writeString(file, PRELUDE + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    Capture capture() {
        return () -> new Capture.Stream(List.of(file.toString()), FrameLayout.grey(WIDTH, HEIGHT));
    }

    /** The process that runs now, or ran last. */
    ProcessHandle process() throws IOException {
        return process("pid");
    }

    /** Whose id the script wrote into a file of this name. */
    ProcessHandle process(String name) throws IOException {
        String id = Files.readString(file.resolveSibling(name)).strip();
        return ProcessHandle.of(Long.parseLong(id)).orElseThrow();
    }

    /** As a driver would that sleeps in the kernel: it takes no time and no hints. */
    void freeze() throws Exception {
        String id = String.valueOf(process().pid());
        new ProcessBuilder("/bin/kill", "-STOP", id).start().waitFor(10, TimeUnit.SECONDS);
    }
}
