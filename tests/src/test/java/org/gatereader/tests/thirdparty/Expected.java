package org.gatereader.tests.thirdparty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatereader.tests.Checkout;

/**
 * The file EXPECTED of a set: a line for each of its files, {@code path | outcome | why}. Lines
 * that begin with a hash are for people.
 */
final class Expected {
    private final Map<String, String> outcomes = new LinkedHashMap<>();

    Expected(Path folder) {
        for (String line : Checkout.read(folder.resolve("EXPECTED")).lines().toList()) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            String[] cells = line.split(" *\\| *", -1);
            assertEquals(3, cells.length, line);
            assertFalse(cells[2].isBlank(), () -> "nobody is told why: " + line);
            assertEquals(null, outcomes.put(cells[0], cells[1]), () -> "twice: " + line);
        }
    }

    /** By path below the set's folder. */
    Map<String, String> outcomes() {
        return outcomes;
    }
}
