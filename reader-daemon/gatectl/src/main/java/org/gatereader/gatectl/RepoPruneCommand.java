package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gatereader.gatectl.repo.RepositoryException;
import org.gatereader.gatectl.repo.TufRepository;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gatectl repo prune}: takes away what no gate wants any more. */
@Command(
        name = "prune",
        header = "Deletes from what is public all that nothing leads to any more.",
        description =
                "%nEvery root stays: a gate that was away goes from the one that it holds to the"
                        + " next.%n")
final class RepoPruneCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "DIR", description = "The repository.")
    private Path directory = Path.of("");

    RepoPruneCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RepositoryException, IOException {
        try (TufRepository repository = TufRepository.open(directory)) {
            surroundings.out().println(repository.prune() + " files deleted");
            return ExitCode.OK;
        }
    }
}
