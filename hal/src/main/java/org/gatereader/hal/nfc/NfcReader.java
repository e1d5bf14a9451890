package org.gatereader.hal.nfc;

import java.time.Duration;
import java.util.Optional;
import org.gatereader.hal.Device;
import org.gatereader.hal.DeviceException;

/**
 * A contactless reader: sees that a phone or card lies in its field, and carries commands to it. A
 * card that is taken away is a person's hand and no failure; a reader that is gone is one.
 *
 * <p>No method keeps its caller longer than the wait it names and one second.
 */
public interface NfcReader extends Device {
    /**
     * Waits for a card, and begins a conversation with it.
     *
     * @param wait 0 to look only
     * @return whether a conversation has begun, which {@link #release} ends; a card that left again
     *     at once answers its first command with nothing
     * @throws DeviceException if the reader is gone, silent, or held by another program
     */
    boolean awaitCard(Duration wait) throws DeviceException;

    /**
     * Carries one command to the card of this conversation (ISO/IEC 7816-4, section 5).
     *
     * @param command 4..65544 bytes
     * @param wait how long the card may think: what it says later is for the caller to refuse
     * @return the response with its status word; empty if the card has left the field
     * @throws DeviceException if the reader is gone, or hangs for a second longer than the wait
     */
    Optional<byte[]> transmit(byte[] command, Duration wait) throws DeviceException;

    /**
     * Asks the reader itself whether it is still there, and not what its driver remembers.
     *
     * @throws DeviceException if the reader is gone or silent
     */
    void ping() throws DeviceException;

    /** Ends the conversation, if there is one; the card stays where it is. Never fails. */
    void release();

    /**
     * Waits until the card of the last conversation is no longer in the field.
     *
     * @param wait 0 to look only
     * @return whether it has left
     * @throws DeviceException if the reader is gone or silent
     */
    boolean awaitRemoval(Duration wait) throws DeviceException;

    /**
     * What the open reader says of itself: name, vendor and firmware as far as it tells them. For
     * the technician; nothing of a card.
     */
    String description();
}
