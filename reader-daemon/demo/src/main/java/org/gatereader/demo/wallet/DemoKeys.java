package org.gatereader.demo.wallet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The demo's keys: fixed and public, listed whole in {@code demo-keys.txt}. A gate with any driver
 * that is not simulated refuses them by their thumbprints.
 */
public final class DemoKeys {
    private static final Map<String, SigningKey> KEYS = read();

    private DemoKeys() {}

    /**
     * One key of the list.
     *
     * @throws IllegalArgumentException if the file lists no key of this name
     */
    public static SigningKey named(String name) {
        var key = KEYS.get(name);
        if (key == null) {
            throw new IllegalArgumentException("demo-keys.txt lists no key named " + name);
        }
        return key;
    }

    /** The names of all keys, in the file's order. */
    public static Set<String> names() {
        return KEYS.keySet();
    }

    private static Map<String, SigningKey> read() {
        var keys = new LinkedHashMap<String, SigningKey>();
        var file = Objects.requireNonNull(DemoKeys.class.getResourceAsStream("demo-keys.txt"));
        try (var lines =
                new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(" ", -1))
                    .forEach(column -> keys.put(column[1], keyOf(column)));
        } catch (IOException e) {
            throw new UncheckedIOException("demo-keys.txt can not be read", e);
        }
        return keys;
    }

    private static SigningKey keyOf(String[] column) {
        var hex = HexFormat.of();
        return SigningKey.of(
                hex.parseHex(column[2]), hex.parseHex(column[3]), hex.parseHex(column[4]));
    }
}
