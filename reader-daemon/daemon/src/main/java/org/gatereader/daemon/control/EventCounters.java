package org.gatereader.daemon.control;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.decision.GateEvent.Kind;
import org.gatereader.verifier.verdict.DenyReason;

/** Counts what people met since the process began. Any thread counts, any thread reads. */
public final class EventCounters implements Consumer<GateEvent> {
    private final AtomicLong granted = new AtomicLong();
    private final Map<DenyReason, AtomicLong> denied = new EnumMap<>(DenyReason.class);

    /** All at zero. */
    public EventCounters() {
        for (DenyReason reason : DenyReason.values()) {
            denied.put(reason, new AtomicLong());
        }
    }

    @Override
    public void accept(GateEvent event) {
        if (event.kind() == Kind.GRANTED) {
            granted.incrementAndGet();
        } else if (event.kind() == Kind.DENIED) {
            denied.forEach(
                    (reason, count) -> {
                        if (reason.code() == event.number()) {
                            count.incrementAndGet();
                        }
                    });
        }
    }

    public long granted() {
        return granted.get();
    }

    /** Those that happened, by the number that may be shown: 402, 408 and 409 together as 400. */
    public SortedMap<Integer, Long> denied() {
        SortedMap<Integer, Long> shown = new TreeMap<>();
        denied.forEach(
                (reason, count) -> {
                    if (count.get() > 0) {
                        shown.merge(reason.recordedCode(), count.get(), Long::sum);
                    }
                });
        return shown;
    }
}
