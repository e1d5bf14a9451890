package org.gatereader.demo;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.gatereader.daemon.GateObserver;
import org.gatereader.daemon.time.Stage;
import org.gatereader.demo.cases.Expectation;
import org.gatereader.verifier.verdict.TapFault;
import org.jspecify.annotations.Nullable;

/** Hears what the gate does, and waits for what a case should bring about. */
final class GateWatch implements GateObserver {
    /** More than a case can cause; what nobody fetches is of no use. */
    private static final int TOLD_MAX = 512;

    /** The whole duration follows a grant within the same turn of the gate. */
    private static final Duration TOTAL_FOLLOWS = Duration.ofMillis(500);

    private final BlockingQueue<Told> told = new ArrayBlockingQueue<>(TOLD_MAX);
    private final LongSupplier nanos;

    private sealed interface Told {
        record Happened(String kind, long number) implements Told {}

        record Took(Stage stage, long nanos) implements Told {}
    }

    /**
     * Hears nothing yet.
     *
     * @param nanos the gate's monotonic clock: a deadline is one on it
     */
    GateWatch(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public void happened(String kind, long number) {
        told.offer(new Told.Happened(kind, number));
    }

    @Override
    public void took(Stage stage, long duration) {
        told.offer(new Told.Took(stage, duration));
    }

    /** Forgets what was heard, before a case begins. */
    void forget() {
        told.clear();
    }

    /** Waits for the next decision, or for an event of the kind that is expected. */
    Outcome await(Expectation expected, Duration wait) throws InterruptedException {
        long deadline = nanos.getAsLong() + wait.toNanos();
        var times = new EnumMap<Stage, Long>(Stage.class);
        for (Told next = poll(deadline); next != null; next = poll(deadline)) {
            Optional<Expectation> got = take(next, times).filter(each -> answers(each, expected));
            if (got.isPresent()) {
                awaitTotal(got.get(), times);
                return new Outcome(got.get(), Map.copyOf(times));
            }
        }
        return Outcome.NOTHING;
    }

    /** Keeps a duration, or translates an event. */
    private static Optional<Expectation> take(Told next, Map<Stage, Long> times) {
        return switch (next) {
            case Told.Took(Stage stage, long duration) -> {
                times.put(stage, duration);
                yield Optional.empty();
            }
            case Told.Happened(String kind, long number) -> Optional.of(answer(kind, number));
        };
    }

    private static Expectation answer(String kind, long number) {
        return switch (kind) {
            case "GRANTED" -> new Expectation.Granted(number);
            case "DENIED" -> new Expectation.Denied(Math.toIntExact(number));
            case "TAP_FAILED" -> new Expectation.NoTap(fault(number));
            default -> new Expectation.Event(kind);
        };
    }

    private static TapFault fault(long code) {
        return Arrays.stream(TapFault.values())
                .filter(fault -> fault.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private static boolean answers(Expectation got, Expectation expected) {
        return !(got instanceof Expectation.Event) || got.equals(expected);
    }

    private void awaitTotal(Expectation got, Map<Stage, Long> times) throws InterruptedException {
        if (!(got instanceof Expectation.Granted)) {
            return;
        }
        long deadline = nanos.getAsLong() + TOTAL_FOLLOWS.toNanos();
        while (!times.containsKey(Stage.TOTAL)) {
            Told next = poll(deadline);
            if (next == null) {
                return;
            }
            take(next, times);
        }
    }

    private @Nullable Told poll(long deadline) throws InterruptedException {
        return told.poll(deadline - nanos.getAsLong(), TimeUnit.NANOSECONDS);
    }
}
