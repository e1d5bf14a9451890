package org.gatereader.gatectl.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A directory: no link in it is followed, and no device or pipe is opened. */
record DirectoryBundle(Path directory) implements Bundle {
    /** REPO/public/targets/status/HASH.NAME, seen from a stick. */
    private static final int DEPTH_MAX = 8;

    /** Files and directories: as many of a repository's, and as many of others'. */
    private static final int ENTRIES_MAX = Contents.FILES_MAX * 2;

    @Override
    public void each(Visitor visitor) throws BundleException, IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(directory, DEPTH_MAX)) {
            all = files.limit(ENTRIES_MAX + 1L).toList();
        }
        if (all.size() > ENTRIES_MAX) {
            // Cut off, it could look like an older repository or like none.
            throw new BundleException(
                    "expected at most %d files, got more: name the repository's own directory"
                            .formatted(ENTRIES_MAX));
        }
        for (Path file : all) {
            // Whatever else lies on a stick is passed over; links are among it.
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                    visitor.file(directory.relativize(file).toString(), content);
                }
            }
        }
    }
}
