package org.gatereader.gatectl;

import java.util.Optional;
import org.gatereader.gatectl.Surroundings.Terminal;

/** The terminal that gatectl was started on. */
final class Console implements Terminal {
    @Override
    public Optional<String> line(String question) {
        java.io.Console console = System.console();
        return console.isTerminal()
                ? Optional.ofNullable(console.readLine("%s", question))
                : Optional.empty();
    }

    @Override
    public Optional<char[]> password(String question) {
        java.io.Console console = System.console();
        return console.isTerminal()
                ? Optional.ofNullable(console.readPassword("%s", question))
                : Optional.empty();
    }
}
