package org.gatereader.daemon;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.gatereader.daemon.display.Sign;
import org.gatereader.daemon.gate.GateInbox;
import org.gatereader.daemon.gate.GateOrder;
import org.gatereader.daemon.gate.OutOfService;
import org.gatereader.daemon.time.ClockCondition;
import org.gatereader.daemon.time.GateClock;
import org.gatereader.daemon.time.SignedTimes;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.decision.GateEvent.Kind;
import org.gatereader.verifier.revocation.RevocationList;
import org.gatereader.verifier.revocation.Staleness;
import org.gatereader.verifier.trust.StalenessRules;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Watches what time does to the service: whether the clock is trusted, and how far each status list
 * has aged. Every change is told once, to the journal and, where it narrows who is served, at the
 * gate. Belongs to the store's thread.
 */
final class ServiceWatch {
    private final GateClock clock;
    private final GateInbox gate;
    private final Consumer<GateEvent> events;
    private final Closing closing;
    private final Map<String, Staleness> steps = new HashMap<>();
    private ClockCondition told = ClockCondition.SYNCHRONISED;
    private Sign.Words notice = Sign.Words.NONE;

    ServiceWatch(GateClock clock, GateInbox gate, Consumer<GateEvent> events) {
        this.clock = clock;
        this.gate = gate;
        this.events = events;
        this.closing = new Closing(gate, OutOfService.CLOCK_UNTRUSTED);
    }

    /** One look at the clock, and at the lists by it. */
    void runOnce(@Nullable TrustSnapshot<?> trust) {
        clock.look(trust == null ? SignedTimes.NONE : signedTimes(trust));
        TrustedTime time = clock.time();
        tellOfClock(clock.standing().condition());
        // Without trust the gate is closed for that.
        if (trust != null) {
            var policy = trust.policy();
            closing.hold(!time.isTrusted() && !policy.hasChallengeLane());
            Staleness worst = tellOfLists(trust, time.now());
            boolean isNarrowed =
                    worst.compareTo(Staleness.DEGRADED) >= 0
                            || (!time.isTrusted() && policy.hasOneWayLane());
            notice(isNarrowed ? Sign.NARROWED : Sign.Words.NONE);
        }
    }

    private static SignedTimes signedTimes(TrustSnapshot<?> trust) {
        Instant newest = trust.newestSignedTime();
        return newest.isAfter(Instant.EPOCH)
                ? new SignedTimes(newest, staleness(trust).longestClosed())
                : SignedTimes.NONE;
    }

    private void tellOfClock(ClockCondition now) {
        if (now.number() != told.number()) {
            told = now;
            Kind kind = now.isTrusted() ? Kind.CLOCK_TRUSTED : Kind.CLOCK_UNTRUSTED;
            events.accept(new GateEvent(kind, now.number()));
        }
    }

    /** The step of the list that is furthest gone. */
    private Staleness tellOfLists(TrustSnapshot<?> trust, Instant now) {
        Map<String, Staleness> seen = new HashMap<>();
        for (RevocationList list : trust.lists()) {
            Staleness step = staleness(trust).worstAt(list.info(), now);
            seen.merge(list.info().uri(), step, ServiceWatch::worse);
        }
        seen.forEach(
                (uri, step) -> {
                    if (steps.getOrDefault(uri, Staleness.FRESH) != step) {
                        events.accept(new GateEvent(Kind.STATUS_LIST_AGED, step.number()));
                    }
                });
        steps.clear();
        steps.putAll(seen);
        return seen.values().stream().reduce(Staleness.FRESH, ServiceWatch::worse);
    }

    private static Staleness worse(Staleness one, Staleness other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private void notice(Sign.Words words) {
        if (!words.equals(notice) && gate.offer(new GateOrder.Notice(words))) {
            notice = words;
        }
    }

    private static StalenessRules staleness(TrustSnapshot<?> trust) {
        return trust.policy().admission().status().staleness();
    }
}
