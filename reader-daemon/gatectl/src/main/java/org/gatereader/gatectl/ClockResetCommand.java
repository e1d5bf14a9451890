package org.gatereader.gatectl;

import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.gatereader.daemon.control.wire.ControlVerb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gatectl clock-reset FILE}: hands the gate a reset of its clock that two people signed. */
@Command(
        name = "clock-reset",
        header = "Lets the gate's clock begin anew, by a statement that two people signed.",
        description =
                "%nThe statement names this gate and the nonce that gatectl status shows, and is"
                        + " taken once. It sets no clock.%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:taken",
            "1:the gate refused; it says why",
            "2:the command line is wrong",
            "3:the file can not be read",
            "69:no gate-reader answers"
        })
final class ClockResetCommand implements Callable<Integer> {
    /** As the gate bounds a statement. */
    private static final int BYTES_MAX = 8 << 10;

    private final Answers answers;

    @Mixin private Daemon daemon = new Daemon();

    @Parameters(paramLabel = "FILE", description = "The signed statement.")
    private Path file = Path.of("");

    ClockResetCommand(Surroundings surroundings) {
        this.answers = new Answers(surroundings);
    }

    @Override
    public Integer call() throws UnavailableException, UnreadableException {
        byte[] statement = FileBytes.read(file, BYTES_MAX);
        String argument = Base64.getUrlEncoder().withoutPadding().encodeToString(statement);
        return answers.print(daemon.order(ControlVerb.CLOCK_RESET, argument));
    }
}
