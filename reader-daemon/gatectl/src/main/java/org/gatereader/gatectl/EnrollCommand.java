package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gatereader.gatectl.enrol.EnrolmentException;
import org.gatereader.gatectl.enrol.GateDirectory;
import org.gatereader.gatectl.enrol.StoppedService;
import org.gatereader.gatectl.enrol.TrustedRoot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatectl enroll}: tells a machine whom to believe, and makes its keys. */
@Command(
        name = "enroll",
        sortOptions = false,
        header = "Makes this machine a gate: the root that it believes, and keys of its own.",
        description =
                "%nFor root, with the service stopped and no root present. The fingerprint is shown:"
                        + " compare it with the one that the site's office gave you on another way,"
                        + " and type it. The requests for certificates are for the office.%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused; it says why, and nothing was changed",
            "2:the command line is wrong, or somebody else than root runs it",
            "3:a file can not be read or written"
        })
final class EnrollCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--root",
            required = true,
            paramLabel = "FILE",
            description = "A root.json of the repository, such as 1.root.json.")
    private Path root = Path.of("");

    @Option(
            names = "--gate",
            required = true,
            paramLabel = "ID",
            description = "The gate's id; where gate.id is configured already, the same.")
    private String gate = "";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The daemon's configuration. Default: /etc/gate-reader/gate-reader.toml.")
    private Path configuration = Path.of("/etc/gate-reader/gate-reader.toml");

    @Mixin private GatePlace place = new GatePlace();

    EnrollCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, UnreadableException, EnrolmentException {
        GatePlace.requireRoot(surroundings, spec);
        if (!gate.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw Usage.error(spec, "expected --gate of 1..64 letters, digits, dots, hyphens");
        }
        Optional<String> configured = ConfiguredGate.id(configuration);
        if (configured.isPresent() && !configured.get().equals(gate)) {
            // Its certificates would name a gate that this one does not say it is.
            throw Usage.error(
                    spec, "expected --gate " + configured.get() + ", as in " + configuration);
        }
        try (StoppedService _ = place.stoppedService()) {
            GateDirectory directory = place.directory();
            directory.requireNotEnrolled();
            byte[] file = FileBytes.read(root, TrustedRoot.BYTES_MAX);
            TrustedRoot trusted = TrustedRoot.of(file, surroundings.clocks().wall().instant());
            var fingerprint = new Fingerprint(trusted.fingerprint());
            surroundings.out().println(fingerprint);
            surroundings.out().flush();
            if (!fingerprint.isTypedBackAt(surroundings.terminal())) {
                surroundings.err().println("gatectl: not enrolled: that is another fingerprint");
                return ExitCode.NOT_DONE;
            }
            directory.enrol(trusted, gate);
            surroundings
                    .out()
                    .println(
                            Printable.of(
                                    "enrolled as %s; for the office: holdings.pem, tap.csr,"
                                                    .formatted(gate)
                                            + " courier.csr in "
                                            + directory.requests()));
            return ExitCode.OK;
        }
    }
}
