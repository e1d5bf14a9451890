package org.gatereader.gatectl;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.gatereader.gatectl.enrol.EnrolmentException;
import org.gatereader.gatectl.enrol.GateDirectory;
import org.gatereader.gatectl.enrol.StoppedService;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gatectl retire}: this machine is no gate any more. */
@Command(
        name = "retire",
        header = "Wipes this gate's root, keys, lists and inbox; the journal stays.",
        description =
                "%nFor root, with the service stopped, after the fingerprint of the root was typed."
                        + " An SD card may keep what was deleted.%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused; it says why, and nothing was changed",
            "2:the command line is wrong, or somebody else than root runs it",
            "3:a file can not be read or deleted"
        })
final class RetireCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private GatePlace place = new GatePlace();

    RetireCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, EnrolmentException {
        GatePlace.requireRoot(surroundings, spec);
        try (StoppedService _ = place.stoppedService()) {
            GateDirectory directory = place.directory();
            var fingerprint = new Fingerprint(directory.enrolledFingerprint());
            surroundings.out().println(fingerprint);
            surroundings.out().flush();
            if (!fingerprint.isTypedBackAt(surroundings.terminal())) {
                surroundings.err().println("gatectl: not retired: that is another fingerprint");
                return ExitCode.NOT_DONE;
            }
            directory.retire();
            surroundings.out().println("retired: this machine is no gate any more");
            return ExitCode.OK;
        }
    }
}
