package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.gatereader.gatectl.repo.KeyFile;
import org.gatereader.gatectl.repo.RepositoryException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gatectl repo new-key}: a key of one person's own. */
@Command(
        name = "new-key",
        header = "Makes a person's key: FILE, and its public part beside it.",
        description =
                "%nThe private key stays in FILE (PKCS#12, ECDSA on P-256) with whoever made it;"
                        + " the .pem file beside it is for whoever names it in a role.%n")
final class RepoNewKeyCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--person",
            required = true,
            paramLabel = "NAME",
            description = "Whose key it is: lower-case letters, digits, dot, hyphen, underscore.")
    private String person = "";

    @Mixin private Keys.Password password = new Keys.Password();

    @Parameters(paramLabel = "FILE", description = "A new file, as in alice.p12.")
    private Path file = Path.of("");

    RepoNewKeyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RepositoryException, IOException, UnreadableException {
        Path publicFile = publicFile();
        char[] secret = password.of(file, surroundings);
        KeyFile key;
        try {
            key = KeyFile.create(file, person, secret, surroundings.clocks().wall().instant());
        } finally {
            Arrays.fill(secret, '\0');
        }
        Files.writeString(
                publicFile,
                key.publicKey().pem(),
                StandardCharsets.US_ASCII,
                StandardOpenOption.CREATE_NEW);
        surroundings
                .out()
                .println(
                        Printable.of(
                                "%s: %s, public part in %s"
                                        .formatted(
                                                file, key.publicKey().fingerprint(), publicFile)));
        return ExitCode.OK;
    }

    private Path publicFile() {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".pem");
    }
}
