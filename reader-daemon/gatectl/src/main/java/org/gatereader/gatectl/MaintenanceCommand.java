package org.gatereader.gatectl;

import java.util.concurrent.Callable;
import org.gatereader.daemon.control.wire.ControlVerb;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatectl maintenance on|off}: nobody is admitted while somebody works at the gate. */
@Command(
        name = "maintenance",
        header = "Takes the gate out of service, or back into it.",
        description = "%nNobody is admitted in maintenance. Both are journalled.%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the gate refused; it says why",
            "2:the command line is wrong",
            "69:no gate-reader answers"
        })
final class MaintenanceCommand implements Callable<Integer> {
    private final Answers answers;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private Daemon daemon = new Daemon();

    @Parameters(paramLabel = "on|off", description = "Out of service, or back into it.")
    private String order = "";

    MaintenanceCommand(Surroundings surroundings) {
        this.answers = new Answers(surroundings);
    }

    @Override
    public Integer call() throws UnavailableException {
        return answers.print(daemon.order(verb()));
    }

    private ControlVerb verb() {
        return switch (order) {
            case "on" -> ControlVerb.MAINTENANCE_ON;
            case "off" -> ControlVerb.MAINTENANCE_OFF;
            default ->
                    throw Usage.error(
                            spec, "expected maintenance on or off, got '%s'".formatted(order));
        };
    }
}
