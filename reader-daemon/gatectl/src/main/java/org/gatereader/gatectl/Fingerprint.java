package org.gatereader.gatectl;

import java.util.Locale;
import java.util.Optional;
import org.gatereader.gatectl.Surroundings.Terminal;

/** A fingerprint that a person compares, and types to show that he did. */
final class Fingerprint {
    private final String hex;

    Fingerprint(String hex) {
        this.hex = hex;
    }

    /** In groups of four, for eyes. */
    @Override
    public String toString() {
        return hex.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** Whether it was typed whole; blanks and capitals do not matter. */
    boolean isTypedBackAt(Terminal terminal) {
        Optional<String> typed = terminal.line("type the fingerprint: ");
        return typed.map(words -> words.replaceAll("\\s", "").toLowerCase(Locale.ROOT))
                .filter(hex::equals)
                .isPresent();
    }
}
