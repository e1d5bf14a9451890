package org.gatereader.gatectl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.trust.SitePolicy;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Channel;
import org.gatereader.verifier.verdict.Realm;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatectl check}: judges files as a gate would. */
@Command(
        name = "check",
        sortOptions = false,
        header = "Judges presentations in files as a gate would, check by check.",
        description = {
            "%nEach FILE is a picture of a QR code (PNG or JPEG), the text of one, or the bytes of a"
                    + " presentation; its content tells which, not its name. Every file is judged"
                    + " as the first that the gate sees. What the presentation says is printed:"
                    + " it is your own file. Nothing is written to disk, and nothing opens.%n",
            "The last line is GRANTED and the pass class, or DENIED, the number and the name of the"
                    + " reason; with several files, such a line ends each.%n"
        },
        footer = {
            "%nExamples:",
            "  gatectl check --trust trust --gate seoul-main-03 phone.png",
            "  gatectl check --trust trust --at 2030-01-07T00:30:00Z valid.txt valid.bin"
        },
        exitCodeListHeading = "%nExit codes (with several files, the largest):%n",
        exitCodeList = {
            "0:granted",
            "1:denied",
            "2:the command line is wrong, or it is the daemon's user who asks",
            "3:a file or the trust directory can not be read, or a picture shows no code"
        })
final class CheckCommand implements Callable<Integer> {
    /** The preset of the configuration key trust.directory. */
    private static final Path INSTALLED_TRUST = Path.of("/var/lib/gate-reader/trust");

    /** Whoever runs as this user could read what the daemon holds while it judges strangers. */
    private static final String SERVICE_USER = "gate-reader";

    private final Surroundings surroundings;

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--trust",
            paramLabel = "DIR",
            description =
                    "The trust directory: issuers.json, policy.json, status/. Default:"
                            + " /var/lib/gate-reader/trust.")
    private Path trust = INSTALLED_TRUST;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description =
                    "The gate's time, such as 2030-01-07T09:30:00+09:00 or seconds since 1970."
                            + " Default: now.")
    private @Nullable String at;

    @Option(
            names = "--gate",
            paramLabel = "ID",
            description =
                    "The gate's id, which presentations name. Default: the one gate in the policy's"
                            + " gateGroups, if it is one.")
    private @Nullable String gate;

    @Option(
            names = "--nonce",
            paramLabel = "N",
            description =
                    "A challenge of the gate that still counts, as hex, base64url or plain text."
                            + " Can be given more than once.")
    private List<String> nonces = List.of();

    @Option(
            names = "--channel",
            paramLabel = "qr|nfc",
            description = "How the presentation came to the gate. Default: qr.")
    private String channel = "qr";

    @Option(names = "--json", description = "One JSON object a file, on one line each.")
    private boolean isJson;

    @Mixin private Spoken spoken = new Spoken();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "What to judge.")
    private List<Path> files = List.of();

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UnreadableException {
        if (surroundings.caller().user().equals(SERVICE_USER)) {
            throw usage("does not run as the user %s: run it as yourself".formatted(SERVICE_USER));
        }
        Instant instant = instant();
        Channel through = channel();
        Report report = report();
        requireTrust();
        CryptoModule crypto = new BouncyCastle();
        TrustSnapshot<Realm.Production> snapshot =
                new TrustFiles(trust).read(crypto, instant, surroundings.err());
        var setting =
                new Examiner.Setting(
                        gateIn(snapshot.policy()), instant, through, Nonces.readings(nonces));
        return examineAll(new Examiner(crypto, snapshot, setting), report);
    }

    private int examineAll(Examiner examiner, Report report) {
        int worst = ExitCode.GRANTED;
        for (Path file : files) {
            worst = Math.max(worst, examine(file, examiner, report));
        }
        return worst;
    }

    private int examine(Path file, Examiner examiner, Report report) {
        try {
            Captured captured = Captured.read(file, surroundings.clocks().nanos());
            Examination examination = examiner.examine(captured);
            report.judged(file, examination);
            return examination.exitCode();
        } catch (UnreadableException e) {
            report.unreadable(file, e.problem());
            return ExitCode.UNREADABLE;
        }
    }

    private Instant instant() {
        if (at == null) {
            return surroundings.clocks().wall().instant();
        }
        try {
            return at.matches("-?\\d{1,12}")
                    ? Instant.ofEpochSecond(Long.parseLong(at))
                    : OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeException _) {
            throw usage(
                    "--at: expected an instant such as 2030-01-07T09:30:00+09:00, got '%s'"
                            .formatted(at));
        }
    }

    private Channel channel() {
        return switch (channel) {
            case "qr" -> Channel.QR;
            case "nfc" -> Channel.NFC;
            default -> throw usage("--channel: expected qr or nfc, got '%s'".formatted(channel));
        };
    }

    private Report report() {
        Language language = spoken.language(surroundings.caller());
        return isJson
                ? new JsonReport(surroundings.out(), language)
                : new TextReport(surroundings, language);
    }

    private void requireTrust() {
        if (trust.equals(INSTALLED_TRUST) && !Files.isDirectory(trust)) {
            throw usage("--trust DIR is missing, and there is no " + INSTALLED_TRUST);
        }
    }

    /** The gate asked for, or the only one that the policy names. */
    private String gateIn(SitePolicy policy) {
        Set<String> named = new TreeSet<>();
        policy.place().groups().gatesByGroup().values().forEach(named::addAll);
        // How the policy writes "every gate of this site".
        named.remove("");
        Supplier<ParameterException> missing =
                () ->
                        usage(
                                "--gate ID is missing, and policy.json names "
                                        + (named.isEmpty()
                                                ? "no gate"
                                                : "several: " + String.join(", ", named)));
        return Optional.ofNullable(gate)
                .or(() -> named.size() == 1 ? named.stream().findFirst() : Optional.empty())
                .orElseThrow(missing);
    }

    private ParameterException usage(String message) {
        return Usage.error(spec, message);
    }
}
