package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.ControlAnswer.Done;
import org.gatereader.daemon.control.wire.ControlAnswer.Status;
import org.gatereader.daemon.control.wire.ControlAnswer.Tested;
import org.gatereader.daemon.control.wire.ControlVerb;
import org.gatereader.daemon.control.wire.SelfTestReport;
import org.gatereader.daemon.control.wire.StatusReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatectl self-test}: tests every part and names the broken one. */
@Command(
        name = "self-test",
        header = "Tests every part of the gate and names the broken one, in under a minute.",
        description = {
            "%nA line a part: PASS, WARN, FAIL or SKIP, what was measured, and what to do. The gate"
                    + " serves on; its relay is turned only where it is out of service.",
            "That it was asked for, and what came of it, is journalled.%n"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every part works, or was skipped",
            "1:parts of several kinds do not work, or the gate refused",
            "2:the command line is wrong",
            "3:the page can not be written",
            "4:every part works, and one warns",
            "10:the camera does not work",
            "11:NFC does not work",
            "12:relay, contacts, lamp or buzzer do not work",
            "13:the clock can not be trusted",
            "14:the storage does not work",
            "15:trust or revocation lists are missing or too old",
            "16:the gate judges wrongly",
            "17:the board is too hot or its voltage too low",
            "69:no gate-reader answers"
        })
final class SelfTestCommand implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Just under a minute: the daemon's own bounds are narrower. */
    private static final int QUESTIONS_MAX = 290;

    private final Surroundings surroundings;
    private final Answers answers;

    @Mixin private Daemon daemon = new Daemon();

    @Option(names = "--json", description = "The whole report, one JSON object on one line.")
    private boolean isJson;

    @Mixin private Spoken spoken = new Spoken();

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also writes a page to print, in both languages; replaces the file.")
    private @Nullable Path page;

    @Option(
            names = "--interactive",
            description =
                    "Somebody stands at the barrier: nobody is admitted meanwhile, the relay is"
                            + " turned, the signs are shown, and questions are asked.")
    private boolean isInteractive;

    SelfTestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.answers = new Answers(surroundings);
    }

    @Override
    public Integer call() throws UnavailableException, UnreadableException {
        if (isInteractive && isJson) {
            throw Usage.error(spec, "--interactive is for a person, --json for a program");
        }
        Language language = spoken.language(surroundings.caller());
        var text = new SelfTestText(surroundings.out(), language);
        var attendant = new Attendant(surroundings.terminal(), language);
        if (isInteractive && !attendant.letsItBegin()) {
            surroundings.err().println("gatectl: nobody at this terminal let it begin");
            return ExitCode.NOT_DONE;
        }
        if (isInteractive) {
            attendant.handTheCode(surroundings.out());
        }
        ControlAnswer answer = run(text);
        if (!(answer instanceof Tested(SelfTestReport tested))) {
            return answers.print(answer);
        }
        if (!isJson) {
            text.printNew(tested);
        }
        SelfTestReport report = isInteractive ? attendant.tells(tested) : tested;
        writePage(report);
        return isJson ? answers.printJson(answer) : text.printEnd(report);
    }

    /** The answer when it is over, or the last one after a minute. */
    private ControlAnswer run(SelfTestText text) throws UnavailableException {
        ControlVerb begin = isInteractive ? ControlVerb.SELF_TEST_ATTENDED : ControlVerb.SELF_TEST;
        ControlAnswer answer = daemon.order(begin);
        if (!(answer instanceof Done)) {
            return answer;
        }
        answer = daemon.order(ControlVerb.SELF_TEST_REPORT);
        for (int asked = 1; asked < QUESTIONS_MAX && isRunning(answer); asked++) {
            if (!isJson && answer instanceof Tested(SelfTestReport report)) {
                text.printNew(report);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = daemon.order(ControlVerb.SELF_TEST_REPORT);
        }
        return answer;
    }

    private void writePage(SelfTestReport report) throws UnreadableException {
        if (page == null) {
            return;
        }
        String html =
                new SelfTestPage(report, gate(), surroundings.clocks().wall().instant()).html();
        try {
            Files.writeString(page, html);
        } catch (IOException _) {
            throw new UnreadableException(Printable.of(page + ": can not be written"));
        }
    }

    /** Who may test may not always read the status; the page then does not name the gate. */
    private Optional<StatusReport.Reader> gate() {
        try {
            return daemon.askForStatus() instanceof Status(StatusReport status)
                    ? Optional.of(status.reader())
                    : Optional.empty();
        } catch (UnavailableException _) {
            return Optional.empty();
        }
    }

    private static boolean isRunning(ControlAnswer answer) {
        return answer instanceof Tested(SelfTestReport report) && !report.isOver();
    }
}
