package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gatereader.gatectl.repo.CredentialMap;
import org.gatereader.gatectl.repo.KeyFile;
import org.gatereader.gatectl.repo.ListEntry;
import org.gatereader.gatectl.repo.ListState;
import org.gatereader.gatectl.repo.Publication;
import org.gatereader.gatectl.repo.RepositoryException;
import org.gatereader.gatectl.repo.StatusLists;
import org.gatereader.gatectl.repo.TufRepository;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gatectl revoke}, {@code suspend} and {@code restore}: one command, seconds. */
abstract class StatusChangeCommand implements Callable<Integer> {
    private static final int FILE_BYTES_MAX = 64 << 20;

    private final Surroundings surroundings;
    private final ListState to;

    @Mixin private Keys keys = new Keys();

    @Option(
            names = "--repo",
            required = true,
            paramLabel = "DIR",
            description = "The repository that keeps the list.")
    private Path directory = Path.of("");

    @Option(
            names = "--references",
            paramLabel = "FILE",
            description =
                    "The issuer's own map, lines of reference,uri,index: then IDs are references.")
    private @Nullable Path references;

    @Option(names = "--csv", paramLabel = "FILE", description = "More IDs: each line's first cell.")
    private @Nullable Path csv;

    @Option(names = "--dry-run", description = "Print what would change, and change nothing.")
    private boolean isDry;

    @Parameters(
            paramLabel = "ID",
            description = "URI#INDEX; INDEX where one list is kept here; or a reference.")
    private List<String> ids = List.of();

    StatusChangeCommand(Surroundings surroundings, ListState to) {
        this.surroundings = surroundings;
        this.to = to;
    }

    /** Revokes. */
    @Command(
            name = "revoke",
            sortOptions = false,
            header = "Revokes credentials for good, signs and publishes, and says the version.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:done, or a dry run",
                "1:refused; it says why. If the states were kept already, the next publication"
                        + " has them. Or it is done, and gates take nothing, for a role expired",
                "2:the command line is wrong",
                "3:a file can not be read or written",
                "4:done, and a role expires soon: renew it"
            })
    static final class Revoke extends StatusChangeCommand {
        Revoke(Surroundings surroundings) {
            super(surroundings, ListState.REVOKED);
        }
    }

    /** Suspends. */
    @Command(
            name = "suspend",
            sortOptions = false,
            header = "Suspends credentials until restore: a phone was reported lost.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:done, or a dry run",
                "1:refused; it says why. If the states were kept already, the next publication"
                        + " has them. Or it is done, and gates take nothing, for a role expired",
                "2:the command line is wrong",
                "3:a file can not be read or written",
                "4:done, and a role expires soon: renew it"
            })
    static final class Suspend extends StatusChangeCommand {
        Suspend(Surroundings surroundings) {
            super(surroundings, ListState.SUSPENDED);
        }
    }

    /** Restores. */
    @Command(
            name = "restore",
            sortOptions = false,
            header = "Ends a suspension; what is revoked stays so.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:done, or a dry run",
                "1:refused; it says why. If the states were kept already, the next publication"
                        + " has them. Or it is done, and gates take nothing, for a role expired",
                "2:the command line is wrong",
                "3:a file can not be read or written",
                "4:done, and a role expires soon: renew it"
            })
    static final class Restore extends StatusChangeCommand {
        Restore(Surroundings surroundings) {
            super(surroundings, ListState.VALID);
        }
    }

    @Override
    public Integer call() throws RepositoryException, IOException, UnreadableException {
        try (TufRepository repository = TufRepository.open(directory)) {
            var lists = new StatusLists(repository);
            List<StatusLists.Change> changes = lists.changes(entries(lists), to);
            print(changes);
            if (isDry) {
                line(changes.size() + " would change");
                return ExitCode.OK;
            }
            List<KeyFile> open = keys.open(surroundings);
            Instant now = surroundings.clocks().wall().instant();
            lists.requireKeys(changes, open);
            lists.apply(changes);
            line(changes.size() + " changed");
            return publish(repository, lists.issue(open, now), open, now);
        }
    }

    private int publish(
            TufRepository repository,
            List<StatusLists.Version> versions,
            List<KeyFile> open,
            Instant now)
            throws RepositoryException, IOException {
        // What else is staged waits for its own signatures: a lost phone does not.
        List<String> status = List.of("status");
        Optional<String> fault = new StagedTrust(repository).faultWith(status, now);
        if (fault.isPresent()) {
            surroundings.err().println("gatectl: not published: " + fault.get());
            return ExitCode.NOT_DONE;
        }
        new Publication(repository, open, now).publish(status);
        new VersionText(surroundings.out()).print(versions);
        return new LateText(surroundings.err()).print(repository.late(now), now);
    }

    private void print(List<StatusLists.Change> changes) {
        for (StatusLists.Change change : changes) {
            line("- " + change.entry() + " " + change.before());
            line("+ " + change.entry() + " " + change.after());
        }
    }

    private void line(String text) {
        surroundings.out().println(Printable.of(text));
    }

    private List<ListEntry> entries(StatusLists lists)
            throws RepositoryException, UnreadableException {
        List<String> named = new ArrayList<>(ids);
        if (csv != null) {
            lines(csv).stream()
                    .map(line -> line.split(",", 2)[0].strip())
                    .filter(id -> !id.isEmpty() && !id.startsWith("#"))
                    .forEach(named::add);
        }
        if (named.isEmpty()) {
            throw new UnreadableException("gatectl: expected an ID, or --csv");
        }
        @Nullable CredentialMap map =
                references == null ? null : CredentialMap.read(lines(references));
        List<ListEntry> entries = new ArrayList<>();
        for (String id : named) {
            if (map == null) {
                entries.add(entry(id, lists));
            } else {
                entries.addAll(map.of(id));
            }
        }
        return entries;
    }

    private static ListEntry entry(String id, StatusLists lists) throws UnreadableException {
        int hash = id.lastIndexOf('#');
        String index = id.substring(hash + 1);
        if (index.matches("\\d{1,9}") && (hash > 0 || lists.uris().size() == 1)) {
            String uri = hash > 0 ? id.substring(0, hash) : lists.uris().getFirst();
            return new ListEntry(uri, Long.parseLong(index));
        }
        throw new UnreadableException(
                "gatectl: expected URI#INDEX, or INDEX where one list is kept here, got "
                        + Printable.of(id));
    }

    private static List<String> lines(Path file) throws UnreadableException {
        try {
            return new String(FileBytes.read(file, FILE_BYTES_MAX), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (UnreadableException e) {
            throw new UnreadableException("gatectl: " + Printable.of(file + ": " + e.problem()));
        }
    }
}
