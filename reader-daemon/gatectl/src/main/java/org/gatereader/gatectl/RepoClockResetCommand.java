package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gatereader.gatectl.repo.ClockStatement;
import org.gatereader.gatectl.repo.KeyFile;
import org.gatereader.gatectl.repo.RepositoryException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatectl repo clock-reset}: drafts what lets a gate's clock begin anew, and signs it. */
@Command(
        name = "clock-reset",
        header = "Drafts and signs the statement that lets one gate's clock begin anew.",
        description =
                "%nThe first person gives gate, nonce and time, which make FILE; the second only"
                        + " FILE. Each sees what it says, and signs with a key of role root after a"
                        + " yes. gatectl clock-reset hands it to the gate.%n")
final class RepoClockResetCommand implements Callable<Integer> {
    private static final int BYTES_MAX = 8 << 10;
    private static final String NONCE = "[0-9a-f]{32}";
    private static final int SIGNERS = 2;

    private final Surroundings surroundings;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private Keys keys = new Keys();

    @Option(names = "--gate", paramLabel = "ID", description = "The one gate that it is for.")
    private String gate = "";

    @Option(
            names = "--nonce",
            paramLabel = "HEX",
            description = "What gatectl status shows: \"a reset names\".")
    private String nonce = "";

    @Option(
            names = "--passed",
            paramLabel = "INSTANT",
            description = "A time that has passed, such as 2030-01-01T00:00:00Z.")
    private @Nullable Instant passed;

    @Option(names = "--yes", description = "Sign without being asked.")
    private boolean isAgreed;

    @Parameters(paramLabel = "FILE", description = "The statement.")
    private Path file = Path.of("");

    RepoClockResetCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RepositoryException, IOException, UnreadableException {
        ClockStatement statement = statement();
        statement.says().forEach(this::show);
        surroundings.out().flush();
        if (!isAgreed && !surroundings.terminal().line("sign? ").equals(Optional.of("yes"))) {
            surroundings.err().println("gatectl: not signed: expected yes, or --yes");
            return ExitCode.NOT_DONE;
        }
        for (KeyFile key : keys.open(surroundings)) {
            statement.sign(key);
        }
        Files.write(file, statement.bytes());
        surroundings
                .out()
                .println(
                        Printable.of(
                                "%s: %d of %d signatures"
                                        .formatted(file, statement.signatures(), SIGNERS)));
        return ExitCode.OK;
    }

    /** Whoever adds a signature to a file that is there can not change what it says. */
    private ClockStatement statement()
            throws RepositoryException, IOException, UnreadableException {
        Instant begin = passed;
        boolean isBare = gate.isEmpty() && nonce.isEmpty() && begin == null;
        if (Files.exists(file)) {
            if (!isBare) {
                throw Usage.error(
                        spec, "expected FILE alone: it is there, and says for which gate");
            }
            return ClockStatement.read(FileBytes.read(file, BYTES_MAX));
        }
        Instant now = surroundings.clocks().wall().instant();
        if (gate.isEmpty() || !nonce.matches(NONCE) || begin == null || begin.isAfter(now)) {
            throw Usage.error(
                    spec,
                    "expected --gate, --nonce of 32 hex digits, and --passed, a time that has"
                            + " passed");
        }
        return ClockStatement.draft(gate, nonce, begin);
    }

    private void show(String name, String value) {
        surroundings.out().println(Printable.of("%-7s %s".formatted(name, value)));
    }
}
