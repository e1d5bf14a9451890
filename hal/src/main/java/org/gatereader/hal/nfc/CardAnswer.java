package org.gatereader.hal.nfc;

/** What came of one command. */
public sealed interface CardAnswer {
    /**
     * The card's whole answer, however many responses it took. A class without {@code toString}:
     * its data may be anything.
     */
    final class Whole implements CardAnswer {
        private final byte[] data;
        private final int statusWord;

        Whole(byte[] data, int statusWord) {
            this.data = data;
            this.statusWord = statusWord;
        }

        /** Without the status word; may be empty. */
        public byte[] data() {
            return data.clone();
        }

        /** SW1 and SW2 of the last response, 0x0000..0xFFFF (ISO/IEC 7816-4, section 5.1.3). */
        public int statusWord() {
            return statusWord;
        }
    }

    /** There is no whole answer, and nothing of it was kept. */
    enum Broken implements CardAnswer {
        /** The card left the field; a response cut short of its status word says so, too. */
        CARD_GONE,
        /** The time for the whole conversation was over. */
        TOO_LATE,
        /** More bytes than the protocol allows, or more responses than could hold them. */
        TOO_LONG
    }
}
