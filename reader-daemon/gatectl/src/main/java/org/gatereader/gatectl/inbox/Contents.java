package org.gatereader.gatectl.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle holds of a repository: looked through once, within bounds, before a single file of
 * it is copied.
 */
public final class Contents {
    /** Files; a repository of a thousand lists fits. */
    static final int FILES_MAX = 4096;

    /** All of them together, unpacked: what gates take of lists, four times over. */
    static final long BYTES_MAX = 256L << 20;

    /** One of them (RULES, Status lists). */
    static final int FILE_BYTES_MAX = 64 << 20;

    private static final String TIMESTAMP = "metadata/timestamp.json";
    private static final int PATH_LENGTH_MAX = 512;

    /** Neither a way out nor a hidden file; a percent sign as in the names of roles. */
    private static final Pattern OURS =
            Pattern.compile(
                    "metadata/[A-Za-z0-9][A-Za-z0-9._~%-]*\\.json"
                            + "|targets(/[A-Za-z0-9_-][A-Za-z0-9._-]*){1,4}");

    private final Bundle bundle;
    private final String prefix;
    private final Set<String> paths = new TreeSet<>();

    /** Is shown one file of the repository after the other. */
    @FunctionalInterface
    interface Copier {
        void copy(String path, byte[] content) throws IOException;
    }

    private Contents(Bundle bundle, String prefix) {
        this.bundle = bundle;
        this.prefix = prefix;
    }

    /**
     * Looks through a bundle.
     *
     * @throws BundleException if there is no repository in it or more than one, if a path leads out
     *     of it, or if it is larger than a gate's ever is
     */
    public static Contents of(Bundle bundle) throws BundleException, IOException {
        List<String> timestamps = new ArrayList<>();
        bundle.each(
                (path, _) -> {
                    String plain = plain(path);
                    if (plain.equals(TIMESTAMP) || plain.endsWith("/" + TIMESTAMP)) {
                        timestamps.add(plain);
                    }
                });
        if (timestamps.size() != 1) {
            throw new BundleException(
                    "expected one metadata/timestamp.json, got %d".formatted(timestamps.size()));
        }
        String found = timestamps.getFirst();
        var contents =
                new Contents(bundle, found.substring(0, found.length() - TIMESTAMP.length()));
        contents.each((path, _) -> contents.paths.add(path));
        return contents;
    }

    private static String plain(String path) {
        return path.startsWith("./") ? path.substring(2) : path;
    }

    /** The paths that belong to the repository. */
    Set<String> paths() {
        return paths;
    }

    /** Every file of the repository, the timestamp last. */
    void eachTimestampLast(Copier copier) throws BundleException, IOException {
        List<byte[]> timestamp = new ArrayList<>();
        each(
                (path, content) -> {
                    if (path.equals(TIMESTAMP)) {
                        timestamp.add(content);
                    } else {
                        copier.copy(path, content);
                    }
                });
        for (byte[] content : timestamp) {
            copier.copy(TIMESTAMP, content);
        }
    }

    private void each(Copier copier) throws BundleException, IOException {
        long[] total = {0, 0};
        bundle.each(
                (path, content) -> {
                    String own = own(path);
                    if (own == null) {
                        return;
                    }
                    byte[] bytes = bounded(own, content);
                    total[0] += bytes.length;
                    total[1]++;
                    if (total[0] > BYTES_MAX || total[1] > FILES_MAX) {
                        throw new BundleException(
                                "expected at most %d files of %d MiB in all"
                                        .formatted(FILES_MAX, BYTES_MAX >> 20));
                    }
                    copier.copy(own, bytes);
                });
    }

    /** The path within the repository; null for what does not belong to one. */
    private @Nullable String own(String path) throws BundleException {
        String plain = plain(path);
        if (plain.length() > PATH_LENGTH_MAX || plain.startsWith("/") || plain.contains("..")) {
            throw new BundleException("expected paths within the bundle, got another");
        }
        if (!plain.startsWith(prefix)) {
            return null;
        }
        String own = plain.substring(prefix.length());
        return OURS.matcher(own).matches() ? own : null;
    }

    private static byte[] bounded(String path, InputStream content)
            throws BundleException, IOException {
        var bytes = new ByteArrayOutputStream();
        byte[] piece = new byte[1 << 16];
        for (int count = content.read(piece); count >= 0; count = content.read(piece)) {
            bytes.write(piece, 0, count);
            if (bytes.size() > FILE_BYTES_MAX) {
                throw new BundleException(
                        "%s: expected at most %d MiB".formatted(path, FILE_BYTES_MAX >> 20));
            }
        }
        return bytes.toByteArray();
    }
}
