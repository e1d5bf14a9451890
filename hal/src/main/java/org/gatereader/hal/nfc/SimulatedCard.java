package org.gatereader.hal.nfc;

import java.util.Optional;

/** What answers in the field of a {@link SimulatedNfcReader}: a phone, a card, or an attacker. */
@FunctionalInterface
public interface SimulatedCard {
    /**
     * Answers one command, in the reader's thread.
     *
     * @return the response with its status word; empty if it leaves the field at this moment
     */
    Optional<byte[]> answer(byte[] command);
}
