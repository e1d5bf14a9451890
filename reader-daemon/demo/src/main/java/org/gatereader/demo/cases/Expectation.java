package org.gatereader.demo.cases;

import org.gatereader.verifier.verdict.TapFault;

/** What a gate must answer, or must do, when a case is shown to it. */
public sealed interface Expectation {
    /** The relay turns. */
    record Granted(long passClass) implements Expectation {
        @Override
        public String toString() {
            return "granted " + passClass;
        }
    }

    /** The barrier stays locked, for this reason. */
    record Denied(int number) implements Expectation {
        @Override
        public String toString() {
            return "denied " + number;
        }
    }

    /** A tap that gave no presentation: a sign and some words, and no decision about a person. */
    record NoTap(TapFault fault) implements Expectation {
        @Override
        public String toString() {
            return "no-tap " + fault;
        }
    }

    /** An event of the gate and no decision about a person. */
    record Event(String kind) implements Expectation {
        @Override
        public String toString() {
            return "event " + kind;
        }
    }

    /** Nothing that could be judged. */
    record None() implements Expectation {
        @Override
        public String toString() {
            return "none";
        }
    }

    /**
     * Reads what {@code toString} writes.
     *
     * @throws IllegalArgumentException on anything else
     */
    static Expectation parse(String text) {
        String[] word = text.split(" ", 2);
        if (word.length == 1 && word[0].equals("none")) {
            return new None();
        }
        if (word.length == 2) {
            switch (word[0]) {
                case "granted" -> {
                    return new Granted(Long.parseLong(word[1]));
                }
                case "denied" -> {
                    return new Denied(Integer.parseInt(word[1]));
                }
                case "no-tap" -> {
                    return new NoTap(TapFault.valueOf(word[1]));
                }
                case "event" -> {
                    return new Event(word[1]);
                }
                default -> {}
            }
        }
        throw new IllegalArgumentException("an expectation is not written like this: " + text);
    }
}
