package org.gatereader.gatectl;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gatereader.gatectl.pki.Certificates;
import org.gatereader.gatectl.repo.GateCertificates;
import org.gatereader.gatectl.repo.KeyFile;
import org.gatereader.gatectl.repo.RepositoryException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatectl repo certify-gate}: the site's word that a key is a gate's, for the tap. */
@Command(
        name = "certify-gate",
        header = "Certifies a gate's key for the tap, by the site's key.",
        description =
                "%nREQUEST is the tap.csr that gatectl enroll made; FILE is for the gate's"
                        + " nfc.gate_certificate. The site's key is the one whose public part"
                        + " wallets get with their credentials.%n")
final class RepoCertifyGateCommand implements Callable<Integer> {
    private static final int REQUEST_BYTES_MAX = 4096;

    /** A wallet takes none that lives longer (PROFILE-P1, Tap). */
    private static final int DAYS_MAX = 31;

    private final Surroundings surroundings;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private Keys keys = new Keys();

    @Option(names = "--gate", required = true, paramLabel = "ID", description = "The gate's id.")
    private String gate = "";

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "How long it is valid, 1..31. Default: 30.")
    private int days = 30;

    @Parameters(index = "0", paramLabel = "REQUEST", description = "The gate's tap.csr.")
    private Path request = Path.of("");

    @Parameters(index = "1", paramLabel = "FILE", description = "The certificate, a new file.")
    private Path certificate = Path.of("");

    RepoCertifyGateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RepositoryException, IOException, UnreadableException {
        if (days < 1 || days > DAYS_MAX) {
            throw Usage.error(spec, "expected --days of 1..31");
        }
        List<KeyFile> site = keys.open(surroundings);
        if (site.size() != 1) {
            throw Usage.error(spec, "expected one --key, the site's");
        }
        String text = new String(FileBytes.read(request, REQUEST_BYTES_MAX), US_ASCII);
        Optional<ECPublicKey> key = Certificates.requestedKey(text, gate);
        if (key.isEmpty()) {
            surroundings
                    .err()
                    .println(
                            "gatectl: expected the tap.csr that gatectl enroll made for this gate");
            return ExitCode.NOT_DONE;
        }
        Instant now = surroundings.clocks().wall().instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expires = now.plus(Duration.ofDays(days));
        Files.write(
                certificate,
                GateCertificates.certify(site.getFirst(), gate, key.get(), expires),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
        surroundings
                .out()
                .println(Printable.of("%s: %s, until %s".formatted(certificate, gate, expires)));
        return ExitCode.OK;
    }
}
