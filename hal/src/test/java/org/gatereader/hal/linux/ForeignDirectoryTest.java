package org.gatereader.hal.linux;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatereader.hal.linux.ForeignDirectory.Copy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing that a hostile writer can put where a file is expected. */
class ForeignDirectoryTest {
    @TempDir private Path temporary;
    private Path path;
    private ForeignDirectory directory;

    @BeforeEach
    void makeDirectory() throws IOException {
        path = Files.createDirectories(temporary.resolve("inbox"));
        Files.createDirectories(path.resolve("metadata"));
        Files.writeString(path.resolve("metadata/file"), "gate");
        directory = new ForeignDirectory(path);
    }

    @Test
    void copiesAFileOfExactlyTheLengthThatItMayHave() {
        var whole = assertInstanceOf(Copy.Whole.class, directory.copy("metadata/file", 4));
        assertArrayEquals("gate".getBytes(US_ASCII), whole.bytes());
        assertEquals(Copy.None.TOO_LONG, directory.copy("metadata/file", 3));
    }

    @Test
    void saysThatAFileOrTheWholeDirectoryIsAbsent() {
        assertEquals(Copy.None.ABSENT, directory.copy("metadata/other", 4));
        assertEquals(Copy.None.ABSENT, directory.copy("other/file", 4));
        var absent = new ForeignDirectory(path.resolve("absent"));
        assertEquals(Copy.None.ABSENT, absent.copy("metadata/file", 4));
    }

    @Test
    void followsNoLinkToAFileNorOnTheWayToOne() throws IOException {
        Files.createSymbolicLink(path.resolve("metadata/link"), path.resolve("metadata/file"));
        Files.createSymbolicLink(path.resolve("way"), path.resolve("metadata"));
        assertEquals(Copy.None.NOT_PLAIN, directory.copy("metadata/link", 4));
        assertEquals(Copy.None.NOT_PLAIN, directory.copy("way/file", 4));
    }

    @Test
    void readsNoFileThatHasASecondName() throws IOException {
        Files.createLink(temporary.resolve("second"), path.resolve("metadata/file"));
        assertEquals(Copy.None.NOT_PLAIN, directory.copy("metadata/file", 4));
    }

    @Test
    void waitsForNobodyToWriteIntoAPipe() throws Exception {
        Process mkfifo = new ProcessBuilder("mkfifo", path.resolve("metadata/pipe") + "").start();
        assertEquals(0, mkfifo.waitFor());
        assertEquals(Copy.None.NOT_PLAIN, directory.copy("metadata/pipe", 4));
    }

    @Test
    void readsNoDirectory() {
        assertEquals(Copy.None.NOT_PLAIN, directory.copy("metadata", 4096));
    }

    /** A terabyte of holes takes no room on the disk, and none in memory. */
    @Test
    void readsNothingOfASparseFileThatIsTooLong() throws IOException {
        try (var file = new RandomAccessFile(path.resolve("metadata/sparse").toFile(), "rw")) {
            file.setLength(1L << 40);
        }
        assertEquals(Copy.None.TOO_LONG, directory.copy("metadata/sparse", 1 << 20));
    }

    /** A file of /proc says that it has no bytes, and then has some: so does one that grows. */
    @Test
    void takesNoFileThatGrowsWhileItIsRead() {
        var process = new ForeignDirectory(Path.of("/proc/self"));
        assertEquals(Copy.None.CHANGING, process.copy("stat", 1 << 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "..", "metadata/../metadata/file", "./metadata/file", "a//b"})
    void leavesTheDirectoryByNoName(String name) {
        assertEquals(Copy.None.NOT_PLAIN, directory.copy(name, 4));
    }

    @Test
    void cutsNoNameShort() {
        assertEquals(Copy.None.NOT_PLAIN, directory.copy("metadata/file\0.json", 4));
    }
}
