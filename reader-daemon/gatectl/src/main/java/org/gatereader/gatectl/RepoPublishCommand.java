package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.gatereader.gatectl.repo.KeyFile;
import org.gatereader.gatectl.repo.Publication;
import org.gatereader.gatectl.repo.RepositoryException;
import org.gatereader.gatectl.repo.StatusLists;
import org.gatereader.gatectl.repo.TufRepository;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gatectl repo publish}: makes public what enough people signed. */
@Command(
        name = "publish",
        header = "Makes public what is staged, and renews snapshot and timestamp.",
        description =
                "%nNeeds the keys of snapshot and timestamp. Own status lists whose key is given"
                        + " are signed anew, and so is the role status: run it every hour, and no"
                        + " gate ever holds an old list. Below a threshold nothing is published,"
                        + " and it says who is missing.%n")
final class RepoPublishCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private Keys keys = new Keys();

    @Parameters(paramLabel = "DIR", description = "The repository.")
    private Path directory = Path.of("");

    RepoPublishCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RepositoryException, IOException, UnreadableException {
        try (TufRepository repository = TufRepository.open(directory)) {
            List<KeyFile> open = keys.open(surroundings);
            Instant now = surroundings.clocks().wall().instant();
            List<StatusLists.Version> versions = new StatusLists(repository).issue(open, now);
            new Publication(repository, open, now).publish();
            surroundings.out().println("published: " + repository.publicDirectory());
            new VersionText(surroundings.out()).print(versions);
            return ExitCode.OK;
        }
    }
}
