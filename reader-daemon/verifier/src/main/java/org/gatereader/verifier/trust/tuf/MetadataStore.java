package org.gatereader.verifier.trust.tuf;

import java.util.Optional;

/**
 * Where trusted metadata is kept between updates. What it gives back is verified again, so that a
 * torn or stale file is fetched anew and harms nothing.
 *
 * <p>File names are {@code root.json}, {@code timestamp.json}, {@code snapshot.json}, {@code
 * targets.json} and those of delegated roles, percent-encoded. Each call is durable and atomic when
 * it returns; an implementation that can not do so throws, and the update ends there.
 */
public interface MetadataStore {
    Optional<byte[]> load(String fileName);

    /** Replaces the file's content. */
    void save(String fileName, byte[] content);

    /** Deletes the file, if there is one. */
    void delete(String fileName);
}
