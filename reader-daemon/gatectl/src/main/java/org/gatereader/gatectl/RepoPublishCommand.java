package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        header = "Makes public what enough people signed, and renews snapshot and timestamp.",
        description =
                "%nNeeds the keys of snapshot and timestamp. Own status lists whose key is given"
                        + " are signed anew, and so is the role status: run it every hour, and no"
                        + " gate ever holds an old list. A role below its threshold waits, and it"
                        + " says for whom. What gates would refuse together waits, too.%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; what waits for signatures is named",
            "1:refused, or gates would refuse what was signed, or a role has expired: it says which",
            "2:the command line is wrong",
            "3:a file can not be read or written",
            "4:done, and a role expires soon: renew it"
        })
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
            var publication = new Publication(repository, open, now);
            publication.renewLate();
            List<String> ready = publication.ready();
            Optional<String> fault = new StagedTrust(repository).faultWith(ready, now);
            if (fault.isPresent()) {
                // The hour's timestamp goes on: what serves must not expire for what does not.
                surroundings.err().println("gatectl: not published: " + fault.get());
                publication.publish(List.of());
                return ExitCode.NOT_DONE;
            }
            publication.publish(ready);
            surroundings.out().println("published: " + repository.publicDirectory());
            new VersionText(surroundings.out()).print(versions);
            var pending = new PendingText(surroundings.out());
            repository.pending().forEach(pending::printWaiting);
            return new LateText(surroundings.err()).print(repository.late(now), now);
        }
    }
}
