package org.gatereader.tests.benchmark;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
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

    private final BareWork bare = new BareWork();

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
        String text = Profile.P1.present(Instant.parse("2026-11-21T00:00:00Z"), new Random(1));
        microsOf(WARM_UP_READINGS, () -> reads(text));
        microsOf(WARM_UP_TIMES, bare::keptKeyVerifies);
        microsOf(WARM_UP_TIMES, bare::freshKeyVerifies);
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
                            microsOf(TIMES, bare::keptKeyVerifies),
                            microsOf(TIMES, bare::freshKeyVerifies),
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
        double signatures = Median.of(rounds, Round::signaturesRatio);
        double reading = Median.of(rounds, Round::readingRatio);
        out.printf("reading            %7.1f us%n", Median.of(rounds, Round::reading));
        out.printf("verify, kept key   %7.1f us%n", Median.of(rounds, Round::keptKey));
        out.printf("verify, fresh key  %7.1f us%n", Median.of(rounds, Round::freshKey));
        out.printf("openssl verify     %7.1f us%n", Median.of(rounds, Round::openSsl));
        out.printf("both / 2 openssl   %7.2f    target <= %.2f%n", signatures, SIGNATURES_MAX);
        out.printf("reading / one kept %7.3f    target <= %.3f%n", reading, READING_MAX);
        return signatures <= SIGNATURES_MAX && reading <= READING_MAX;
    }

    /** Base45, every CBOR document, shape and claims. */
    private static boolean reads(String text) {
        var payload = CapturedPayload.ofText(Channel.QR, text, CapturedPayload.Capture.oneWay(0));
        return PresentationParser.parse(payload, Set.of(Lane.P1_QR), CheckTrace.NONE)
                instanceof Verdict.Passed<?>;
    }

    private static double microsOf(int times, BooleanSupplier work) {
        long before = ThreadCost.cpuNanosOfThisThread();
        for (int i = 0; i < times; i++) {
            if (!work.getAsBoolean()) {
                throw new IllegalStateException("a valid presentation was refused");
            }
        }
        return (ThreadCost.cpuNanosOfThisThread() - before) / 1e3 / times;
    }
}
