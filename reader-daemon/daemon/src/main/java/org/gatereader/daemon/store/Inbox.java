package org.gatereader.daemon.store;

import java.nio.file.Path;
import org.gatereader.hal.linux.ForeignDirectory;
import org.gatereader.hal.linux.ForeignDirectory.Copy;
import org.gatereader.verifier.trust.tuf.Fetched;
import org.gatereader.verifier.trust.tuf.Repository;
import org.jspecify.annotations.Nullable;

/**
 * The mirror of a repository into which others drop files. It is never listed, and nothing in it is
 * renamed, linked or mapped: files whose names signed metadata gives are copied, up to their signed
 * length, and the copy is what is judged and kept.
 */
final class Inbox implements Repository {
    static final String TIMESTAMP = "metadata/timestamp.json";

    private final ForeignDirectory directory;
    private Copy.@Nullable None problem;

    Inbox(Path directory) {
        this.directory = new ForeignDirectory(directory);
    }

    @Override
    public Fetched metadata(String fileName, int bytesMax) {
        return fetched("metadata/" + fileName, bytesMax);
    }

    @Override
    public Fetched target(String path, int bytesMax) {
        return fetched("targets/" + path, bytesMax);
    }

    /** What was wrong with the file that was asked for last, for an admin. */
    String problem() {
        return problem == null ? "it is not what was signed" : problem.meaning();
    }

    private Fetched fetched(String path, int bytesMax) {
        Copy copy = directory.copy(path, bytesMax);
        problem = copy instanceof Copy.None none ? none : null;
        return switch (copy) {
            case Copy.Whole whole -> Fetched.file(whole.bytes());
            case Copy.None.ABSENT -> Fetched.Nothing.ABSENT;
            case Copy.None.TOO_LONG -> Fetched.Nothing.TOO_LONG;
            case Copy.None.NOT_PLAIN, Copy.None.CHANGING, Copy.None.UNREADABLE ->
                    Fetched.Nothing.UNREACHABLE;
        };
    }
}
