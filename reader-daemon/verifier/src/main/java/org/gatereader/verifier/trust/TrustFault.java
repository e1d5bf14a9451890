package org.gatereader.verifier.trust;

import java.util.Optional;
import org.gatereader.verifier.encoding.TextPosition;

/**
 * One thing wrong with a file of the trust directory, as an admin reads it.
 *
 * @param file its path within the directory
 * @param at the place, where there is one
 * @param problem the key, what was expected, what was there
 */
public record TrustFault(String file, Optional<TextPosition> at, String problem) {
    static TrustFault at(String file, TextPosition at, String problem) {
        return new TrustFault(file, Optional.of(at), problem);
    }

    /** A fault of the file as a whole. */
    static TrustFault of(String file, String problem) {
        return new TrustFault(file, Optional.empty(), problem);
    }

    /** {@code file:line:column: problem} */
    @Override
    public String toString() {
        return file + at.map(place -> ":" + place).orElse("") + ": " + problem;
    }
}
