package org.gatereader.tests.benchmark;

import java.io.PrintStream;
import java.util.List;

/**
 * One measurement that anyone can repeat: {@code ./gate bench NAME}. What it publishes is a ratio
 * to a named peer, interleaved in the same run, since absolute times are noise between machines.
 */
interface Benchmark {
    /** What a person types, lower case. */
    String name();

    /** One line: what is measured against what. */
    String summary();

    /**
     * Measures and prints.
     *
     * @param arguments what stood after the name
     * @return false if a published target was missed; the process then exits 1
     */
    boolean run(List<String> arguments, PrintStream out) throws Exception;
}
