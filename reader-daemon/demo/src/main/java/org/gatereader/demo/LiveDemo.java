package org.gatereader.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gatereader.demo.cases.CodeMaker;
import org.gatereader.demo.cases.DemoCase;
import org.gatereader.demo.cases.DemoCases;
import org.gatereader.demo.cases.Expectation;
import org.gatereader.demo.cases.Scene;
import org.gatereader.demo.cases.ShownCode;
import org.gatereader.demo.page.DemoControls;
import org.gatereader.demo.page.PageEvents;
import org.gatereader.demo.page.PageEvents.Topic;
import org.gatereader.demo.wallet.GreyPicture;
import org.gatereader.demo.wallet.JsonMap;

/**
 * Plays at human pace what the page asks for. One thread steps it; the page's threads put cases
 * into its queue and look at its pictures.
 */
final class LiveDemo implements DemoControls {
    /** Whoever presses more buttons than this ahead is not waiting for the answers. */
    private static final int WAITING_MAX = 4;

    private static final Duration TURN = Duration.ofMillis(200);

    /** How long a phone is held out after the answer: people look up at the sign. */
    private static final Duration HELD = Duration.ofMillis(1200);

    private final DemoGate gate;
    private final PageEvents events;
    private final Pace pace;
    private final CasePlayer player;
    private volatile DemoCase usual = DemoCases.named("valid");
    private volatile Scene scene = Scene.DAY;
    private Scene stood = Scene.DAY;
    private volatile boolean isLost;
    private final LivePhone phone;
    private final BlockingQueue<DemoCase> waiting = new ArrayBlockingQueue<>(WAITING_MAX);

    LiveDemo(DemoGate gate, PageEvents events, Pace pace, CodeMaker codes) {
        this.gate = gate;
        this.events = events;
        this.pace = pace;
        this.player = new CasePlayer(gate, pace, codes);
        this.phone = new LivePhone(events, usual, player.make(usual), gate.now());
    }

    @Override
    public void play(DemoCase demoCase) {
        waiting.offer(demoCase);
    }

    @Override
    public void carry(DemoCase next) {
        usual = next;
    }

    @Override
    public void stand(Scene next) {
        scene = next;
    }

    @Override
    public void reportLost() {
        isLost = true;
    }

    @Override
    public void reportFound() {
        isLost = false;
    }

    @Override
    public Optional<byte[]> challengePicture() {
        return gate.challengePicture().map(GreyPicture::toPng);
    }

    @Override
    public byte[] phonePicture() {
        return phone.toPng();
    }

    @Override
    public byte[] cameraPicture() {
        return gate.seen().halved().toPng();
    }

    /** One turn: a case that waits, or a new code on the phone. */
    void runOnce() throws InterruptedException, IOException {
        if (stood != scene) {
            stood = scene;
            gate.trustAsIn(stood);
        }
        if (isLost != gate.isReportedLost()) {
            report();
        }
        DemoCase next = waiting.poll(TURN.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            rest();
        } else if (next.name().equals("fire-alarm") && gate.fire().isActuated()) {
            gate.fire().rest();
        } else if (next.name().equals("camera-unplugged") && gate.isCameraUnplugged()) {
            gate.plugCamera();
        } else {
            present(next);
        }
    }

    /** From the office to the gate; the page hears when the gate has it. */
    private void report() throws IOException {
        if (isLost) {
            gate.reportLost();
        } else {
            gate.reportFound();
        }
        events.publish(Topic.LOSS, new JsonMap().put("lost", isLost));
    }

    private void rest() {
        if (phone.isStale(gate.now()) || !phone.shows(usual)) {
            phone.rotate(usual, player.make(usual), gate.now());
        } else {
            phone.tick(gate.now());
        }
    }

    private void present(DemoCase demoCase) throws InterruptedException, IOException {
        boolean isUsual =
                !gate.fire().isActuated() && !gate.isCameraUnplugged() && !gate.isReportedLost();
        ShownCode code = player.make(demoCase);
        phone.present(demoCase, code);
        player.begin(demoCase, code);
        Outcome outcome = player.show(demoCase, code);
        tell(demoCase, outcome, isUsual);
        pace.pass(HELD);
        player.leave(demoCase, outcome);
        if (demoCase.name().equals("lost-phone")) {
            isLost = gate.isReportedLost();
        }
        // Fire and cable stay as they are until their buttons are pressed again.
        player.repair();
        phone.rotate(usual, player.make(usual), gate.now());
    }

    /** The answer, with the expectation only where nothing else is wrong with the gate. */
    private void tell(DemoCase demoCase, Outcome outcome, boolean isUsual) {
        Expectation got = outcome.got();
        events.publish(
                Topic.DECISION,
                new JsonMap()
                        .put("got", got.toString())
                        .put("expected", isUsual ? demoCase.expected().toString() : "")
                        .put("agrees", got.equals(demoCase.expected()))
                        .put("decode", micros(outcome.decodeNanos()))
                        .put("verify", micros(outcome.verifyNanos()))
                        .put("decide", micros(outcome.decideNanos()))
                        .put("relay", micros(outcome.relayNanos())));
    }

    private static long micros(long nanos) {
        return TimeUnit.NANOSECONDS.toMicros(nanos);
    }
}
