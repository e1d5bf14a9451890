package org.gatereader.gatectl;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Map;

/** Which roles of a repository have to be renewed, for whoever can call the people who sign. */
final class LateText {
    private final PrintWriter err;

    LateText(PrintWriter err) {
        this.err = err;
    }

    /**
     * Names each.
     *
     * @param late when they expire, by role
     * @return what the shell is to be told
     */
    int print(Map<String, Instant> late, Instant now) {
        int exitCode = ExitCode.OK;
        for (var role : late.entrySet()) {
            boolean hasExpired = !role.getValue().isAfter(now);
            err.println(
                    Printable.of(
                            hasExpired
                                    ? "gatectl: %s EXPIRED at %s: gates take nothing until it is"
                                                    .formatted(role.getKey(), role.getValue())
                                            + " renewed (repo renew), signed and published"
                                    : "gatectl: %s expires at %s: repo renew, sign and publish it"
                                            .formatted(role.getKey(), role.getValue())));
            if (hasExpired) {
                exitCode = ExitCode.NOT_DONE;
            } else if (exitCode == ExitCode.OK) {
                exitCode = ExitCode.WARNED;
            }
        }
        return exitCode;
    }
}
