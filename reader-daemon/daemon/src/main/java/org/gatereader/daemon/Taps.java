package org.gatereader.daemon;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.gatereader.daemon.config.Configuration;
import org.gatereader.daemon.display.Sign;
import org.gatereader.daemon.gate.GateInbox;
import org.gatereader.daemon.gate.GateOrder;
import org.gatereader.daemon.intake.NfcExamination;
import org.gatereader.daemon.intake.NfcIntake;
import org.gatereader.daemon.probe.ProofProbe;
import org.gatereader.daemon.probe.TapsUnderTest;
import org.gatereader.daemon.time.GateClock;
import org.gatereader.hal.DeviceHealth;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.presentation.tap.P1Tap;
import org.gatereader.verifier.presentation.tap.ReaderProof;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Lane;
import org.gatereader.verifier.verdict.Realm;
import org.gatereader.verifier.verdict.TapFault;
import org.jspecify.annotations.Nullable;

/**
 * The taps of one gate, where it has a reader: what the intake asks for by the trust that serves,
 * and what it tells the person and the journal. Without a reader it does nothing.
 */
final class Taps implements TapsUnderTest {
    private static final Duration TURN_MAX = Duration.ofMillis(200);

    private final Optional<NfcIntake> intake;
    private final Optional<GateProof> proof;
    private final Around around;

    /**
     * Who this gate is to a phone.
     *
     * @param random draws the challenges
     */
    record Identity(String gate, Optional<GateProof> proof, RandomGenerator random) {
        /**
         * As the configuration says.
         *
         * @throws FaultyFileException if a file that it names can not be used
         */
        static Identity of(
                Configuration configuration,
                Devices devices,
                CryptoModule crypto,
                RandomGenerator random)
                throws FaultyFileException {
            var proof = GateProof.read(configuration, crypto, devices.drivers());
            return new Identity(configuration.gateId(), proof, random);
        }
    }

    /** What the taps are connected to. */
    record Around(
            GateClock clock,
            AtomicReference<@Nullable TrustSnapshot<Realm.Production>> trust,
            Queue<CapturedPayload> payloads,
            GateInbox inbox,
            Consumer<GateEvent> told) {}

    /** Wires them; nothing is opened yet. */
    Taps(Devices devices, Identity identity, Around around) {
        this.proof = identity.proof();
        this.around = around;
        var protocol = new P1Tap(identity.gate(), proof.map(ReaderProof.class::cast));
        var sources = new NfcIntake.Sources(around.clock()::nanos, identity.random());
        var wires =
                new NfcIntake.Wires(
                        around.payloads(), this::tell, Events.ofNfc(around.told()), this::types);
        this.intake = devices.nfc().map(it -> new NfcIntake(it, List.of(protocol), wires, sources));
    }

    /** A turn that waits for a phone, or for a reader that is to be opened again. */
    void turn() {
        if (!runOnce(TURN_MAX)) {
            LockSupport.parkNanos(this, TURN_MAX.toNanos());
        }
    }

    /** A turn that only looks. */
    void look() {
        runOnce(Duration.ZERO);
    }

    void close() {
        intake.ifPresent(NfcIntake::close);
    }

    /** Whether the phone that was asked last has not left the field. */
    boolean isPhoneInField() {
        return intake.map(NfcIntake::isPhoneInField).orElse(false);
    }

    /** What is wrong with the reader, or soon will be with the gate's certificate. */
    Optional<String> problem() {
        return intake.flatMap(it -> it.problem().or(this::expiry));
    }

    /** Itself, where there is a reader to test. */
    Optional<TapsUnderTest> underTest() {
        return intake.map(_ -> this);
    }

    @Override
    public void examine(@Nullable NfcExamination examination) {
        intake.ifPresent(it -> it.examine(examination));
    }

    @Override
    public Optional<String> readerProblem() {
        return intake.flatMap(NfcIntake::problem);
    }

    @Override
    public Optional<Instant> proofEndsAt() {
        return proof.map(GateProof::expiresAt);
    }

    Optional<DeviceHealth> health(long nanos) {
        return intake.map(it -> it.health(nanos));
    }

    long droppedCount() {
        return intake.map(NfcIntake::droppedCount).orElse(0L);
    }

    private boolean runOnce(Duration wait) {
        return intake.map(it -> it.runOnce(wait)).orElse(false);
    }

    private Optional<String> expiry() {
        Instant now = around.clock().time().now();
        return proof.map(GateProof::expiresAt)
                .filter(end -> end.isBefore(now.plus(ProofProbe.WARNED)))
                .map(end -> "nfc: the gate's certificate ends at " + end);
    }

    /** Both sides of one lane: where it is closed, nothing is asked of a phone. */
    private List<String> types() {
        TrustSnapshot<Realm.Production> serving = around.trust().get();
        if (serving == null || !serving.policy().lanes().contains(Lane.P1_TAP)) {
            return List.of();
        }
        var admitted = serving.policy().admission().types();
        return serving.issuerKeys().stream()
                .flatMap(key -> key.types().stream())
                .filter(admitted::admits)
                .distinct()
                .sorted()
                .toList();
    }

    private void tell(TapFault fault) {
        var words = new Sign.Words(fault.korean(), fault.english());
        around.inbox().offer(new GateOrder.Advise(fault.advice(), words));
        around.told().accept(new GateEvent(GateEvent.Kind.TAP_FAILED, fault.code()));
    }
}
