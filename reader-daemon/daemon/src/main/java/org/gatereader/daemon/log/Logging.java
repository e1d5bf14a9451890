package org.gatereader.daemon.log;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tinylog.configuration.Configuration;

/**
 * The one way in which this process logs, fixed in code. tinylog would take its level from a system
 * property, print at TRACE by default and let a library print the message bodies it handles; none
 * of that can be had here by leaving something out, or by asking for it.
 */
public final class Logging {
    private static final String PROPERTIES = "tinylog.";

    private Logging() {}

    /**
     * Configures tinylog; called before the first logger is used.
     *
     * @param level trace, debug, info, warn or error, for our own code; libraries are cut at warn
     *     whatever it is
     * @return why the process must not start, in one sentence; empty where all is well
     */
    public static Optional<String> start(String level) {
        TreeSet<String> set = new TreeSet<>(System.getProperties().stringPropertyNames());
        set.removeIf(name -> !name.startsWith(PROPERTIES));
        if (!set.isEmpty()) {
            return Optional.of("-D" + set.first() + ": expected no " + PROPERTIES + "* property");
        }
        if (Configuration.isFrozen()) {
            return Optional.of("logging: expected no logger to be used before it is configured");
        }
        Configuration.replace(
                Map.of(
                        "level",
                        level,
                        "writer",
                        LineWriter.class.getName(),
                        // Ours writes each line at once: nothing is left to flush at the end.
                        "autoshutdown",
                        "false"));
        return Optional.empty();
    }
}
