package org.gatereader.daemon.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The small files in which Linux tells of the board (sysfs); what is not there is empty. */
final class SysFiles {
    private static final int BYTES_MAX = 256;

    private final Path root;

    /**
     * @param root {@code /sys}
     */
    SysFiles(Path root) {
        this.root = root;
    }

    /** The file's text without the space around it. */
    Optional<String> text(String file) {
        Path path = root.resolve(file);
        if (!Files.isReadable(path)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(BYTES_MAX);
            return Optional.of(new String(content, StandardCharsets.US_ASCII).strip());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** The same file of every entry of a directory whose name fits the glob, by name. */
    List<String> texts(String directory, String glob, String file) {
        return entries(directory, glob).stream()
                .flatMap(entry -> text(entry + "/" + file).stream())
                .toList();
    }

    /** The entries of a directory whose names fit the glob, by name, each with the directory. */
    List<String> entries(String directory, String glob) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(root.resolve(directory), glob)) {
            entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
        } catch (IOException | DirectoryIteratorException _) {
            return List.of();
        }
        return names.stream().sorted().map(name -> directory + "/" + name).toList();
    }
}
