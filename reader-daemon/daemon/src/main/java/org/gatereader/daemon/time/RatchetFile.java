package org.gatereader.daemon.time;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.gatereader.hal.linux.KernelTime.Boot;

/**
 * Keeps a {@link Ratchet} through power cuts: written beside, synced and renamed, so that the file
 * is the one from before or the one from after; a CRC tells it from a damaged one. Text, so that a
 * technician can read it.
 */
final class RatchetFile {
    private static final int BYTES_MAX = 512;
    private static final Pattern CONTENT =
            Pattern.compile(
                    "(ratchet (?<at>\\S+)\nboot (?<boot>\\S*) (?<elapsed>\\S+)\n"
                            + "overruled (?<overruled>\\S+)\nreset (?<nonce>[0-9a-f]{32})\n)"
                            + "crc (?<crc>[0-9a-f]{8})\n");

    private final Path file;

    RatchetFile(Path file) {
        this.file = file;
    }

    /**
     * The ratchet as it was last saved; empty if it never was.
     *
     * @throws IOException if the file can not be read, or is damaged
     */
    Optional<Ratchet> read() throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Optional.of(parse(new String(in.readNBytes(BYTES_MAX), UTF_8)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /**
     * From now on this is what is read.
     *
     * @throws IOException if that is not certain
     */
    void save(Ratchet ratchet) throws IOException {
        Path directory = file.toAbsolutePath().resolveSibling("");
        Files.createDirectories(directory);
        Path beside = directory.resolve(file.getFileName() + ".new");
        try (var channel =
                FileChannel.open(
                        beside,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text(ratchet).getBytes(UTF_8)));
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static String text(Ratchet ratchet) {
        String lines =
                "ratchet %s\nboot %s %s\noverruled %s\nreset %s\n"
                        .formatted(
                                ratchet.at(),
                                ratchet.boot().id(),
                                ratchet.boot().elapsed(),
                                ratchet.overruled(),
                                ratchet.resetNonce());
        return lines + "crc " + crc(lines) + "\n";
    }

    private Ratchet parse(String text) throws IOException {
        Matcher content = CONTENT.matcher(text);
        if (!content.matches() || !content.group("crc").equals(crc(content.group(1)))) {
            throw new IOException(file + ": the ratchet of the clock is damaged");
        }
        try {
            return new Ratchet(
                    Instant.parse(content.group("at")),
                    new Boot(content.group("boot"), Duration.parse(content.group("elapsed"))),
                    Instant.parse(content.group("overruled")),
                    content.group("nonce"));
        } catch (DateTimeException _) {
            throw new IOException(file + ": the ratchet of the clock holds no time");
        }
    }

    private static String crc(String lines) {
        var crc = new CRC32();
        crc.update(lines.getBytes(UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
