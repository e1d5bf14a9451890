package org.gatereader.verifier.trust.tuf;

/**
 * Where metadata and targets come from: a web server, a directory, a USB stick. Nothing it answers
 * is trusted. It bounds its own time: a repository that dribbles is {@link
 * Fetched.Nothing#UNREACHABLE}.
 */
public interface Repository {
    /**
     * Fetches one metadata file.
     *
     * @param fileName such as {@code 3.root.json}; a role's name in it is percent-encoded, so that
     *     it is one segment of a path
     * @param bytesMax reading stops beyond
     */
    Fetched metadata(String fileName, int bytesMax);

    /**
     * Fetches one target.
     *
     * @param path relative to the base of the targets, as whoever signed it wrote it: not encoded,
     *     and not to be used as the name of a local file
     * @param bytesMax reading stops beyond
     */
    Fetched target(String path, int bytesMax);
}
