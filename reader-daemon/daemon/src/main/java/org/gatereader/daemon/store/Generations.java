package org.gatereader.daemon.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatereader.daemon.control.wire.TrustReport.Target;
import org.gatereader.verifier.crypto.CryptoModule;

/**
 * The serving sets on the disk, a directory each, numbered. A directory is a generation once the
 * file that tells its targets is in it, which comes last and by a rename; what lies there without
 * it is the debris of a power cut. The newest whole one serves; the one before it is kept beside
 * it.
 */
final class Generations {
    private static final String SET = "set";
    private static final int KEPT = 2;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private final Disk disk;
    private final Path directory;
    private final CryptoModule crypto;

    Generations(Disk disk, Path directory, CryptoModule crypto) {
        this.disk = disk;
        this.directory = directory;
        this.crypto = crypto;
    }

    /** Every directory that may be a generation, the newest first. */
    List<Long> numbers() throws IOException {
        return disk.list(directory).stream()
                .filter(name -> NUMBER.matcher(name).matches())
                .map(Long::valueOf)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** What a generation is made of; empty where it never became one, or is worn. */
    Optional<TargetSet> set(long number) throws IOException {
        return disk.read(file(number, SET)).flatMap(file -> TargetSet.ofFile(file, crypto));
    }

    /** One of its targets, if it still has the bytes that were verified. */
    Optional<byte[]> read(long number, Target target) throws IOException {
        return disk.read(file(number, nameOf(target.path())))
                .filter(bytes -> digest(bytes).equals(target.sha256()));
    }

    /** Begins a generation after all that are there, whatever became of them. */
    long begin() throws IOException {
        long number = numbers().stream().findFirst().orElse(0L) + 1;
        disk.createDirectory(directory.resolve(Long.toString(number)));
        disk.syncDirectory(directory);
        return number;
    }

    /** Writes one file of a generation that has begun. */
    void write(long number, String path, ByteBuffer content) throws IOException {
        Path file = file(number, nameOf(path));
        disk.write(file, content);
        disk.sync(file);
    }

    ByteBuffer map(long number, String path) throws IOException {
        return disk.map(file(number, nameOf(path)));
    }

    /** From here on it is one, and the newest. */
    void commit(long number, TargetSet set) throws IOException {
        disk.syncDirectory(directory.resolve(Long.toString(number)));
        disk.replace(file(number, SET), ByteBuffer.wrap(set.toFile(crypto)));
    }

    /** Deletes debris, and all whole ones but the newest and the one before. */
    void tidy() throws IOException {
        int kept = 0;
        for (long number : numbers()) {
            if (kept < KEPT && set(number).isPresent()) {
                kept++;
            } else {
                delete(number);
            }
        }
    }

    /** Its mark first: what is half deleted must not be taken for whole. */
    void delete(long number) throws IOException {
        Path generation = directory.resolve(Long.toString(number));
        disk.delete(file(number, SET));
        disk.syncDirectory(generation);
        for (String name : disk.list(generation)) {
            disk.delete(generation.resolve(name));
        }
        disk.delete(generation);
        disk.syncDirectory(directory);
    }

    String digest(byte[] bytes) {
        return HexFormat.of().formatHex(crypto.sha256(bytes));
    }

    private Path file(long number, String name) {
        return directory.resolve(Long.toString(number)).resolve(name);
    }

    /** A path has no plus in it, so no two have one name. */
    private static String nameOf(String path) {
        return path.replace('/', '+');
    }
}
