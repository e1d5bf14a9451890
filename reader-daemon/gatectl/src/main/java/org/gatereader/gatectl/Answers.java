package org.gatereader.gatectl;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.gatereader.daemon.control.wire.AnswerWriter;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.TrustReport;

/** Prints what the daemon answered, and says with what code to exit. */
final class Answers {
    private final PrintWriter out;
    private final PrintWriter err;

    Answers(Surroundings surroundings) {
        this.out = surroundings.out();
        this.err = surroundings.err();
    }

    /** For a program: the answer as it came, one JSON object on one line. */
    int printJson(ControlAnswer answer) {
        out.print(new String(AnswerWriter.write(answer), StandardCharsets.UTF_8));
        return exitCode(answer);
    }

    /** For a person. */
    int print(ControlAnswer answer) {
        switch (answer) {
            case ControlAnswer.Status(var report) -> new StatusText(out).print(report);
            case ControlAnswer.Done(var message) -> out.println(Printable.of(message));
            case ControlAnswer.Refused(var message) ->
                    err.println("gatectl: " + Printable.of(message));
            case ControlAnswer.Tested(var report) ->
                    new SelfTestText(out, Language.EN).printNew(report);
            case ControlAnswer.Imported imported -> print(imported);
            // What only a page asks for.
            case ControlAnswer.Journal _, ControlAnswer.Camera _ -> printJson(answer);
        }
        return exitCode(answer);
    }

    private void print(ControlAnswer.Imported imported) {
        imported.changes().forEach(change -> out.println(Printable.of(change)));
        if (imported.refusal().isPresent()) {
            TrustReport.Refusal refusal = imported.refusal().get();
            err.println(
                    Printable.of(
                            "gatectl: %s: %s: %s"
                                    .formatted(refusal.file(), refusal.rule(), refusal.message())));
        }
    }

    private static int exitCode(ControlAnswer answer) {
        boolean isGood =
                switch (answer) {
                    case ControlAnswer.Status(var report) -> report.gate().reasons().isEmpty();
                    case ControlAnswer.Done _ -> true;
                    case ControlAnswer.Refused _ -> false;
                    case ControlAnswer.Tested _, ControlAnswer.Journal _, ControlAnswer.Camera _ ->
                            true;
                    case ControlAnswer.Imported imported -> imported.refusal().isEmpty();
                };
        if (answer instanceof ControlAnswer.Tested(var report)) {
            return SelfTestExit.code(report);
        }
        return isGood ? ExitCode.OK : ExitCode.NOT_DONE;
    }
}
