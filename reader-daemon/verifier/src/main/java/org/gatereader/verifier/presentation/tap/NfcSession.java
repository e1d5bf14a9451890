package org.gatereader.verifier.presentation.tap;

/**
 * One conversation with one phone, from the first command to one payload or one fault. Pure: it
 * says what to send and is told what came; it has no device and no clock.
 */
public interface NfcSession {
    /** The first command. Called once. */
    NfcStep.Send begin();

    /**
     * The card's whole answer to the command before.
     *
     * @param data untrusted; without the status word
     * @param statusWord SW1 and SW2, 0x0000..0xFFFF
     * @param nanos monotonic time of its last byte
     */
    NfcStep answered(byte[] data, int statusWord, long nanos);
}
