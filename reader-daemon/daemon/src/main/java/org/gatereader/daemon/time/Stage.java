package org.gatereader.daemon.time;

/** The stages of the latency budget, from the last needed frame to the relay's edge. */
public enum Stage {
    /** Last needed frame or byte → decoded and taken up by admission. */
    READ,
    /** Checks 1 to 6. */
    PARSE,
    /** Checks 7 to 11: both signatures. */
    VERIFY,
    /** Checks 12 to 19. */
    DECIDE,
    /** Last needed frame or byte → relay engaged: the gate's promise. */
    TOTAL
}
