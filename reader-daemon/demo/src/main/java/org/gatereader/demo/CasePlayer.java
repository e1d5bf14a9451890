package org.gatereader.demo;

import java.io.IOException;
import java.time.Duration;
import org.gatereader.daemon.display.ChallengeDisplay;
import org.gatereader.daemon.gate.GateOrder;
import org.gatereader.daemon.gate.GateState;
import org.gatereader.daemon.gate.OutOfService;
import org.gatereader.demo.cases.CodeMaker;
import org.gatereader.demo.cases.DemoCase;
import org.gatereader.demo.cases.DemoCases;
import org.gatereader.demo.cases.Expectation;
import org.gatereader.demo.cases.ShownCode;
import org.gatereader.hal.gpio.SimulatedRelay;

/** Plays a case at a gate: brings its circumstances about, shows the code, hears the answer. */
final class CasePlayer {
    /** A frame, a decode, a decision: far longer than any of it takes, on a slow machine too. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** Longer than a presence outlives its last sight (RULES: 1.5 s). */
    private static final Duration GONE = Duration.ofSeconds(2);

    private static final Duration STEP = Duration.ofMillis(400);
    private static final int STEPS_MAX = 30;

    private final DemoGate gate;
    private final Pace pace;
    private final CodeMaker codes;

    CasePlayer(DemoGate gate, Pace pace, CodeMaker codes) {
        this.gate = gate;
        this.pace = pace;
        this.codes = codes;
    }

    /** The code of a case, made now. */
    ShownCode make(DemoCase demoCase) {
        return codes.make(demoCase, gate.now(), gate.challenge());
    }

    /** The whole case, after which everything is in its place again. */
    Outcome play(DemoCase demoCase) throws InterruptedException, IOException {
        ShownCode code = make(demoCase);
        begin(demoCase, code);
        Outcome outcome = show(demoCase, code);
        leave(demoCase, outcome);
        repair();
        restore();
        return outcome;
    }

    /** Shows the code in the circumstances that {@link #begin} has brought about. */
    Outcome show(DemoCase demoCase, ShownCode code) throws InterruptedException {
        gate.watch().forget();
        gate.hold(code);
        return gate.watch().await(demoCase.expected(), PATIENCE);
    }

    /** Brings about what must hold before the code is shown. */
    void begin(DemoCase demoCase, ShownCode code) throws InterruptedException, IOException {
        switch (demoCase.name()) {
            case "replayed-screenshot", "p2-replayed-screenshot" -> {
                admit(code);
                walkThrough();
                pace.pass(GONE);
            }
            case "busy" -> admit(make(DemoCases.named("valid")));
            case "old-challenge", "p2-old-challenge" -> awaitChallengeAfterNext();
            case "maintenance" -> {
                gate.reader().order(new GateOrder.Close(OutOfService.MAINTENANCE));
                await(GateState.OUT_OF_SERVICE);
            }
            case "relay-broken" -> gate.relay().suffer(SimulatedRelay.Fault.ENGAGE);
            case "fire-alarm" -> {
                gate.fire().actuate();
                await(GateState.EMERGENCY_OPEN);
            }
            case "camera-unplugged" -> gate.unplugCamera();
            case "clock-lost" -> gate.clock().distrust();
            case "lost-phone" -> {
                admit(make(DemoCases.named("valid")));
                walkThrough();
                pace.pass(GONE);
                gate.reportLost();
            }
            default -> {
                // Nothing but a gate and a phone.
            }
        }
    }

    /** Takes the phone away; whoever was let in walks through, and what was lost is found. */
    void leave(DemoCase demoCase, Outcome outcome) throws IOException {
        gate.takeAway();
        if (outcome.got() instanceof Expectation.Granted || demoCase.name().equals("busy")) {
            walkThrough();
        }
        if (demoCase.name().equals("lost-phone")) {
            gate.reportFound();
        }
    }

    /** The technician goes, and leaves a relay that works. */
    void repair() {
        gate.reader().order(new GateOrder.Reopen(OutOfService.MAINTENANCE));
        gate.relay().mend();
    }

    /** The fire is out and the camera's cable back in its place. */
    private void restore() {
        gate.fire().rest();
        gate.plugCamera();
    }

    /** Waits until the gate serves again; false if it does not. */
    boolean settle() {
        return await(GateState.LOCKED);
    }

    /** Somebody walks through the open barrier. */
    void walkThrough() {
        gate.takeAway();
        gate.passage().actuate();
        pace.pass(STEP);
        gate.passage().rest();
        pace.pass(STEP);
    }

    /** Until the challenge at hand is neither the one shown nor the one before. */
    private void awaitChallengeAfterNext() {
        for (int turn = 0; turn < 2; turn++) {
            var shown = gate.challenge();
            pace.pass(ChallengeDisplay.ROTATION);
            gate.await(_ -> !gate.challenge().equals(shown), PATIENCE);
        }
    }

    private void admit(ShownCode code) throws InterruptedException {
        gate.watch().forget();
        gate.hold(code);
        gate.watch().await(new Expectation.Granted(0), PATIENCE);
        gate.takeAway();
    }

    private boolean await(GateState state) {
        for (int step = 0; step < STEPS_MAX; step++) {
            if (gate.await(state, Duration.ofMillis(30))) {
                return true;
            }
            pace.pass(STEP);
        }
        return gate.await(state, Duration.ZERO);
    }
}
