package org.gatereader.verifier.presentation.tap;

import java.util.List;

/**
 * A protocol that a gate speaks over NFC. Others (ISO 18013-5, Aliro, PKOC) join by implementing
 * this and {@link NfcSession}; whoever carries the bytes knows no more than these two.
 */
public interface NfcProtocol {
    /** Bytes of a challenge, drawn fresh for each conversation and never used again. */
    int CHALLENGE_BYTES = 16;

    /**
     * Begins a conversation.
     *
     * @param challenge {@value #CHALLENGE_BYTES} random bytes
     * @param types the credential types that the site admits, at least one
     */
    NfcSession begin(byte[] challenge, List<String> types);

    /** The longest answer to any command of this protocol, in bytes. */
    int answerBytesMax();
}
