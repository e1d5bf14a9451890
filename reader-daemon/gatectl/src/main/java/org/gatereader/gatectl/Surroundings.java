package org.gatereader.gatectl;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * All that a command uses of the process around it, so that a test can put itself in its place.
 *
 * @param out for results
 * @param err for warnings and for what went wrong
 */
public record Surroundings(
        PrintWriter out, PrintWriter err, Clocks clocks, Caller caller, Terminal terminal) {
    /** Where a person can be asked; empty answers where there is none. */
    public interface Terminal {
        /** One line, as typed. */
        Optional<String> line(String question);

        /** A password, which is not shown. */
        Optional<char[]> password(String question);
    }

    /**
     * The two clocks.
     *
     * @param wall for "now"
     * @param nanos monotonic, for durations
     */
    public record Clocks(InstantSource wall, LongSupplier nanos) {}

    /**
     * Who calls.
     *
     * @param user the name of the operating system's user
     * @param uid the same as a number: 0 is root, whatever it is called
     * @param locale as in LANG, for example {@code ko_KR.UTF-8}; may be empty
     */
    public record Caller(String user, int uid, String locale) {
        static final int NOBODY = 65_534;

        boolean isRoot() {
            return uid == 0;
        }
    }
}
