package org.gatereader.verifier.encoding;

import java.util.Base64;
import java.util.Optional;

/** The textual encoding of a public key (RFC 7468, section 13), and of nothing else. */
public final class Pem {
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----\n";
    private static final String END = "\n-----END PUBLIC KEY-----";

    private Pem() {}

    /** The DER of a SubjectPublicKeyInfo; empty if the text is anything but one whole key. */
    public static Optional<byte[]> publicKey(String text) {
        String pem = text.strip();
        if (!pem.startsWith(BEGIN) || !pem.endsWith(END)) {
            return Optional.empty();
        }
        if (pem.length() < BEGIN.length() + END.length()) {
            return Optional.empty();
        }
        String lines = pem.substring(BEGIN.length(), pem.length() - END.length());
        try {
            return Optional.of(Base64.getDecoder().decode(lines.replace("\n", "")));
        } catch (IllegalArgumentException _) {
            // The decoder's only way to say that a character is none of its alphabet.
            return Optional.empty();
        }
    }
}
