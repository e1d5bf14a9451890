package org.gatereader.daemon.time;

/** The stages of the latency budget, from the last needed frame to the relay's edge. */
public enum Stage {
    /** Last needed frame or byte → decoded and taken up by admission. */
    READ,
    /** From check 1 until the trust entry is found, check 7 of either profile. */
    PARSE,
    /** From there to the holder's signature: both signatures. */
    VERIFY,
    /** All checks after it. */
    DECIDE,
    /** Last needed frame or byte → relay engaged: the gate's promise. */
    TOTAL
}
