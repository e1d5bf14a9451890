package org.gatereader.tests.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gatereader.tests.Checkout;

/**
 * A file of {@code tests/golden} that says what the code shall say. It is rewritten only on demand
 * ({@code ./gate mvn verify -Dgolden.update=true}), so that its diff is the review.
 */
public final class GoldenFile {
    private final Path path;

    private GoldenFile(Path path) {
        this.path = path;
    }

    public static GoldenFile named(String name) {
        return new GoldenFile(Checkout.root().resolve("tests/golden").resolve(name));
    }

    /** True if this run was told to rewrite the golden files. */
    public static boolean isUpdating() {
        return Boolean.getBoolean("golden.update");
    }

    /** The lines as they stand, without comments. */
    public List<String> rows() {
        if (!Files.exists(path)) {
            return List.of();
        }
        return Checkout.read(path)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** Compares, or rewrites what follows the comments at the top. */
    public void holds(List<String> actual) {
        if (isUpdating()) {
            rewrite(actual);
        }
        assertEquals(String.join("\n", rows()), String.join("\n", actual), hint());
    }

    /** As {@link #holds}, and not even an update removes or changes a line that stands. */
    public void holdsAppendOnly(List<String> actual) {
        var lost = rows().stream().filter(row -> !actual.contains(row)).toList();
        assertEquals(List.of(), lost, path + " is append-only: others have stored these numbers");
        holds(actual);
    }

    private void rewrite(List<String> rows) {
        try {
            List<String> lines = new ArrayList<>();
            if (Files.exists(path)) {
                Checkout.read(path)
                        .lines()
                        .filter(line -> line.startsWith("#"))
                        .forEach(lines::add);
            }
            lines.addAll(rows);
            Files.write(path, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String hint() {
        return "if the change is meant: ./gate mvn verify -Dgolden.update=true, and read the diff of "
                + path;
    }
}
