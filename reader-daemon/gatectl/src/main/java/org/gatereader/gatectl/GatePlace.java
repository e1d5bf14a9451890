package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.file.Path;
import org.gatereader.gatectl.enrol.EnrolmentException;
import org.gatereader.gatectl.enrol.GateDirectory;
import org.gatereader.gatectl.enrol.StoppedService;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where the gate lies that is enrolled or retired; for root alone. */
final class GatePlace {
    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "The gate's state directory. Default: /var/lib/gate-reader.")
    private Path state = Path.of("/var/lib/gate-reader");

    @Option(
            names = "--sockets",
            paramLabel = "DIR",
            description = "The daemon's control.directory. Default: /run/gate-reader.")
    private Path sockets = Path.of("/run/gate-reader");

    GateDirectory directory() {
        return new GateDirectory(state);
    }

    /** While it is held, the daemon neither runs nor starts. */
    StoppedService stoppedService() throws EnrolmentException, IOException {
        return StoppedService.at(sockets, state);
    }

    /** No verb of a socket does this, and no user but root. */
    static void requireRoot(Surroundings surroundings, @Nullable CommandSpec spec) {
        if (!surroundings.caller().isRoot()) {
            throw Usage.error(spec, "is for root alone");
        }
    }
}
