package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the daemon's configuration calls this gate, as far as the line of its id tells. */
final class ConfiguredGate {
    /** The first id below [gate], before another table begins. */
    private static final Pattern ID =
            Pattern.compile(
                    "^\\s*\\[gate]\\s*$(?:\\R(?!\\s*\\[).*)*?\\R\\s*id\\s*=\\s*[\"']([^\"']+)[\"']",
                    Pattern.MULTILINE);

    private ConfiguredGate() {}

    /** The id in a file; empty where there is no such file yet, or it says none. */
    static Optional<String> id(Path configuration) throws IOException {
        if (!Files.isRegularFile(configuration)) {
            return Optional.empty();
        }
        Matcher matcher = ID.matcher(Files.readString(configuration));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
