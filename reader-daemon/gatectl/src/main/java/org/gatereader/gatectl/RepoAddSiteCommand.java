package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gatereader.gatectl.repo.PublicKeyEntry;
import org.gatereader.gatectl.repo.RepositoryException;
import org.gatereader.gatectl.repo.RolePlan;
import org.gatereader.gatectl.repo.TufRepository;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gatectl repo add-site}: a site that the repository has not had. */
@Command(
        name = "add-site",
        header = "Stages the role of another site: whose keys sign site/<ID>/*.",
        description = "%nWho signs targets and the site's own people have to sign it.%n")
final class RepoAddSiteCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--lax-thresholds",
            description = "Take fewer keys than two, and one signature.")
    private boolean isLax;

    @Parameters(index = "0", paramLabel = "DIR", description = "The repository.")
    private Path directory = Path.of("");

    @Parameters(index = "1", paramLabel = "ID", description = "The site's id.")
    private String site = "";

    @Parameters(
            index = "2..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "The public keys of its people, as in dan.pem.")
    private List<Path> people = List.of();

    RepoAddSiteCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RepositoryException, IOException, UnreadableException {
        String role = "site-" + site;
        List<PublicKeyEntry> keys = new ArrayList<>();
        for (Path file : people) {
            keys.add(RepoInitCommand.publicKey(file));
        }
        var plan =
                new RolePlan(
                        Map.of(role, keys),
                        isLax ? Map.of(role, 1) : Map.of(),
                        isLax ? RolePlan.Laxity.LAX_THRESHOLDS : RolePlan.Laxity.NONE);
        try (TufRepository repository = TufRepository.open(directory)) {
            repository.addSite(role, plan, surroundings.clocks().wall().instant());
            new PendingText(surroundings.out()).print(repository.pending());
            return ExitCode.OK;
        }
    }
}
