package org.gatereader.verifier.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every example of RFC 8949, appendix A: those of our subset are read, all others refused. */
class Rfc8949AppendixATest {
    private static final Path EXAMPLES = Path.of("../../tests/vectors/cbor/rfc8949-appendix-a.txt");

    @Test
    void readsOrRefusesEveryExampleAsTheSubsetSays() throws IOException {
        List<String[]> examples = examples();
        for (String[] example : examples) {
            if (example[1].equals("read")) {
                Expect.assertCbor(example[2], example[0]);
            } else {
                Expect.assertMalformed(example[0]);
            }
        }
        assertEquals(82, examples.size());
    }

    private static List<String[]> examples() throws IOException {
        try (var lines = Files.lines(EXAMPLES)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", 3))
                    .toList();
        }
    }
}
