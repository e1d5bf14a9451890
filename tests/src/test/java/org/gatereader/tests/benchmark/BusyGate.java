package org.gatereader.tests.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gatereader.daemon.Devices;
import org.gatereader.daemon.GateObserver;
import org.gatereader.daemon.GateReader;
import org.gatereader.daemon.StartedCheck;
import org.gatereader.daemon.Surroundings;
import org.gatereader.daemon.config.Configuration;
import org.gatereader.daemon.display.Display;
import org.gatereader.daemon.display.Sign;
import org.gatereader.daemon.gate.GateDevices;
import org.gatereader.daemon.time.SimulatedClock;
import org.gatereader.daemon.time.Stage;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.hal.camera.LiveScene;
import org.gatereader.hal.camera.Picture;
import org.gatereader.hal.camera.SimulatedCamera;
import org.gatereader.hal.gpio.SimulatedIndicator;
import org.gatereader.hal.gpio.SimulatedRelay;
import org.gatereader.tests.Configurations;

/**
 * The whole daemon with all its threads on simulated hardware, and people who come one after the
 * other: nobody steps up before the sign says that the gate is ready.
 */
final class BusyGate implements AutoCloseable {
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;

    /** As often as a simulated camera can, for most of the benchmark waits for a frame. */
    private static final int FRAMES_PER_SECOND = 240;

    private static final long OPENS_AFTER_SECONDS_MAX = 60;

    /** More than lies between two pulses of the relay. */
    private static final Duration RELAY_RESTS = Duration.ofMillis(150);

    private static final Instant MORNING = Instant.parse("2026-11-23T00:00:00Z");

    private final SimulatedClock clock = new SimulatedClock(MORNING);
    private final LiveScene scene = new LiveScene(wall());
    private final Heard heard = new Heard();
    private final Semaphore ready = new Semaphore(0);
    private final Scratch scratch = Scratch.create();
    private final GateReader reader;

    /** What the observer is told, in the order in which it happens. */
    private static final class Heard implements GateObserver {
        private static final int MORE_THAN_ONE_PERSON_CAUSES = 256;

        private final BlockingQueue<Map.Entry<Stage, Long>> durations =
                new ArrayBlockingQueue<>(MORE_THAN_ONE_PERSON_CAUSES);
        private volatile long denied;

        @Override
        public void took(Stage stage, long nanos) {
            durations.offer(Map.entry(stage, nanos));
        }

        @Override
        public void happened(String kind, long number) {
            if (kind.equals("DENIED")) {
                denied = number;
            }
        }
    }

    /** A gate that is wired, not started; its files lie in a directory that goes with it. */
    BusyGate() throws IOException {
        Path directory = scratch.directory();
        Profile.trust(MORNING.minusSeconds(60)).writeTo(directory.resolve("trust"));
        var camera = new SimulatedCamera("camera", scene, FRAMES_PER_SECOND, clock::nanos);
        var contacts =
                new GateDevices.Contacts(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        var devices =
                new Devices(
                        camera,
                        new GateDevices(new SimulatedRelay("relay", clock::nanos), contacts),
                        new SimulatedIndicator("indicator", clock::nanos));
        Display sign = (shown, _) -> ready.release(shown == Sign.READY ? 1 : 0);
        reader =
                new GateReader(
                        configuration(directory),
                        devices,
                        new Surroundings(clock, List.of(sign), heard));
    }

    /** Checks itself and waits, as people do, until its sign says that it is ready. */
    void open() throws InterruptedException {
        var report = reader.begin(StartedCheck.begun());
        if (!report.isGood()) {
            throw new IllegalStateException("self-check: wrong about " + report.faults());
        }
        reader.start(
                role -> {
                    throw new IllegalStateException(role + " died");
                });
        if (!ready.tryAcquire(OPENS_AFTER_SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the gate did not open");
        }
    }

    /** What a phone in front of the gate puts into a presentation made now. */
    Instant now() {
        return clock.now();
    }

    /**
     * Holds a code before the camera and waits until the gate serves the next person.
     *
     * @return how long each stage took, from the frame that showed the code
     * @throws IllegalStateException if the person was not let in
     */
    Map<Stage, Long> admit(Picture code) throws InterruptedException {
        heard.durations.clear();
        ready.drainPermits();
        scene.push(code);
        var times = new EnumMap<Stage, Long>(Stage.class);
        while (!times.containsKey(Stage.TOTAL)) {
            var next = heard.durations.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("not let in; last denied: " + heard.denied);
            }
            times.put(next.getKey(), next.getValue());
        }
        scene.push(wall());
        if (!ready.tryAcquire(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the gate is not ready again");
        }
        clock.skip(RELAY_RESTS);
        return times;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        scratch.close();
    }

    private static Picture wall() {
        return new Picture(new byte[WIDTH * HEIGHT], WIDTH, HEIGHT, WIDTH);
    }

    private static Configuration configuration(Path directory) {
        String toml =
                """
                [gate]
                id = "%s"
                [trust]
                source = "plain"
                directory = "trust"
                [clock]
                source = "simulated"
                [camera]
                driver = "simulated"
                [relay]
                driver = "simulated"
                pulse_ms = 1
                [turnstile]
                unlock_ms = 1
                [display]
                driver = "simulated"
                sign_ms = 1
                [journal]
                directory = "journal"
                [control]
                directory = "sockets"
                """
                        .formatted(DemoSite.GATE);
        return Configurations.sound(directory, toml);
    }
}
