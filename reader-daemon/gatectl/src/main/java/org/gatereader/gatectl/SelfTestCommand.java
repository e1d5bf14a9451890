package org.gatereader.gatectl;

import java.util.concurrent.Callable;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.ControlVerb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gatectl self-test}: tests every part and names the broken one. */
@Command(
        name = "self-test",
        header = "Tests every part of the gate and names the broken one.",
        description = "%nThat it was asked for is journalled.%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing is broken",
            "1:a part is broken, or the gate refused; it says why",
            "2:the command line is wrong",
            "69:no gate-reader answers"
        })
final class SelfTestCommand implements Callable<Integer> {
    private final Answers answers;

    @Mixin private Daemon daemon = new Daemon();

    @Option(names = "--json", description = "The daemon's answer, one JSON object on one line.")
    private boolean isJson;

    SelfTestCommand(Surroundings surroundings) {
        this.answers = new Answers(surroundings);
    }

    @Override
    public Integer call() throws UnavailableException {
        ControlAnswer answer = daemon.order(ControlVerb.SELF_TEST);
        return isJson ? answers.printJson(answer) : answers.print(answer);
    }
}
