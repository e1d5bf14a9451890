package org.gatereader.daemon.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatereader.hal.linux.KernelTime.Boot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ratchet is read as it was saved, or not at all. */
class RatchetFileTest {
    private static final Ratchet RATCHET =
            new Ratchet(
                    Instant.parse("2030-01-01T12:00:00.25Z"),
                    new Boot("3c1b-77", Duration.ofMillis(1234)),
                    Instant.parse("2035-01-01T00:00:00Z"),
                    "00112233445566778899aabbccddeeff");

    @TempDir private Path directory;
    private Path path = Path.of("");
    private RatchetFile file = new RatchetFile(path);

    @BeforeEach
    void nothingIsThere() {
        path = directory.resolve("clock/ratchet");
        file = new RatchetFile(path);
    }

    @Test
    void isEmptyBeforeItWasSaved() throws IOException {
        assertEquals(Optional.empty(), file.read());
    }

    @Test
    void isReadAsItWasSaved() throws IOException {
        file.save(Ratchet.unset(RATCHET.resetNonce()));
        file.save(RATCHET);
        assertEquals(Optional.of(RATCHET), file.read());
    }

    @Test
    void leavesNothingBesideIt() throws IOException {
        file.save(RATCHET);
        try (var files = Files.list(path.resolveSibling(""))) {
            assertEquals(List.of(path), files.toList());
        }
    }

    @Test
    void noByteOfItCanBeChangedUnnoticed() throws IOException {
        file.save(RATCHET);
        byte[] good = Files.readAllBytes(path);
        for (int index = 0; index < good.length; index++) {
            byte[] bad = good.clone();
            bad[index] ^= 1;
            Files.write(path, bad);
            assertThrows(IOException.class, file::read, "byte " + index);
        }
    }

    @Test
    void aFileThatIsCutOrGrewIsDamaged() throws IOException {
        file.save(RATCHET);
        String good = Files.readString(path);
        for (String bad : List.of("", good.substring(1), good + "\n", good.repeat(100))) {
            Files.writeString(path, bad);
            assertThrows(IOException.class, file::read);
        }
    }
}
