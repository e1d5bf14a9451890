package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gatereader.gatectl.repo.KeyFile;
import org.gatereader.gatectl.repo.RepositoryException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The private keys that a command signs with, and their passwords: never an argument. */
final class Keys {
    private static final int PASSWORD_BYTES_MAX = 1024;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "A PKCS#12 file with a private key. Can be given more than once.")
    private List<Path> files = List.of();

    @Mixin private Password password = new Password();

    /** How the password of a key file is found. */
    static final class Password {
        @Option(
                names = "--password-file",
                paramLabel = "FILE",
                description =
                        "A file whose first line is the password of every key given. Without it,"
                                + " each is asked for.")
        private @Nullable Path file;

        char[] of(Path key, Surroundings surroundings) throws UnreadableException {
            if (file != null) {
                byte[] content = FileBytes.read(file, PASSWORD_BYTES_MAX);
                String text = new String(content, StandardCharsets.UTF_8);
                return text.lines().findFirst().orElse("").toCharArray();
            }
            return surroundings
                    .terminal()
                    .password("password of " + Printable.of(key.toString()) + ": ")
                    .orElseThrow(
                            () ->
                                    new UnreadableException(
                                            "gatectl: expected a terminal to ask for the password"
                                                    + " on, or --password-file"));
        }
    }

    /** Opens all of them. */
    List<KeyFile> open(Surroundings surroundings)
            throws RepositoryException, IOException, UnreadableException {
        List<KeyFile> open = new ArrayList<>();
        for (Path file : files) {
            char[] secret = password.of(file, surroundings);
            try {
                open.add(KeyFile.open(file, secret));
            } finally {
                Arrays.fill(secret, '\0');
            }
        }
        return open;
    }
}
