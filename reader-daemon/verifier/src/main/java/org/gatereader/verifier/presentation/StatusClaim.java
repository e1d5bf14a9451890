package org.gatereader.verifier.presentation;

/** Where a credential says its status stands (Token Status List, section 6). */
public sealed interface StatusClaim {
    /** The credential has no status claim. */
    record Absent() implements StatusClaim {}

    /** It names a mechanism that this gate does not know. */
    record OtherMechanism() implements StatusClaim {}

    /** It names an entry of a list. */
    sealed interface Reference extends StatusClaim {
        /** Compared with configured ones, never fetched. */
        String uri();
    }

    /**
     * An entry of a Token Status List. The index is the credential's own and never prints.
     *
     * @param index 0..2³²−1
     * @param uri compared with configured ones, never fetched
     */
    record ListEntry(long index, String uri) implements Reference {
        @Override
        public String toString() {
            return "ListEntry";
        }
    }

    /** An entry that has an identifier (ISO/IEC 18013-5, second edition). Never prints. */
    final class Identifier implements Reference {
        private final byte[] id;
        private final String uri;

        /**
         * An entry of the list of this uri.
         *
         * @param id owned by this object from now on
         */
        Identifier(byte[] id, String uri) {
            this.id = id;
            this.uri = uri;
        }

        /** The identifier's own bytes. */
        public byte[] id() {
            return id.clone();
        }

        @Override
        public String uri() {
            return uri;
        }
    }
}
