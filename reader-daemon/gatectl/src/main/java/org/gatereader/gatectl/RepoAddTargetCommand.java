package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.gatereader.gatectl.repo.RepositoryException;
import org.gatereader.gatectl.repo.TufRepository;
import org.gatereader.verifier.trust.TrustDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gatectl repo add-target}: stages a file that gates are to believe. */
@Command(
        name = "add-target",
        header = "Stages a file: policy.json, site/<ID>/policy.json, a list of somebody else's.",
        description =
                "%nThe role is told by the path: status/... is status's, directory/... is"
                        + " directory's, site/<ID>/... is site-<ID>'s, all else is targets'."
                        + " issuers.json, policies and status lists are read first as a gate would"
                        + " read them.%n")
final class RepoAddTargetCommand implements Callable<Integer> {
    private static final int TARGET_BYTES_MAX = 64 << 20;

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "DIR", description = "The repository.")
    private Path directory = Path.of("");

    @Parameters(index = "1", paramLabel = "TARGET", description = "Such as policy.json.")
    private String target = "";

    @Parameters(index = "2", paramLabel = "FILE", description = "Its content.")
    private Path file = Path.of("");

    RepoAddTargetCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RepositoryException, IOException, UnreadableException {
        try (TufRepository repository = TufRepository.open(directory)) {
            byte[] content = FileBytes.read(file, TARGET_BYTES_MAX);
            Instant now = surroundings.clocks().wall().instant();
            var staged = new StagedTrust(repository);
            if (target.startsWith(TrustDirectory.STATUS)) {
                staged.requireReadableList(target, content, now);
            } else {
                staged.requireReadable(target, content, now);
            }
            repository.put(target, content, now);
            new PendingText(surroundings.out()).print(repository.pending());
            return ExitCode.OK;
        }
    }
}
