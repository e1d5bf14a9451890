package org.gatereader.tests.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Writes down what happens to one line of the chip: every call, and the level, a thousand times a
 * second.
 */
final class LineWitness {
    private static final Path TRACING = Path.of("/sys/kernel/tracing");
    private static final List<String> EVENTS = List.of("gpio_value", "gpio_direction");

    /** A call is some 40 bytes of it; a thousand kills make some thousands of calls. */
    private static final int BUFFER_KIB = 4096;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path levels;
    private final Process sampler;

    /** What was seen, complete. */
    record Account(List<LineCall> calls, LevelRecord levels) {}

    /**
     * Begins.
     *
     * @param levels the file into which the sampler writes
     */
    LineWitness(LabTime time, GpioSim chip, int offset, Path levels)
            throws IOException, LabFinding {
        this.levels = levels;
        write("tracing_on", "0");
        write("trace_clock", "mono");
        write("buffer_size_kb", Integer.toString(BUFFER_KIB));
        write("trace", "");
        String ofLine = "gpio == " + chip.kernelNumber(offset);
        // Reading a line back is no edge, and the gate does it a hundred times a second.
        write("events/gpio/gpio_value/filter", ofLine + " && get == 0");
        write("events/gpio/gpio_direction/filter", ofLine);
        for (String event : EVENTS) {
            write("events/gpio/" + event + "/enable", "1");
        }
        write("tracing_on", "1");
        sampler =
                new ProcessBuilder("level-sampler", chip.levelFile(offset).toString())
                        .redirectOutput(levels.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        time.await("the level sampler's first reading", PATIENCE, () -> Files.size(levels) > 0);
    }

    /** Ends, and tells what was seen. */
    Account end() throws IOException, InterruptedException, LabFinding {
        write("tracing_on", "0");
        sampler.destroy();
        if (!sampler.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new LabFinding("the level sampler did not end");
        }
        requireWholeTrace();
        List<LineCall> calls =
                Files.readAllLines(TRACING.resolve("trace")).stream()
                        .map(LineCall::parse)
                        .flatMap(Optional::stream)
                        .toList();
        return new Account(calls, LevelRecord.parse(Files.readAllLines(levels)));
    }

    /** A call that the kernel had no room for would be an edge that nobody saw. */
    private static void requireWholeTrace() throws IOException, LabFinding {
        try (var processors = Files.newDirectoryStream(TRACING.resolve("per_cpu"))) {
            for (Path processor : processors) {
                String stats = Files.readString(processor.resolve("stats"));
                if (!stats.contains("overrun: 0\n") || !stats.contains("dropped events: 0\n")) {
                    throw new LabFinding("the tracer lost calls: " + stats);
                }
            }
        }
    }

    private static void write(String file, String content) throws IOException {
        Files.writeString(TRACING.resolve(file), content);
    }
}
