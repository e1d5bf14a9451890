package org.gatereader.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.gatereader.daemon.gate.OutOfService;
import org.gatereader.demo.cases.CodeMaker;
import org.gatereader.demo.cases.DemoCases;
import org.gatereader.demo.cases.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few cases on the real daemon; {@code ./gate demo --script} walks all of them. */
class CasePlayerTest {
    @TempDir private Path directory;
    private DemoGate gate;
    private CasePlayer player;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        gate = new DemoGate(Scene.DAY, directory, List.of());
        gate.start();
        Pace pace = Pace.hurried(gate.clock());
        for (int second = 0; second < 20 && isStarting(); second++) {
            pace.pass(Duration.ofSeconds(1));
        }
        pace.pass(Duration.ofSeconds(1));
        assertFalse(isStarting());
        player = new CasePlayer(gate, pace, CodeMaker.with(new Random(1)));
    }

    @AfterEach
    void stop() {
        gate.close();
    }

    @Test
    void aValidPresentationTurnsTheRelayAndEveryStageIsTimed() throws Exception {
        Outcome outcome = play("valid");
        assertEquals("granted 2", outcome.got().toString());
        assertTrue(gate.relay().edgeCount() > 0);
        assertTrue(outcome.decodeNanos() > 0);
        assertTrue(outcome.verifyNanos() > 0);
        assertTrue(outcome.decideNanos() > 0);
        assertTrue(outcome.relayNanos() > 0);
    }

    @Test
    void aRefusalIsTimedAsFarAsItCameAndTurnsNothing() throws Exception {
        Outcome outcome = play("forged-signature");
        assertEquals("denied 304", outcome.got().toString());
        assertTrue(outcome.verifyNanos() > 0);
        assertEquals(0, outcome.decideNanos());
        assertEquals(0, outcome.relayNanos());
        assertEquals(0, gate.relay().edgeCount());
    }

    @Test
    void aReplayedScreenshotOpensOnceAndNotTwice() throws Exception {
        assertEquals("denied 206", play("replayed-screenshot").got().toString());
        assertEquals(1, pulses());
    }

    @Test
    void theGateServesAgainAfterAFireAndAPulledCable() throws Exception {
        assertEquals("denied 604", play("fire-alarm").got().toString());
        assertEquals("event CAMERA_FAILED", play("camera-unplugged").got().toString());
        assertEquals("granted 2", play("valid").got().toString());
    }

    @Test
    void aPhoneThatIsReportedLostIsRefusedAndTheSamePhoneIsLetInOnceItIsFound() throws Exception {
        assertEquals("granted 2", play("valid").got().toString());
        gate.reportLost();
        assertEquals("denied 409", play("valid").got().toString());
        assertEquals("denied 409", play("p2-valid").got().toString());
        gate.reportFound();
        assertEquals("granted 2", play("valid").got().toString());
    }

    private Outcome play(String name) throws Exception {
        Outcome outcome = player.play(DemoCases.named(name));
        assertTrue(player.settle());
        return outcome;
    }

    private boolean isStarting() {
        return gate.status().reasons().contains(OutOfService.STARTING);
    }

    private long pulses() {
        return gate.relay().edges().stream().filter(edge -> edge.isEngaged()).count();
    }
}
