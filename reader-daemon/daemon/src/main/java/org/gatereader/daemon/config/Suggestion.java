package org.gatereader.daemon.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** "Did you mean …?" for a word that is nearly a known one, or a known one in the wrong table. */
final class Suggestion {
    /** Longer than any key; what is longer still is not a slip of the finger. */
    private static final int CHARS_MAX = 64;

    private Suggestion() {}

    static String table(String word) {
        return nearest(word, Arrays.stream(ConfigKey.values()).map(ConfigKey::table));
    }

    static String key(String table, String leaf) {
        Optional<String> elsewhere =
                Arrays.stream(ConfigKey.values())
                        .filter(key -> key.leaf().equals(leaf))
                        .map(ConfigKey::dotted)
                        .findFirst();
        return elsewhere
                .map(Suggestion::asked)
                .orElseGet(
                        () ->
                                nearest(
                                        table + "." + leaf,
                                        Arrays.stream(ConfigKey.values()).map(ConfigKey::dotted)));
    }

    private static String nearest(String word, Stream<String> known) {
        if (word.length() > CHARS_MAX) {
            return "";
        }
        int distanceMax = Math.max(2, word.length() / 4);
        return known.min(Comparator.comparingInt(each -> distance(word, each)))
                .filter(each -> distance(word, each) <= distanceMax)
                .map(Suggestion::asked)
                .orElse("");
    }

    private static String asked(String word) {
        return " (did you mean " + word + "?)";
    }

    /** Levenshtein: insertions, deletions and substitutions from one word to the other. */
    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        Arrays.setAll(previous, column -> column);
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int substituted = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
                current[column] =
                        Math.min(
                                previous[column - 1] + substituted,
                                1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
