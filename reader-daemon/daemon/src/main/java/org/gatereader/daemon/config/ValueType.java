package org.gatereader.daemon.config;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a key's value must look like, said once for the reader, the schema and the documents. */
public sealed interface ValueType {

    /** What is accepted, as it stands after "expected" in a fault and in the documents. */
    String described();

    /** The unit of the value, empty where it has none. */
    default String unit() {
        return "";
    }

    /** Whether a value as TOML delivered it is acceptable. */
    boolean accepts(Object value, Hardware hardware);

    /** Whether a person could be standing in front of this gate. */
    enum Hardware {
        /** At least one driver is real, or was meant to be: the bounds that protect people hold. */
        REAL,
        /** Every driver is Simulated: tests and demonstrations may go below those bounds. */
        SIMULATED
    }

    /**
     * A whole number.
     *
     * @param simulatedMin the lower bound where every driver is Simulated; never above {@code min}
     */
    record Whole(String unit, Range range, long simulatedMin) implements ValueType {
        /** Both ends included. */
        public record Range(long min, long max) {}

        static Whole of(String unit, long min, long max) {
            return new Whole(unit, new Range(min, max), min);
        }

        Whole simulatedFrom(long lower) {
            return new Whole(unit, range, lower);
        }

        @Override
        public String described() {
            String of = unit.isEmpty() ? "a whole number" : "a whole number of " + unit;
            String relaxed =
                    simulatedMin < range.min
                            ? " (from " + simulatedMin + " where every driver is simulated)"
                            : "";
            return of + ", " + range.min + ".." + range.max + relaxed;
        }

        @Override
        public boolean accepts(Object value, Hardware hardware) {
            long min = hardware == Hardware.SIMULATED ? simulatedMin : range.min;
            return value instanceof Long number && number >= min && number <= range.max;
        }
    }

    /**
     * One word of a few.
     *
     * @param note why another word that one might expect is not among them; may be empty
     */
    record Choice(List<String> words, String note) implements ValueType {
        static Choice of(String... words) {
            return new Choice(List.of(words), "");
        }

        Choice because(String reason) {
            return new Choice(words, reason);
        }

        @Override
        public String described() {
            String quoted =
                    words.stream()
                            .map(word -> '"' + word + '"')
                            .collect(Collectors.joining(" or "));
            return note.isEmpty() ? quoted : quoted + " (" + note + ")";
        }

        @Override
        public boolean accepts(Object value, Hardware hardware) {
            return value instanceof String word && words.contains(word);
        }
    }

    /** Yes or no. */
    record Flag() implements ValueType {
        @Override
        public String described() {
            return "true or false";
        }

        @Override
        public boolean accepts(Object value, Hardware hardware) {
            return value instanceof Boolean;
        }
    }

    /**
     * A short name.
     *
     * @param pattern the whole text must match
     */
    record Name(Pattern pattern, String described) implements ValueType {
        @Override
        public boolean accepts(Object value, Hardware hardware) {
            return value instanceof String text && pattern.matcher(text).matches();
        }
    }

    /** A GPIO line. */
    record Line() implements ValueType {
        private static final Pattern PATTERN = Pattern.compile("[!-~]{1,31}");

        @Override
        public String described() {
            return "a line's name, or its number on the chip in quotes";
        }

        @Override
        public boolean accepts(Object value, Hardware hardware) {
            return value instanceof String text && PATTERN.matcher(text).matches();
        }
    }

    /**
     * A file or directory; a relative one starts at the directory of the configuration file.
     *
     * @param bytesMax longest absolute path in UTF-8
     */
    record Location(int bytesMax, String described) implements ValueType {
        @Override
        public boolean accepts(Object value, Hardware hardware) {
            return value instanceof String text
                    && !text.isBlank()
                    && text.chars().noneMatch(Character::isISOControl);
        }
    }
}
