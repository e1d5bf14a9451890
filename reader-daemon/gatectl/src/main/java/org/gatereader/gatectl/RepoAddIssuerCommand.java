package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.gatereader.gatectl.repo.IssuerTargets;
import org.gatereader.gatectl.repo.RepositoryException;
import org.gatereader.gatectl.repo.StatusLists;
import org.gatereader.gatectl.repo.TufRepository;
import org.gatereader.verifier.trust.TrustDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gatectl repo add-issuer}: stages an issuer's key, and a status list of ours for it. */
@Command(
        name = "add-issuer",
        sortOptions = false,
        header = "Stages an entry of issuers.json; with --list, a status list that is kept here.",
        description =
                "%nENTRY is one JSON object as config/trust/README.md describes it. With --list,"
                        + " its member status gets the new list, canary and all: revoke, suspend"
                        + " and restore keep it from then on.%n")
final class RepoAddIssuerCommand implements Callable<Integer> {
    private static final int ENTRY_BYTES_MAX = 64 << 10;

    private final Surroundings surroundings;

    @ArgGroup(exclusive = false)
    private @Nullable NewList list;

    @Parameters(index = "0", paramLabel = "DIR", description = "The repository.")
    private Path directory = Path.of("");

    @Parameters(index = "1", paramLabel = "ENTRY", description = "A JSON file.")
    private Path entry = Path.of("");

    /** The options of a list. */
    static final class NewList {
        @Option(names = "--list", required = true, paramLabel = "URI", description = "The list.")
        private String uri = "";

        @Option(
                names = "--list-key",
                required = true,
                paramLabel = "FILE",
                description = "The public key that is to sign it, and nothing else.")
        private Path key = Path.of("");

        @Option(
                names = "--list-entries",
                paramLabel = "N",
                description = "How many credentials it has room for. Default: 1048576.")
        private long entries = 1 << 20;

        @Option(
                names = "--list-bits",
                paramLabel = "1|2",
                description = "Bits an entry; only 2 can suspend. Default: 2.")
        private int bits = 2;

        @Option(
                names = "--list-format",
                paramLabel = "cwt|jwt",
                description = "For P1 credentials cwt, for P2 jwt. Default: cwt.")
        private String format = "cwt";
    }

    RepoAddIssuerCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RepositoryException, IOException, UnreadableException {
        try (TufRepository repository = TufRepository.open(directory)) {
            Instant now = surroundings.clocks().wall().instant();
            var issuers = new IssuerTargets(repository);
            byte[] document = FileBytes.read(entry, ENTRY_BYTES_MAX);
            byte[] merged = issuers.with(document);
            new StagedTrust(repository).requireReadable(TrustDirectory.ISSUERS, merged, now);
            if (list != null) {
                var key = RepoInitCommand.publicKey(list.key);
                var shape = new StatusLists.Shape(list.format, list.bits, list.entries);
                var status = new StatusLists(repository).add(list.uri, shape, key.person(), key);
                merged = issuers.with(document, status);
                new StagedTrust(repository).requireReadable(TrustDirectory.ISSUERS, merged, now);
            }
            repository.put(TrustDirectory.ISSUERS, merged, now);
            new PendingText(surroundings.out()).print(repository.pending());
            return ExitCode.OK;
        }
    }
}
