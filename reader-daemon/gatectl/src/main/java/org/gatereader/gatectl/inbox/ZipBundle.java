package org.gatereader.gatectl.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** A zip archive, read as a stream: an entry's claimed size is not believed. */
record ZipBundle(Path archive) implements Bundle {
    @Override
    public void each(Visitor visitor) throws BundleException, IOException {
        try (InputStream file = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(file)) {
            long unpacked = 0;
            for (@Nullable ZipEntry entry = zip.getNextEntry();
                    entry != null;
                    entry = zip.getNextEntry()) {
                // A link is an entry with a mark that is not looked at: its text would become a
                // file's content, which no signature fits.
                if (!entry.isDirectory()) {
                    visitor.file(entry.getName(), zip);
                }
                // The rest that nobody wanted is unpacked all the same: not without a bound.
                unpacked += drain(zip, Contents.BYTES_MAX - unpacked);
            }
        } catch (ZipException | IllegalArgumentException _) {
            throw new BundleException(archive + ": expected a whole zip archive");
        }
    }

    private long drain(ZipInputStream zip, long bytesMax) throws BundleException, IOException {
        byte[] piece = new byte[1 << 16];
        long drained = 0;
        for (int count = zip.read(piece); count >= 0; count = zip.read(piece)) {
            drained += count;
            if (drained > bytesMax) {
                throw new BundleException(archive + ": unpacks to more than any repository");
            }
        }
        return drained;
    }
}
