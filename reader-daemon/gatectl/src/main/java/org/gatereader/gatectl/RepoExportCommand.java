package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatereader.gatectl.repo.Publication;
import org.gatereader.gatectl.repo.RepositoryException;
import org.gatereader.gatectl.repo.TufRepository;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatectl repo export}: a copy for gates without a network. */
@Command(
        name = "export",
        header = "Copies what is public, for a stick, with a timestamp that lives longer.",
        description =
                "%nGates refuse an expired timestamp and have no switch for it. This one has a"
                        + " version of its own; the public repository goes on with the next, which"
                        + " lives a day. Needs the keys of snapshot and timestamp, and that of"
                        + " status where it would expire on the way.%n")
final class RepoExportCommand implements Callable<Integer> {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,4})([dh])");

    private final Surroundings surroundings;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private Keys keys = new Keys();

    @Option(
            names = "--offline-for",
            required = true,
            paramLabel = "DURATION",
            description = "How long gates may import it: at most 14d, as in 14d or 36h.")
    private String offline = "";

    @Parameters(index = "0", paramLabel = "DIR", description = "The repository.")
    private Path directory = Path.of("");

    @Parameters(index = "1", paramLabel = "INTO", description = "An empty or new directory.")
    private Path into = Path.of("");

    RepoExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RepositoryException, IOException, UnreadableException {
        Duration duration = duration();
        try (TufRepository repository = TufRepository.open(directory)) {
            var now = surroundings.clocks().wall().instant();
            new Publication(repository, keys.open(surroundings), now).export(into, duration);
            surroundings
                    .out()
                    .println(Printable.of(into + ": can be imported until " + now.plus(duration)));
            return ExitCode.OK;
        }
    }

    private Duration duration() {
        Matcher matcher = DURATION.matcher(offline);
        if (!matcher.matches()) {
            throw Usage.error(spec, "expected --offline-for as in 14d or 36h");
        }
        long count = Long.parseLong(matcher.group(1));
        return matcher.group(2).equals("d") ? Duration.ofDays(count) : Duration.ofHours(count);
    }
}
