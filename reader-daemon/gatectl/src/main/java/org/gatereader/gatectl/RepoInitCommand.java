package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

/** {@code gatectl repo init}: begins a repository. */
@Command(
        name = "init",
        sortOptions = false,
        header = "Begins a repository: says whose keys sign what.",
        description = {
            "%nThe role table: root 3 of 5 keys, 365 d; targets 2 of 3, 90 d; directory 2 of 3, 30"
                    + " d; status 1, 7 d; site-<ID> 2 of 2, 90 d; snapshot 1, 7 d; timestamp 1, 24"
                    + " h. A key may stand in several roles.%n"
        })
final class RepoInitCommand implements Callable<Integer> {
    private static final int PEM_BYTES_MAX = 4096;

    private final Surroundings surroundings;

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE=FILE[,FILE...]",
            description =
                    "The public keys of a role, as in root=alice.pem,bob.pem; a file is called as"
                            + " its person. Once for each role.")
    private Map<String, String> roles = Map.of();

    @Option(
            names = "--threshold",
            paramLabel = "ROLE=N",
            description = "How many must sign for a role, where it is not the table's number.")
    private Map<String, Integer> thresholds = Map.of();

    @Option(
            names = "--lax-thresholds",
            description = "Take fewer keys and signatures than the table asks for.")
    private boolean isLax;

    @Parameters(paramLabel = "DIR", description = "A directory to be made.")
    private Path directory = Path.of("");

    RepoInitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RepositoryException, IOException, UnreadableException {
        Map<String, List<PublicKeyEntry>> keys = new LinkedHashMap<>();
        for (Map.Entry<String, String> role : roles.entrySet()) {
            List<PublicKeyEntry> own = new ArrayList<>();
            for (String file : role.getValue().split(",", -1)) {
                own.add(publicKey(Path.of(file)));
            }
            keys.put(role.getKey(), own);
        }
        var laxity = isLax ? RolePlan.Laxity.LAX_THRESHOLDS : RolePlan.Laxity.NONE;
        try (TufRepository repository =
                TufRepository.init(
                        directory,
                        new RolePlan(keys, thresholds, laxity),
                        surroundings.clocks().wall().instant())) {
            new PendingText(surroundings.out()).print(repository.pending());
            return ExitCode.OK;
        }
    }

    /** The key in a file that is called as its person. */
    static PublicKeyEntry publicKey(Path file) throws RepositoryException, UnreadableException {
        String name = String.valueOf(file.getFileName());
        String pem;
        try {
            pem = new String(FileBytes.read(file, PEM_BYTES_MAX), StandardCharsets.US_ASCII);
        } catch (UnreadableException e) {
            throw new UnreadableException("gatectl: " + Printable.of(file + ": " + e.problem()));
        }
        return PublicKeyEntry.ofPem(name.replaceFirst("\\.[^.]*$", ""), pem);
    }
}
