package org.gatereader.qr;

/** How much light the camera itself gets, code or no code: what a technician can mend. */
public enum Exposure {
    FINE,
    /** Nearly all is black: the lens is covered, or the hall is unlit. */
    TOO_DARK,
    /** Nearly all is white: the sun stands in the lens, or its aperture does not close. */
    TOO_BRIGHT;

    // A phone alone in a dark hall fills a sixteenth of the picture and can be read.
    static final int PART_THAT_IS_ENOUGH = 16;
    // A covered sensor still shows its own noise; a burnt-out one is not 255 everywhere.
    static final int BLACK_MAX = 20;
    static final int WHITE_MIN = 240;

    static Exposure of(int samples, int black, int white) {
        int enough = samples / PART_THAT_IS_ENOUGH;
        if (samples - black < enough) {
            return TOO_DARK;
        }
        return samples - white < enough ? TOO_BRIGHT : FINE;
    }
}
