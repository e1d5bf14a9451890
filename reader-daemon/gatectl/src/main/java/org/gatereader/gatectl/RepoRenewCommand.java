package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gatereader.gatectl.repo.RepositoryException;
import org.gatereader.gatectl.repo.TufRepository;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gatectl repo renew}: the same again, to expire later. */
@Command(
        name = "renew",
        header = "Stages the next version of roles as they are, so that they expire later.")
final class RepoRenewCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "DIR", description = "The repository.")
    private Path directory = Path.of("");

    @Parameters(index = "1..*", paramLabel = "ROLE", arity = "1..*", description = "Such as root.")
    private List<String> roles = List.of();

    RepoRenewCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RepositoryException, IOException {
        try (TufRepository repository = TufRepository.open(directory)) {
            for (String role : roles) {
                repository.renew(role, surroundings.clocks().wall().instant());
            }
            new PendingText(surroundings.out()).print(repository.pending());
            return ExitCode.OK;
        }
    }
}
