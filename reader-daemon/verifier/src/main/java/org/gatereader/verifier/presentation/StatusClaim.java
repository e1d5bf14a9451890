package org.gatereader.verifier.presentation;

/** Where a credential says its status stands (Token Status List, section 6). */
public sealed interface StatusClaim {
    /** The credential has no status claim. */
    record Absent() implements StatusClaim {}

    /** It names a mechanism that this gate does not know. */
    record OtherMechanism() implements StatusClaim {}

    /**
     * An entry of a Token Status List. The index is the credential's own and never prints.
     *
     * @param index 0..2³²−1
     * @param uri compared with configured ones, never fetched
     */
    record ListEntry(long index, String uri) implements StatusClaim {
        @Override
        public String toString() {
            return "ListEntry";
        }
    }
}
