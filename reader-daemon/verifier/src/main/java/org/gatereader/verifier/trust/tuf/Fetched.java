package org.gatereader.verifier.trust.tuf;

/** What became of an attempt to fetch one file. */
public sealed interface Fetched {

    /** The whole file. */
    static Fetched file(byte[] bytes) {
        return new File(bytes);
    }

    /** The whole file, untrusted. */
    final class File implements Fetched {
        private final byte[] bytes;

        private File(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /** There is no file to look at. */
    enum Nothing implements Fetched {
        /** The repository says that it has no such file. */
        ABSENT,
        /** It has more bytes than were allowed; nobody read on. */
        TOO_LONG,
        /** No answer, a broken one, or one too slow. */
        UNREACHABLE
    }
}
