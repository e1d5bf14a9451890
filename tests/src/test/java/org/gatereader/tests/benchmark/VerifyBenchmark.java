package org.gatereader.tests.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.Issuer;
import org.gatereader.demo.wallet.Phone;
import org.gatereader.demo.wallet.SigningKey;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.crypto.P256Key;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.presentation.PresentationParser;
import org.gatereader.verifier.verdict.Channel;
import org.gatereader.verifier.verdict.CheckTrace;
import org.gatereader.verifier.verdict.Lane;
import org.gatereader.verifier.verdict.Verdict;

/**
 * What one P1 presentation costs in reading and in signatures: the issuer's key is kept, the
 * holder's is new each time. OpenSSL verifies in the same round, and all times are the CPU's.
 */
final class VerifyBenchmark implements Benchmark {
    // Targets of PERFORMANCE.md.
    private static final double SIGNATURES_MAX = 2.5;
    private static final double READING_MAX = 0.1;

    private static final int ROUNDS = 7;
    private static final int WARM_UP_TIMES = 5_000;
    private static final int WARM_UP_READINGS = 50_000;
    private static final int TIMES = 1_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final CryptoModule crypto = new BouncyCastle();
    private final SigningKey signer = DemoKeys.named("phone");
    private final byte[] x = signer.x();
    private final boolean yIsOdd = (signer.y()[x.length - 1] & 1) == 1;
    private final P256Key kept = crypto.p256Key(x, signer.y()).orElseThrow();

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String summary() {
        return "reading and both signatures of one P1 presentation, against openssl ecdsap256";
    }

    @Override
    public boolean run(List<String> arguments, PrintStream out) throws Exception {
        String text = presentation();
        byte[] message = text.getBytes(US_ASCII);
        byte[] signature = signer.sign(message);
        microsOf(WARM_UP_READINGS, () -> reads(text));
        microsOf(WARM_UP_TIMES, () -> kept.verifies(message, signature));
        microsOf(WARM_UP_TIMES, () -> freshKeyVerifies(message, signature));
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            OptionalDouble openSsl = OpenSsl.verifyMicros();
            if (openSsl.isEmpty()) {
                out.println("openssl is not here: apt install openssl");
                return false;
            }
            rounds.add(
                    new Round(
                            microsOf(TIMES, () -> reads(text)),
                            microsOf(TIMES, () -> kept.verifies(message, signature)),
                            microsOf(TIMES, () -> freshKeyVerifies(message, signature)),
                            openSsl.getAsDouble()));
        }
        return report(rounds, out);
    }

    /** One round, in microseconds of CPU. */
    private record Round(double reading, double keptKey, double freshKey, double openSsl) {
        double signaturesRatio() {
            return (keptKey + freshKey) / (2 * openSsl);
        }

        double readingRatio() {
            return reading / keptKey;
        }
    }

    private static boolean report(List<Round> rounds, PrintStream out) {
        double signatures = median(rounds, Round::signaturesRatio);
        double reading = median(rounds, Round::readingRatio);
        out.printf("reading            %7.1f us%n", median(rounds, Round::reading));
        out.printf("verify, kept key   %7.1f us%n", median(rounds, Round::keptKey));
        out.printf("verify, fresh key  %7.1f us%n", median(rounds, Round::freshKey));
        out.printf("openssl verify     %7.1f us%n", median(rounds, Round::openSsl));
        out.printf("both / 2 openssl   %7.2f    target <= %.2f%n", signatures, SIGNATURES_MAX);
        out.printf("reading / one kept %7.3f    target <= %.3f%n", reading, READING_MAX);
        return signatures <= SIGNATURES_MAX && reading <= READING_MAX;
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).sorted().skip(ROUNDS / 2).findFirst().orElse(0);
    }

    private static String presentation() {
        var now = Instant.parse("2026-11-21T00:00:00Z");
        var random = new Random(1);
        var phone = Phone.demo(random);
        return phone.present(Issuer.demo(random).credential(phone, now), now).toText();
    }

    /** Base45, every CBOR document, shape and claims. */
    private static boolean reads(String text) {
        var payload = CapturedPayload.ofText(Channel.QR, text, CapturedPayload.Capture.oneWay(0));
        return PresentationParser.parse(payload, Set.of(Lane.P1_QR), CheckTrace.NONE)
                instanceof Verdict.Passed<?>;
    }

    private boolean freshKeyVerifies(byte[] message, byte[] signature) {
        Optional<P256Key> fresh = crypto.p256Key(x, yIsOdd);
        return fresh.orElseThrow().verifies(message, signature);
    }

    private static double microsOf(int times, BooleanSupplier work) {
        long before = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            if (!work.getAsBoolean()) {
                throw new IllegalStateException("a valid presentation was refused");
            }
        }
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e3 / times;
    }
}
