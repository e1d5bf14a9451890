package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gatereader.gatectl.repo.RepositoryException;
import org.gatereader.gatectl.repo.TufRepository;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gatectl repo rotate-key}: one key for another. */
@Command(
        name = "rotate-key",
        header = "Stages another key in the place of one.",
        description =
                "%nOf root, targets, snapshot and timestamp the root says whose keys count, of the"
                        + " others targets: that file is staged, and the role's own, which the new"
                        + " key is to sign.%n")
final class RepoRotateKeyCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PERSON|KEYID",
            description = "The key that counts no more.")
    private String outgoing = "";

    @Option(
            names = "--in",
            required = true,
            paramLabel = "FILE",
            description = "The public key that counts instead.")
    private Path incoming = Path.of("");

    @Parameters(index = "0", paramLabel = "DIR", description = "The repository.")
    private Path directory = Path.of("");

    @Parameters(index = "1", paramLabel = "ROLE", description = "Such as targets.")
    private String role = "";

    RepoRotateKeyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RepositoryException, IOException, UnreadableException {
        try (TufRepository repository = TufRepository.open(directory)) {
            repository.rotate(
                    role,
                    outgoing,
                    RepoInitCommand.publicKey(incoming),
                    surroundings.clocks().wall().instant());
            new PendingText(surroundings.out()).print(repository.pending());
            return ExitCode.OK;
        }
    }
}
