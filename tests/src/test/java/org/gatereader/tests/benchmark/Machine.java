package org.gatereader.tests.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** On what a benchmark ran: its times are this machine's. */
final class Machine {
    private static final Path CPU = Path.of("/proc/cpuinfo");

    private Machine() {}

    static String inWords() {
        String java = System.getProperty("java.vm.name") + " " + Runtime.version();
        int cores = Runtime.getRuntime().availableProcessors();
        return "%s, %d cores, %s, %s"
                .formatted(System.getProperty("os.arch"), cores, processor(), java);
    }

    private static String processor() {
        try (var lines = Files.lines(CPU)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst()
                    .orElse("processor unknown");
        } catch (IOException _) {
            return "processor unknown";
        }
    }
}
