package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.gatereader.gatectl.repo.RepositoryException;
import org.gatereader.gatectl.repo.StatusLists;
import org.gatereader.gatectl.repo.TufRepository;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gatectl repo remove-target}: stages that a file is no more. */
@Command(
        name = "remove-target",
        header = "Stages that a file is taken away: a list that no issuer refers to any more.",
        description =
                "%nIts role signs that as it signs a change. While an issuer refers to a list that is"
                        + " not there, gates refuse that issuer's credentials. A list of ours is"
                        + " issued no more; its states are kept, and its uri is not used again.%n")
final class RepoRemoveTargetCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "DIR", description = "The repository.")
    private Path directory = Path.of("");

    @Parameters(index = "1", paramLabel = "TARGET", description = "Such as status/<hex>.cwt.")
    private String target = "";

    RepoRemoveTargetCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RepositoryException, IOException {
        try (TufRepository repository = TufRepository.open(directory)) {
            Instant now = surroundings.clocks().wall().instant();
            repository.remove(target, now);
            new StatusLists(repository).withdraw(target);
            new PendingText(surroundings.out()).print(repository.pending());
            return ExitCode.OK;
        }
    }
}
