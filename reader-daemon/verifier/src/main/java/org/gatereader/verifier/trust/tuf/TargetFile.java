package org.gatereader.verifier.trust.tuf;

import java.util.Optional;
import org.gatereader.verifier.crypto.CryptoModule;

/**
 * A target as the role that is trusted for it lists it (TARGETS of section 4.5).
 *
 * <p>Immutable.
 */
public final class TargetFile {
    private final String path;
    private final long length;
    private final Hashes hashes;

    private TargetFile(String path, long length, Hashes hashes) {
        this.path = path;
        this.length = length;
        this.hashes = hashes;
    }

    static TargetFile read(String path, Fields target) throws TufException {
        return new TargetFile(
                path, target.integer("length", 0), Hashes.read(target.object("hashes")));
    }

    /** Its path, as whoever signed it wrote it: not the name of a local file. */
    public String path() {
        return path;
    }

    /** It has no more bytes than these. */
    public long bytesMax() {
        return length;
    }

    /** Says whether these bytes are this target, so that a held copy need not be fetched again. */
    public boolean is(byte[] bytes, CryptoModule crypto) {
        return bytes.length <= length && hashes.match(bytes, crypto);
    }

    /**
     * Where the repository has it (5.7.3).
     *
     * @return empty where no hash is known, and so no copy could be judged
     */
    Optional<String> location(boolean isConsistentSnapshot) {
        if (!isConsistentSnapshot) {
            return Optional.of(path);
        }
        int name = path.lastIndexOf('/') + 1;
        return hashes.ofFileName()
                .map(hash -> path.substring(0, name) + hash + "." + path.substring(name));
    }
}
