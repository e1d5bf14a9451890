package org.gatereader.daemon.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gatereader.verifier.trust.TrustDirectory;

/**
 * Reads the files of a trust directory within bounds: regular files only, no links followed, so
 * many of them and so large.
 */
final class TrustFiles {
    /** A status list of 2²⁸ entries has at most this many bytes, compressed. */
    static final int FILE_BYTES_MAX = 64 << 20;

    static final int FILES_MAX = 256;

    private static final int ROOT = 0;
    private static final int WRITABLE_BY_OTHERS = 0_022;

    private final Path directory;

    TrustFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * The content of every file, by its path within the directory.
     *
     * @throws IOException if the directory or a file of it can not be read, or is beyond the bounds
     */
    Map<String, byte[]> read() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (Path file : list()) {
            files.put(name(file), content(file));
        }
        return files;
    }

    /** Differs as soon as a file was added, removed or written: names, sizes, times and inodes. */
    String fingerprint() throws IOException {
        var print = new StringBuilder();
        for (Path file : list()) {
            BasicFileAttributes attributes = attributes(file);
            print.append(name(file)).append(' ').append(attributes.size()).append(' ');
            print.append(attributes.lastModifiedTime()).append(' ');
            print.append(attributes.fileKey()).append('\n');
        }
        return print.toString();
    }

    /**
     * Sees that nobody but root could have written any of it.
     *
     * @throws IOException naming the first file or directory that somebody else could write
     */
    void requireOnlyRootWrites() throws IOException {
        List<Path> all = new ArrayList<>(list());
        all.add(directory);
        Path status = directory.resolve(TrustDirectory.STATUS);
        if (Files.isDirectory(status, LinkOption.NOFOLLOW_LINKS)) {
            all.add(status);
        }
        for (Path each : all) {
            int mode = (int) Files.getAttribute(each, "unix:mode", LinkOption.NOFOLLOW_LINKS);
            int owner = (int) Files.getAttribute(each, "unix:uid", LinkOption.NOFOLLOW_LINKS);
            if (owner != ROOT || (mode & WRITABLE_BY_OTHERS) != 0) {
                throw new IOException(each + ": expected that only root may write it");
            }
        }
    }

    private List<Path> list() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : List.of(TrustDirectory.ISSUERS, TrustDirectory.POLICY)) {
            addIfRegular(directory.resolve(name), files);
        }
        Path status = directory.resolve(TrustDirectory.STATUS);
        if (Files.isDirectory(status, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(status)) {
                for (Path entry : entries) {
                    addIfRegular(entry, files);
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }
        files.sort(Path::compareTo);
        return files;
    }

    private static void addIfRegular(Path file, List<Path> files) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (files.size() == FILES_MAX) {
            throw new IOException("expected at most " + FILES_MAX + " files");
        }
        files.add(file);
    }

    private static byte[] content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = in.readNBytes(FILE_BYTES_MAX + 1);
            if (content.length > FILE_BYTES_MAX) {
                throw new IOException(
                        file.getFileName() + ": expected at most " + FILE_BYTES_MAX + " bytes");
            }
            return content;
        }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private String name(Path file) {
        return directory.relativize(file).toString();
    }
}
