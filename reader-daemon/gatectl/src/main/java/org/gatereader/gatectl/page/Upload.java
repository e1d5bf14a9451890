package org.gatereader.gatectl.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.gatectl.inbox.Bundle;
import org.gatereader.gatectl.inbox.BundleException;

/** An archive that a browser sends: kept only while it is looked at. */
final class Upload {
    /** What a whole repository may have, unpacked; no archive of one is larger. */
    static final long BYTES_MAX = 256L << 20;

    private final Path directory;

    Upload(Path directory) {
        this.directory = directory;
    }

    /** One at a time: two would mix in the inbox. */
    synchronized ControlAnswer bring(InputStream body, Gate gate) throws IOException {
        Path archive = Files.createTempFile(directory, "import", ".archive");
        try {
            if (!isTaken(body, archive)) {
                return new ControlAnswer.Refused(
                        "expected at most %d MiB".formatted(BYTES_MAX >> 20));
            }
            return gate.bring(Bundle.at(archive));
        } catch (BundleException refused) {
            return new ControlAnswer.Refused(refused.problem());
        } finally {
            Files.delete(archive);
        }
    }

    private static boolean isTaken(InputStream body, Path archive) throws IOException {
        try (OutputStream file = Files.newOutputStream(archive)) {
            byte[] piece = new byte[1 << 16];
            long taken = 0;
            for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
                taken += count;
                if (taken > BYTES_MAX) {
                    return false;
                }
                file.write(piece, 0, count);
            }
            return true;
        }
    }
}
