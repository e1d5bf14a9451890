package org.gatereader.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoExportTest {
    @TempDir private static Path directory;

    @BeforeAll
    static void export() throws IOException {
        new DemoExport(new Random(1)).writeTo(directory);
    }

    @Test
    void writesPictureTextAndBytesOfACase() throws IOException {
        Path valid = directory.resolve("cases/valid");
        assertTrue(Files.size(valid.resolve("picture.png")) > 0);
        assertTrue(Files.readString(valid.resolve("text.txt")).startsWith("GR1:"));
        assertTrue(Files.size(valid.resolve("presentation.bin")) <= 397);
        assertEquals("seoul-main-03\n", Files.readString(valid.resolve("gate.txt")));
        assertEquals("2026-11-23T00:00:00Z\n", Files.readString(valid.resolve("at.txt")));
        assertEquals("granted 2\n", Files.readString(valid.resolve("expect.txt")));
    }

    @Test
    void writesNoBytesWhereACodeHasNone() {
        Path wifi = directory.resolve("cases/wifi-code");
        assertTrue(Files.exists(wifi.resolve("text.txt")));
        assertFalse(Files.exists(wifi.resolve("presentation.bin")));
    }

    @Test
    void leavesOutWhatOnlyAGateCanJudge() {
        assertFalse(Files.exists(directory.resolve("cases/replayed-screenshot")));
        assertFalse(Files.exists(directory.resolve("cases/camera-unplugged")));
    }

    @Test
    void listsEveryExportedCaseWithItsTrustDirectory() throws IOException {
        List<String> rows = Files.readAllLines(directory.resolve("cases.tsv"));
        assertTrue(rows.size() > 70, rows.size() + " rows");
        for (String row : rows.subList(1, rows.size())) {
            String[] column = row.split("\t", -1);
            assertEquals(6, column.length, row);
            assertTrue(Files.isDirectory(directory.resolve(column[4])), row);
            assertTrue(Files.exists(directory.resolve(column[5])), row);
        }
    }
}
