package org.gatereader.daemon.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What each configuration key is for, out of {@code config-words.txt}: a key, its words indented.
 */
final class KeyWords {
    private final Map<String, List<String>> lines = new LinkedHashMap<>();

    KeyWords() throws IOException {
        List<String> words = List.of();
        for (String line : text().lines().toList()) {
            if (line.startsWith(" ")) {
                words.add(line.strip());
            } else if (!line.startsWith("#")) {
                words = new ArrayList<>();
                lines.put(line, words);
            }
        }
    }

    /** The keys that have words, in the file's order. */
    List<String> keys() {
        return List.copyOf(lines.keySet());
    }

    /** In whole sentences. */
    String of(ConfigKey key) {
        return String.join(" ", Objects.requireNonNull(lines.get(key.dotted()), key.dotted()));
    }

    private static String text() throws IOException {
        try (var words = KeyWords.class.getResourceAsStream("config-words.txt")) {
            return new String(Objects.requireNonNull(words).readAllBytes(), UTF_8);
        }
    }
}
