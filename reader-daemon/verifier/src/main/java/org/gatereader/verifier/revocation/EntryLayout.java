package org.gatereader.verifier.revocation;

/** How the entries of a list lie one after the other. */
public sealed interface EntryLayout {
    /**
     * By index, least significant bit first (Token Status List, section 4.1).
     *
     * @param bits 1, 2, 4 or 8 an entry
     */
    record Packed(int bits) implements EntryLayout {}

    /**
     * By identifier, sorted: its bytes, filled up with zeros, then its length and its state in a
     * byte each.
     *
     * @param width of the longest identifier in bytes, 1..{@link #WIDTH_MAX}
     * @param absent what is true of an identifier that is not here
     */
    record Identified(int width, RevocationState absent) implements EntryLayout {
        /** Longer than any hash or random that an issuer would use for a name. */
        public static final int WIDTH_MAX = 64;

        private static final int LENGTH_AND_STATE = 2;

        int recordBytes() {
            return width + LENGTH_AND_STATE;
        }
    }
}
