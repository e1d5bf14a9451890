package org.gatereader.daemon.admission;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.gatereader.daemon.gate.GateAnswer;
import org.gatereader.daemon.gate.GateRequest;
import org.gatereader.daemon.time.GateClock;
import org.gatereader.daemon.time.Stage;
import org.gatereader.daemon.time.StageTimes;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.crypto.SaltedHash;
import org.gatereader.verifier.decision.AccessDecider;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.decision.Judgement;
import org.gatereader.verifier.decision.ReplayGuard;
import org.gatereader.verifier.decision.Reservation;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Realm;

/**
 * Judges one payload after the other and puts the decision before the gate; commits or takes back
 * what was reserved as the gate answers. One thread steps it, and nothing it holds about a person
 * outlives their presence.
 */
public final class Admission {
    private static final int SALT_BYTES = 16;
    private static final int GATE_BUSY = DenyReason.GATE_BUSY.code();

    private final AdmissionWires wires;
    private final Judge judge;
    private final GateClock clock;
    private final StageTimes times;
    private final StageTrace trace;
    private final AccessDecider<Realm.Production> decider;
    private final Opening opening;
    private final Presence presence = new Presence();
    private final Map<Long, Pending> pending = new HashMap<>();
    private final AtomicLong dropped = new AtomicLong();
    private long nextTicket = 1;

    /** Who this gate is, and what it judges with. */
    public static final class Judge {
        private final CryptoModule crypto;
        private final String gate;
        private final byte[] salt;
        private final ReplayGuard guard;

        /**
         * A judge whose salt is drawn here.
         *
         * @param random can not be guessed
         */
        public Judge(CryptoModule crypto, String gate, RandomGenerator random) {
            this(crypto, gate, drawn(random));
        }

        private static byte[] drawn(RandomGenerator random) {
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            return salt;
        }

        /**
         * A judge with a replay guard of its own.
         *
         * @param salt random, of this process
         */
        public Judge(CryptoModule crypto, String gate, byte[] salt) {
            this.crypto = crypto;
            this.gate = gate;
            this.salt = salt.clone();
            this.guard = new ReplayGuard(crypto, salt);
        }
    }

    /** What waits for the gate's answer. */
    private record Pending(
            Reservation<Realm.Production> reservation, Presence.Seen payload, long nanos) {}

    public Admission(AdmissionWires wires, Judge judge, GateClock clock, StageTimes times) {
        this.wires = wires;
        this.judge = judge;
        this.clock = clock;
        this.times = times;
        this.trace = new StageTrace(times, clock::nanos);
        this.decider = new AccessDecider<>(judge.crypto, judge.gate, judge.guard);
        this.opening = new Opening(judge.guard, wires);
    }

    /**
     * One turn: the gate's answers first, then at most one payload.
     *
     * @param wait how long to wait for a payload, 0 to look only
     * @throws InterruptedException if the thread is to end
     */
    public void runOnce(Duration wait) throws InterruptedException {
        takeAnswers();
        if (wires.intakes().isPhoneInField().getAsBoolean()) {
            presence.stillInField(clock.nanos());
        }
        presence.erase(clock.nanos());
        opening.runOnce(clock);
        CapturedPayload payload =
                wires.intakes().payloads().poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        if (payload != null) {
            takeAnswers();
            consider(payload, new AccessDecider.Instants(clock.time(), clock.nanos()));
        }
    }

    private void takeAnswers() {
        for (GateAnswer answer = wires.gate().answers().poll();
                answer != null;
                answer = wires.gate().answers().poll()) {
            settle(answer.ticket(), answer.outcome());
        }
    }

    private void settle(long ticket, GateAnswer.Outcome outcome) {
        Pending settled = pending.remove(ticket);
        if (settled == null) {
            return;
        }
        switch (outcome) {
            case ENGAGED ->
                    presence.granted(
                            settled.reservation().credentialHash(),
                            settled.payload(),
                            settled.nanos());
            case GIVEN_BACK -> {
                judge.guard.giveBack(settled.reservation());
                presence.givenBack(settled.payload().hash(), clock.nanos());
            }
        }
    }

    private void consider(CapturedPayload payload, AccessDecider.Instants at) {
        SaltedHash hash = payload.hash(judge.crypto, judge.salt);
        var seen = new Presence.Seen(hash, payload.channel());
        if (!presence.isNew(hash, at.nanos())) {
            return;
        }
        times.record(Stage.READ, at.nanos() - payload.capturedAtNanos());
        switch (judge(payload, at)) {
            case Judgement.Rejected<Realm.Production>(DenyReason reason) ->
                    put(new AccessDecision.Denied<>(reason), 0, payload);
            case Judgement.Admitted<Realm.Production>(Reservation<Realm.Production> reservation) ->
                    admit(reservation, new Pending(reservation, seen, at.nanos()), payload);
        }
    }

    private void admit(
            Reservation<Realm.Production> reservation, Pending entry, CapturedPayload payload) {
        if (presence.isStillHere(reservation.credentialHash(), entry.payload(), entry.nanos())) {
            // A new code of somebody who was let in and has not left: no decision, no event. The
            // code is given back, for it opened nothing.
            judge.guard.giveBack(reservation);
            return;
        }
        long ticket = nextTicket++;
        pending.put(ticket, entry);
        if (!put(reservation.granted(), ticket, payload)) {
            // The gate is stuck with others: it never saw this person, so it is told here.
            settle(ticket, GateAnswer.Outcome.GIVEN_BACK);
            wires.events().accept(new GateEvent(GateEvent.Kind.DENIED, GATE_BUSY));
        }
    }

    /** Decisions that found the gate's inbox full. */
    public long droppedCount() {
        return dropped.get();
    }

    /** Puts a decision before the gate; false if the gate has too many waiting. */
    private boolean put(
            AccessDecision<Realm.Production> decision, long ticket, CapturedPayload payload) {
        boolean isTaken =
                wires.gate()
                        .inbox()
                        .offer(new GateRequest(decision, ticket, payload.capturedAtNanos()));
        if (!isTaken) {
            dropped.incrementAndGet();
        }
        return isTaken;
    }

    private Judgement<Realm.Production> judge(CapturedPayload payload, AccessDecider.Instants at) {
        TrustSnapshot<Realm.Production> trust = wires.trust().get();
        if (trust == null) {
            return new Judgement.Rejected<>(DenyReason.NO_TRUST);
        }
        trace.begin(at.nanos());
        try {
            var judgement = decider.decide(payload, trust, at, trace);
            trace.end();
            return judgement;
        } catch (RuntimeException _) {
            // A bug of ours. Its message could quote the payload, so that it happened is all that
            // is told; the next person is judged as if nothing had been.
            wires.events().accept(GateEvent.of(GateEvent.Kind.VERIFIER_FAULT));
            return new Judgement.Rejected<>(DenyReason.VERIFIER_FAULT);
        }
    }
}
