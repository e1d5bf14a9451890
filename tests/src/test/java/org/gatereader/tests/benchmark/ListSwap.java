package org.gatereader.tests.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.gatereader.daemon.store.FileDisk;
import org.gatereader.daemon.store.SignedTrustStore;
import org.gatereader.daemon.store.TrustStore;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Issuer;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.tests.faults.UpdateRepository;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.decision.AccessDecider;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.decision.ReplayGuard;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.presentation.CapturedPayload.Capture;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Channel;
import org.gatereader.verifier.verdict.CheckTrace;
import org.gatereader.verifier.verdict.Realm;
import org.jspecify.annotations.Nullable;

/**
 * A signed list of fifty million entries comes into the inbox, is verified, inflated, written,
 * mapped, read back and swapped by one thread, while another decides about one person after the
 * other. Each swap is measured beside as long a time in which nothing comes.
 */
final class ListSwap {
    private static final int ENTRIES = 50_000_000;
    private static final int BITS = 2;
    private static final String LIST = "status/%s.cwt".formatted(hex(DemoSite.STATUS_URI));
    private static final int SWAPS = 15;

    /**
     * On two cores a compiler that still has work takes a third of each; that is no swap's doing.
     */
    private static final int WARM_UP_SWAPS = 6;

    private static final int PEOPLE = 256;
    private static final Instant NOW = ListedPopulation.ISSUED.plus(Duration.ofHours(1));
    private static final TrustedTime TIME = new TrustedTime(NOW, TrustedTime.UNCERTAINTY_MIN, true);

    private final CryptoModule crypto = new BouncyCastle();
    private final AtomicReference<@Nullable TrustSnapshot<Realm.Production>> serving =
            new AtomicReference<>();
    private final List<CapturedPayload> people = people();
    private final UpdateRepository repository = new UpdateRepository(NOW, DemoSite.SITE);
    private final ListedPopulation population =
            // Below it are the people who come.
            new ListedPopulation(ENTRIES, BITS, (int) DemoSite.STATUS_ENTRIES);
    private final Path inbox;
    private final TrustStore store;

    /**
     * One swap, and two quiet times of its length after it.
     *
     * @param millis from the look into the inbox until the new list serves
     */
    record Pair(double quietP99, double againP99, double busyP99, double millis) {
        double ratio() {
            return busyP99 / quietP99;
        }

        /** What two times differ by in which nothing comes. */
        double quietRatio() {
            return againP99 / quietP99;
        }
    }

    /**
     * How long decisions took, in nanoseconds.
     *
     * @param wall as whoever stands there has it
     * @param cpu of which the deciding thread had a processor: the rest was given to somebody else
     */
    record Decisions(Histogram wall, Histogram cpu) {
        Decisions() {
            this(new Histogram(3), new Histogram(3));
        }

        AccessDecision<?> timed(Supplier<AccessDecision<?>> decide) {
            long cpuBefore = ThreadCost.cpuNanosOfThisThread();
            long before = System.nanoTime();
            AccessDecision<?> decision = decide.get();
            wall.recordValue(System.nanoTime() - before);
            cpu.recordValue(ThreadCost.cpuNanosOfThisThread() - cpuBefore);
            return decision;
        }

        void add(Decisions more) {
            wall.add(more.wall);
            cpu.add(more.cpu);
        }

        double p99() {
            return wall.getValueAtPercentile(99);
        }
    }

    /**
     * What was seen.
     *
     * @param quiet while nothing came
     * @param busy while a list was taken over
     */
    record Seen(List<Pair> pairs, Decisions quiet, Decisions busy) {
        /** The 99th percentile of a decision while lists are taken over, by that of quiet times. */
        double ratio() {
            return Median.of(pairs, Pair::ratio);
        }
    }

    private ListSwap(Path directory) throws IOException {
        inbox = Files.createDirectory(directory.resolve("inbox"));
        Path state = Files.createDirectory(directory.resolve("state"));
        store =
                new SignedTrustStore(
                        new SignedTrustStore.Place(new FileDisk(), state, inbox),
                        new SignedTrustStore.Judge(
                                crypto, TrustStore.Drivers.ALL_SIMULATED, DemoSite.SITE),
                        new TrustStore.Wires(serving, new Deaf()));
        publishAll();
        Path metadata = Files.createDirectory(state.resolve("metadata"));
        Files.write(metadata.resolve("root.json"), repository.file("metadata/1.root.json"));
        take();
    }

    static Seen measure(Path directory) throws IOException, InterruptedException {
        return new ListSwap(directory).measure();
    }

    private Seen measure() throws InterruptedException {
        List<Pair> pairs = new ArrayList<>();
        var quiet = new Decisions();
        var busy = new Decisions();
        for (int swap = 1 - WARM_UP_SWAPS; swap <= SWAPS; swap++) {
            publish(ListedPopulation.ISSUED.plusSeconds(swap + WARM_UP_SWAPS));
            var during = new Decisions();
            long tookNanos = swap(during);
            Decisions beside = rest(tookNanos);
            Decisions again = rest(tookNanos);
            if (swap > 0) {
                pairs.add(new Pair(beside.p99(), again.p99(), during.p99(), tookNanos / 1e6));
                quiet.add(beside);
                busy.add(during);
            }
        }
        return new Seen(pairs, quiet, busy);
    }

    /** Decides while the store takes over what was published; answers how long that took. */
    private long swap(Decisions during) throws InterruptedException {
        TrustSnapshot<Realm.Production> before = trust();
        long begun = System.nanoTime();
        Thread taker = Thread.ofPlatform().name("store").start(this::take);
        while (taker.isAlive()) {
            decide(during);
        }
        taker.join();
        if (trust() == before) {
            throw new IllegalStateException("not swapped: " + store.faults());
        }
        return System.nanoTime() - begun;
    }

    /** Decides for as long, and nothing comes. */
    private Decisions rest(long tookNanos) {
        var rest = new Decisions();
        for (long end = System.nanoTime() + tookNanos; System.nanoTime() - end < 0; ) {
            decide(rest);
        }
        return rest;
    }

    /** Everybody comes once; then again, to a guard that knows nobody. */
    private void decide(Decisions seen) {
        var guard = ReplayGuard.withoutFloor(crypto);
        var decider = new AccessDecider<Realm.Production>(crypto, DemoSite.GATE, guard);
        var at = new AccessDecider.Instants(TIME, 0);
        for (CapturedPayload each : people) {
            AccessDecision<?> decision =
                    seen.timed(() -> decider.decide(each, trust(), at, CheckTrace.NONE).decision());
            if (!(decision instanceof AccessDecision.Granted<?>)) {
                throw new IllegalStateException("a valid presentation was refused");
            }
        }
    }

    private TrustSnapshot<Realm.Production> trust() {
        TrustSnapshot<Realm.Production> trust = serving.get();
        if (trust == null) {
            throw new IllegalStateException("nothing serves: " + store.faults());
        }
        return trust;
    }

    private void take() {
        TrustSnapshot<Realm.Production> before = serving.get();
        store.runOnce(TIME);
        if (serving.get() == before) {
            throw new IllegalStateException("not swapped: " + store.faults());
        }
    }

    private static List<CapturedPayload> people() {
        var random = new Random(1);
        List<CapturedPayload> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            String text = Profile.P1.present(NOW, random);
            people.add(CapturedPayload.ofText(Channel.QR, text, Capture.oneWay(0)));
        }
        return people;
    }

    private void publishAll() {
        var lists = StatusListIssuer.demo();
        JsonMap status = lists.trustEntry().put("maxEntries", ENTRIES).put("canary", true);
        JsonMap issuer = Issuer.demo(new Random(0)).trustEntry(lists);
        repository
                .target("issuers.json", json(List.of(issuer.put("status", List.of(status)))))
                .target("policy.json", json(new JsonMap().put("lanes", List.of("p1-qr"))))
                .target("site/" + DemoSite.SITE + "/policy.json", json(DemoSite.policy()))
                .publishRoot();
        publish(ListedPopulation.ISSUED);
    }

    private void publish(Instant issuedAt) {
        repository.target(LIST, population.token(issuedAt)).publish().writeTo(inbox);
    }

    private static String hex(String uri) {
        byte[] digest = new BouncyCastle().sha256(uri.getBytes(UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    private static byte[] json(Object value) {
        return JsonMap.toJson(value).getBytes(UTF_8);
    }

    private static final class Deaf implements TrustStore.Listener {
        @Override
        public void loaded(int issuerKeys) {}

        @Override
        public void servesUnsigned() {}

        @Override
        public void refused(int faults) {}

        @Override
        public void updateRefused(int rule) {}
    }
}
