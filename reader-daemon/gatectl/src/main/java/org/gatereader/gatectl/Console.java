package org.gatereader.gatectl;

import java.util.Objects;
import java.util.Optional;
import org.gatereader.gatectl.Surroundings.Terminal;

/** The terminal that gatectl was started on. */
final class Console implements Terminal {
    @Override
    public Optional<String> line(String question) {
        java.io.Console console = console();
        return console.isTerminal()
                ? Optional.ofNullable(console.readLine("%s", question))
                : Optional.empty();
    }

    /** There is always one since Java 22; whether somebody sits there, it says itself. */
    private static java.io.Console console() {
        return Objects.requireNonNull(System.console());
    }

    @Override
    public Optional<char[]> password(String question) {
        java.io.Console console = console();
        return console.isTerminal()
                ? Optional.ofNullable(console.readPassword("%s", question))
                : Optional.empty();
    }
}
