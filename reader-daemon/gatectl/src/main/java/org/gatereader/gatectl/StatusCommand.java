package org.gatereader.gatectl;

import java.util.concurrent.Callable;
import org.gatereader.daemon.control.wire.ControlAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gatectl status}: how the gate stands. */
@Command(
        name = "status",
        header = "Shows how the gate stands: state, clock, trust, counts, milliseconds.",
        description = "%nNothing of it is about a person, and no figure says when.%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:people are admitted",
            "1:nobody is admitted; the report says why",
            "2:the command line is wrong",
            "69:no gate-reader answers"
        })
final class StatusCommand implements Callable<Integer> {
    private final Answers answers;

    @Mixin private Daemon daemon = new Daemon();

    @Option(names = "--json", description = "The daemon's answer, one JSON object on one line.")
    private boolean isJson;

    StatusCommand(Surroundings surroundings) {
        this.answers = new Answers(surroundings);
    }

    @Override
    public Integer call() throws UnavailableException {
        ControlAnswer answer = daemon.askForStatus();
        return isJson ? answers.printJson(answer) : answers.print(answer);
    }
}
