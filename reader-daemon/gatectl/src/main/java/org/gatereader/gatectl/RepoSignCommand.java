package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gatereader.gatectl.repo.KeyFile;
import org.gatereader.gatectl.repo.RepositoryException;
import org.gatereader.gatectl.repo.TufRepository;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gatectl repo sign}: one person's signature under what is staged. */
@Command(
        name = "sign",
        header = "Shows what is staged, and signs it with one person's keys.",
        description = "%nSigns every staged role that the keys may sign, after a yes.%n")
final class RepoSignCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private Keys keys = new Keys();

    @Option(names = "--yes", description = "Sign without being asked.")
    private boolean isAgreed;

    @Parameters(paramLabel = "DIR", description = "The repository.")
    private Path directory = Path.of("");

    RepoSignCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RepositoryException, IOException, UnreadableException {
        try (TufRepository repository = TufRepository.open(directory)) {
            var text = new PendingText(surroundings.out());
            text.print(repository.pending());
            surroundings.out().flush();
            if (!isAgreed && !surroundings.terminal().line("sign? ").equals(YES)) {
                surroundings.err().println("gatectl: not signed: expected yes, or --yes");
                return ExitCode.NOT_DONE;
            }
            List<String> signed = new ArrayList<>();
            for (KeyFile key : keys.open(surroundings)) {
                signed.addAll(repository.sign(key));
            }
            if (signed.isEmpty()) {
                surroundings.err().println("gatectl: not signed: no staged role names such a key");
                return ExitCode.NOT_DONE;
            }
            surroundings.out().println("signed: " + String.join(", ", signed));
            text.print(repository.pending());
            return ExitCode.OK;
        }
    }

    private static final java.util.Optional<String> YES = java.util.Optional.of("yes");
}
