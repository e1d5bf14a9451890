package org.gatereader.gatectl.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that somebody brought: a directory, a mounted stick, an archive. Can be gone through twice.
 */
public interface Bundle {
    /**
     * Shows every regular file in it, in no order.
     *
     * @throws BundleException if there is anything else in it, or it is broken
     */
    void each(Visitor visitor) throws BundleException, IOException;

    /** Is shown one file after the other. */
    @FunctionalInterface
    interface Visitor {
        /**
         * Looks at one file.
         *
         * @param path as the bundle has it, with slashes
         * @param content to be read, as far as wanted, before returning
         */
        void file(String path, InputStream content) throws BundleException, IOException;
    }

    /**
     * The bundle at a path, by what is there: the name says nothing.
     *
     * @throws BundleException if it is neither a directory nor an archive that is known
     */
    static Bundle at(Path path) throws BundleException, IOException {
        if (Files.isDirectory(path)) {
            return new DirectoryBundle(path);
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(2);
        }
        if (head.length == 2 && head[0] == 'P' && head[1] == 'K') {
            return new ZipBundle(path);
        }
        return new TarBundle(path, TarBundle.compressionOf(head));
    }
}
