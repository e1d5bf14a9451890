package org.gatereader.daemon.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.gatereader.daemon.display.Display;
import org.gatereader.daemon.display.Sign;
import org.gatereader.daemon.display.SignBoard;
import org.gatereader.daemon.gate.GateAnswer.Outcome;
import org.gatereader.daemon.gate.GateLine.Role;
import org.gatereader.daemon.gate.GateOrder.TechnicianPulse.Pulse;
import org.gatereader.daemon.gate.Passage.Origin;
import org.gatereader.hal.DeviceHealth;
import org.gatereader.verifier.decision.AccessDecision.Denied;
import org.gatereader.verifier.decision.AccessDecision.Granted;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.decision.GateEvent.Kind;
import org.gatereader.verifier.verdict.Advice;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Realm.Production;
import org.jspecify.annotations.Nullable;

/**
 * The gate: sole owner of the relay and of what stands on the displays, stepped by one thread.
 *
 * <p>Only a grant, the exit button and a technician's pulse engage the relay, each for one pulse.
 * On every turn the order is the same: what is dangerous is looked at first (fire, a relay that is
 * not where it should be), then the relay is driven, then people are told, then the journal.
 */
public final class GateController implements AutoCloseable {
    /**
     * How often the contacts are read: ten times within a second of bounce, a blink for a person.
     */
    private static final Duration TURN = Duration.ofMillis(10);

    /** Longer than contacts bounce, shorter than the quickest walk through a beam. */
    private static final Duration SETTLE = Duration.ofMillis(30);

    /** In one turn, so that a flood of decisions can not keep the fire contact unread. */
    private static final int REQUESTS_A_TURN = 4;

    private final GateSettings settings;
    private final GateWires wires;
    private final Display display;
    private final SignBoard board;
    private final PulsedRelay relay;
    private final Input fire;
    private final Input tamper;
    private final Input exit;
    private final Input passageSensor;
    private final Passage passage;
    private final Set<OutOfService> reasons = EnumSet.of(OutOfService.STARTING);
    private boolean isEmergency;
    private boolean isTampered;
    private @Nullable GateAnswer unsentAnswer;
    private volatile GateStatus status;

    /** Opens nothing: devices are opened on the first turn, by the thread that owns them. */
    public GateController(
            GateSettings settings, GateDevices devices, GateWires wires, Display display) {
        this.settings = settings;
        this.wires = wires;
        this.display = display;
        this.board = new SignBoard(display, settings.sign());
        this.relay = new PulsedRelay(devices.relay(), settings.pulse(), wires.events());
        var contacts = devices.contacts();
        var events = wires.events();
        this.fire = new Input(Input.Role.FIRE, contacts.fire(), settings.fire().settle(), events);
        this.tamper = new Input(Input.Role.TAMPER, contacts.tamper(), SETTLE, events);
        this.exit = new Input(Input.Role.EXIT, contacts.exit(), SETTLE, events);
        this.passageSensor = new Input(Input.Role.PASSAGE, contacts.passage(), SETTLE, events);
        this.passage = new Passage(relay, passageSensor, settings, events);
        this.status = statusNow();
    }

    /**
     * One turn; never blocks.
     *
     * @param nanos monotonic, read once by the caller
     * @return when the next turn is due at the latest; sooner if the inbox fills
     */
    public long runOnce(long nanos) {
        fire.runOnce(nanos);
        judgeFire(nanos);
        relay.runOnce(nanos);
        answerRequests(nanos);
        obeyOrders(nanos);
        followPassage(nanos);
        answerExitButton(nanos);
        reportTamper(nanos);
        showState(nanos);
        status = statusNow();
        return relay.dueBefore(nanos + TURN.toNanos());
    }

    /** How the gate stood after its last turn, FAULT before the first; readable from any thread. */
    public GateStatus status() {
        return status;
    }

    /** How the relay and each wired contact stand; readable from any thread. */
    public List<DeviceHealth> health(long nanos) {
        List<DeviceHealth> health = new ArrayList<>(List.of(relay.health(nanos)));
        inputs().forEach(input -> input.health(nanos).ifPresent(health::add));
        return health;
    }

    /**
     * Releases the relay and lets go of every device; what was granted and not answered is given
     * back. Called by the gate's thread on every way out.
     */
    @Override
    public void close() {
        relay.close();
        for (Input input : inputs()) {
            input.close();
        }
        for (var request = wires.inbox().pollRequest();
                request != null;
                request = wires.inbox().pollRequest()) {
            if (request.decision() instanceof Granted<Production> && sendUnsentAnswer()) {
                answer(request, Outcome.GIVEN_BACK);
            }
        }
        display.close();
    }

    private void judgeFire(long nanos) {
        if (!isEmergency && fire.isActive()) {
            isEmergency = true;
            relay.release(nanos);
            passage.abandon();
            board.rest(Sign.WAY_OUT, nanos);
            tell(Kind.EMERGENCY_OPENED);
        } else if (isEmergency && fire.quietNanos(nanos) >= settings.fire().restored().toNanos()) {
            isEmergency = false;
            tell(Kind.EMERGENCY_ENDED);
        }
    }

    private void answerRequests(long nanos) {
        for (int taken = 0; taken < REQUESTS_A_TURN && sendUnsentAnswer(); taken++) {
            GateRequest request = wires.inbox().pollRequest();
            if (request == null) {
                return;
            }
            switch (request.decision()) {
                case Granted<Production>(long passClass) -> admit(request, passClass, nanos);
                case Denied<Production>(DenyReason reason) -> deny(reason, nanos);
            }
        }
    }

    private void admit(GateRequest request, long passClass, long nanos) {
        Optional<DenyReason> refusal = refusal(nanos);
        if (refusal.isPresent()) {
            answer(request, Outcome.GIVEN_BACK);
            deny(refusal.get(), nanos);
            return;
        }
        OptionalLong engagedAtNanos = relay.engage(nanos);
        if (engagedAtNanos.isEmpty()) {
            answer(request, Outcome.GIVEN_BACK);
            deny(DenyReason.GATE_FAULT, nanos);
            return;
        }
        passage.begin(Origin.GRANT, nanos);
        board.pass(nanos);
        answer(request, Outcome.ENGAGED);
        wires.events().accept(new GateEvent(Kind.GRANTED, passClass));
        wires.latency().record(request.capturedAtNanos(), engagedAtNanos.getAsLong());
    }

    /** Why the relay may not be turned for anybody now. */
    private Optional<DenyReason> refusal(long nanos) {
        return switch (state()) {
            case EMERGENCY_OPEN -> Optional.of(DenyReason.EMERGENCY_OPEN);
            case FAULT -> Optional.of(DenyReason.GATE_FAULT);
            case OUT_OF_SERVICE -> Optional.of(DenyReason.OUT_OF_SERVICE);
            case UNLOCKED, PASSING -> Optional.of(DenyReason.GATE_BUSY);
            case LOCKED -> isIdle(nanos) ? Optional.empty() : Optional.of(DenyReason.GATE_BUSY);
        };
    }

    private void deny(DenyReason reason, long nanos) {
        board.tell(Sign.of(reason.advice()), nanos);
        wires.events().accept(new GateEvent(Kind.DENIED, reason.code()));
    }

    private void obeyOrders(long nanos) {
        for (var order = wires.inbox().pollOrder();
                order != null;
                order = wires.inbox().pollOrder()) {
            switch (order) {
                case GateOrder.Close(OutOfService reason) -> closeFor(reason);
                case GateOrder.Reopen(OutOfService reason) -> reopenAfter(reason);
                case GateOrder.TechnicianPulse(var told) -> told.accept(technicianPulse(nanos));
                case GateOrder.TechnicianSign(Sign sign) -> showForTechnician(sign, nanos);
                case GateOrder.Inspect(var told) -> told.accept(lines());
                case GateOrder.Hint(Sign.Words words) -> board.hint(words);
                case GateOrder.Notice(Sign.Words words) -> board.notice(words);
                case GateOrder.Advise(Advice advice, Sign.Words words) ->
                        board.tell(Sign.of(advice), words, nanos);
            }
        }
    }

    private void closeFor(OutOfService reason) {
        if (reasons.add(reason) && reason == OutOfService.MAINTENANCE) {
            tell(Kind.MAINTENANCE_BEGUN);
        }
    }

    private void reopenAfter(OutOfService reason) {
        if (reasons.remove(reason) && reason == OutOfService.MAINTENANCE) {
            tell(Kind.MAINTENANCE_ENDED);
        }
    }

    private Pulse technicianPulse(long nanos) {
        if (state() != GateState.OUT_OF_SERVICE || !isAttended() || !isIdle(nanos)) {
            return Pulse.NOT_NOW;
        }
        turnRelay(Origin.TECHNICIAN, nanos);
        return relay.isEngaged() ? Pulse.BEGUN : Pulse.FAILED;
    }

    private void showForTechnician(Sign sign, long nanos) {
        if (state() == GateState.OUT_OF_SERVICE && isAttended()) {
            board.rehearse(sign, nanos);
        }
    }

    private List<GateLine> lines() {
        List<GateLine> lines = new ArrayList<>();
        lines.add(new GateLine(Role.RELAY, relay.isEngaged(), relay.problem()));
        for (Input input : inputs()) {
            input.line().ifPresent(lines::add);
        }
        lines.add(new GateLine(Role.INDICATOR, true, display.problem()));
        return List.copyOf(lines);
    }

    private void followPassage(long nanos) {
        passageSensor.runOnce(nanos);
        passage.runOnce(nanos);
        if (!isEmergency && !isAttended()) {
            passage.watch(nanos);
        }
        passage.watchEnd();
        if (passage.isOver() || passage.isHeldOpen()) {
            board.passageIsOver();
        }
    }

    /**
     * Leaving is not admission: the button works without trust and while the gate starts. It never
     * shows PASS, which people on the other side would read as theirs.
     */
    private void answerExitButton(long nanos) {
        exit.runOnce(nanos);
        boolean isServed =
                switch (state()) {
                    case LOCKED -> true;
                    case OUT_OF_SERVICE -> !isAttended();
                    case UNLOCKED, PASSING, FAULT, EMERGENCY_OPEN -> false;
                };
        if (exit.hasBegun() && isServed && isIdle(nanos)) {
            turnRelay(Origin.EXIT, nanos);
        }
    }

    private void turnRelay(Origin origin, long nanos) {
        if (relay.engage(nanos).isPresent()) {
            passage.begin(origin, nanos);
            tell(origin == Origin.EXIT ? Kind.EXIT_REQUESTED : Kind.TECHNICIAN_PULSE);
        }
    }

    private void reportTamper(long nanos) {
        tamper.runOnce(nanos);
        if (tamper.isActive() != isTampered) {
            isTampered = tamper.isActive();
            tell(isTampered ? Kind.TAMPERED : Kind.TAMPER_ENDED);
        }
    }

    private void showState(long nanos) {
        board.rest(restingSign(), nanos);
        board.runOnce(nanos);
    }

    private Sign restingSign() {
        return switch (state()) {
            case EMERGENCY_OPEN -> Sign.WAY_OUT;
            case FAULT -> Sign.OUT_OF_SERVICE;
            case OUT_OF_SERVICE ->
                    reasons.equals(EnumSet.of(OutOfService.STARTING))
                            ? Sign.STARTING
                            : Sign.OUT_OF_SERVICE;
            // A barrier that is held open can not be locked behind anybody.
            case LOCKED, UNLOCKED, PASSING ->
                    passage.isHeldOpen() ? Sign.OUT_OF_SERVICE : Sign.READY;
        };
    }

    private GateState state() {
        if (isEmergency) {
            return GateState.EMERGENCY_OPEN;
        }
        // A gate that can not know of a fire admits nobody into the building.
        if (!relay.isUsable() || fire.isFailed()) {
            return GateState.FAULT;
        }
        if (!reasons.isEmpty()) {
            return GateState.OUT_OF_SERVICE;
        }
        if (passage.isPassing()) {
            return GateState.PASSING;
        }
        return passage.isUnlocked() ? GateState.UNLOCKED : GateState.LOCKED;
    }

    private boolean isIdle(long nanos) {
        return passage.isOver() && !passage.isHeldOpen() && relay.isReady(nanos);
    }

    private boolean isAttended() {
        return reasons.stream().anyMatch(OutOfService::isAttended);
    }

    private void answer(GateRequest request, Outcome outcome) {
        unsentAnswer = new GateAnswer(request.ticket(), outcome);
        sendUnsentAnswer();
    }

    /** Whether no answer is held back any more. */
    private boolean sendUnsentAnswer() {
        if (unsentAnswer != null && wires.answers().test(unsentAnswer)) {
            unsentAnswer = null;
        }
        return unsentAnswer == null;
    }

    private void tell(Kind kind) {
        wires.events().accept(GateEvent.of(kind));
    }

    private List<Input> inputs() {
        return List.of(fire, tamper, exit, passageSensor);
    }

    private GateStatus statusNow() {
        List<String> problems = new ArrayList<>();
        relay.problem().ifPresent(problems::add);
        for (Input input : inputs()) {
            input.problem().ifPresent(problems::add);
        }
        display.problem().ifPresent(problems::add);
        var alarms = new GateStatus.Alarms(isTampered, passage.isHeldOpen(), board.shown());
        return new GateStatus(state(), Set.copyOf(reasons), alarms, List.copyOf(problems));
    }
}
