package org.gatereader.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the checkout lies, whatever directory the tests were started in. */
public final class Checkout {
    private Checkout() {}

    /** The directory of the script {@code gate}. */
    public static Path root() {
        var directory = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(directory.resolve("gate"))) {
            var parent = directory.getParent();
            if (parent == null) {
                throw new IllegalStateException("start the tests inside a checkout");
            }
            directory = parent;
        }
        return directory;
    }

    /** Reads a file of the checkout as UTF-8. */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
