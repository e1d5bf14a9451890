package org.gatereader.gatectl;

import java.util.concurrent.Callable;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.TrustReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gatectl trust}: what this gate holds and believes, and until when. */
@Command(
        name = "trust",
        header = "Shows what this gate believes: versions, ages, digests, deadlines, canaries.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is in order",
            "1:a deadline has passed, a role is to be renewed, a list is no longer fresh, a canary is"
                    + " wrong, nothing serves, or the last update was refused",
            "2:the command line is wrong",
            "69:no gate-reader answers"
        })
final class TrustCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private Daemon daemon = new Daemon();

    @Option(names = "--json", description = "The same as one JSON object on one line.")
    private boolean isJson;

    @Mixin private Spoken spoken = new Spoken();

    TrustCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UnavailableException {
        TrustText text = new TrustText(surroundings, spoken.language(surroundings.caller()));
        ControlAnswer answer = daemon.askForStatus();
        if (!(answer instanceof ControlAnswer.Status(var report))) {
            return new Answers(surroundings).print(answer);
        }
        TrustReport trust = report.trust();
        if (isJson) {
            surroundings.out().println(TrustJson.of(trust));
        } else {
            text.print(report.reader().gateId(), trust);
        }
        return text.isInOrder(trust) ? ExitCode.OK : ExitCode.NOT_DONE;
    }
}
