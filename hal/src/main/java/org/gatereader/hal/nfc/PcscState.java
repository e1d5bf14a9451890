package org.gatereader.hal.nfc;

/**
 * The state of a reader as the service tells it: flags below, a count of insertions and removals in
 * the upper 16 bits.
 */
record PcscState(long bits) {
    /** Nothing is known: the next question is answered at once. */
    static final PcscState UNAWARE = new PcscState(0);

    private static final long CHANGED = 0x02;
    private static final long UNKNOWN = 0x04;
    private static final long UNAVAILABLE = 0x08;
    private static final long PRESENT = 0x20;
    private static final long MUTE = 0x200;
    private static final int COUNT_SHIFT = 16;

    /** As it is given back to the service: what changed is known now. */
    PcscState known() {
        return new PcscState(bits & ~CHANGED);
    }

    /** No such reader any more. */
    boolean isGone() {
        return has(UNKNOWN) || has(UNAVAILABLE);
    }

    boolean isCardPresent() {
        return has(PRESENT);
    }

    /** A card that answers: not one that only shares the field. */
    boolean isCardReady() {
        return has(PRESENT) && !has(MUTE);
    }

    /** How many insertions and removals there were, as far as 16 bits count. */
    long count() {
        return bits >>> COUNT_SHIFT;
    }

    private boolean has(long flag) {
        return (bits & flag) != 0;
    }
}
