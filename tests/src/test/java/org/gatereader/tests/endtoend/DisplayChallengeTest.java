package org.gatereader.tests.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.time.Duration;
import org.gatereader.daemon.display.Sign;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.GateChallenge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate shows a challenge, a phone scans and signs it, and the camera sees the answer. */
class DisplayChallengeTest {
    private @TempDir Path directory;
    private SteppedGate gate;

    @BeforeEach
    void openTheGate() throws Exception {
        gate = new SteppedGate(directory);
        gate.writeTrust("p1-qr-challenge", "p2-qr-challenge");
        gate.opened();
    }

    @AfterEach
    void closeTheGate() {
        gate.close();
    }

    @Test
    void letsWhoeverSignsTheShownChallengeIn() throws Exception {
        var challenge = GateChallenge.parse(gate.challenge());
        assertEquals(DemoSite.GATE, challenge.gate());
        gate.show(gate.present(gate.credential()).challenge(challenge.bytes()));
        assertEquals(1, gate.pulses());
    }

    @Test
    void takesAnSdJwtWhoseNonceIsTheShownChallenge() throws Exception {
        var challenge = GateChallenge.parse(gate.challenge());
        gate.show(gate.present(gate.sdJwt()).nonce(challenge.nonce()).toText());
        assertEquals(1, gate.pulses());
    }

    @Test
    void showsAFreshOneEveryTenSecondsAndHonoursTheOneBefore() throws Exception {
        var before = GateChallenge.parse(gate.challenge());
        gate.pass(Duration.ofSeconds(10));
        assertNotEquals(before, GateChallenge.parse(gate.challenge()));
        gate.show(gate.present(gate.credential()).challenge(before.bytes()));
        assertEquals(1, gate.pulses());
    }

    @Test
    void refusesOneThatIsTwoRotationsOldInEitherFormat() throws Exception {
        var old = GateChallenge.parse(gate.challenge());
        gate.pass(Duration.ofSeconds(20));
        gate.show(gate.present(gate.credential()).challenge(old.bytes()));
        assertEquals(Sign.TRY_AGAIN, gate.sign());
        gate.takeAway();
        gate.show(gate.present(gate.sdJwt()).nonce(old.nonce()).toText());
        assertEquals(0, gate.pulses());
    }

    @Test
    void showsAFreshOneAfterEachGrant() throws Exception {
        String shown = gate.challenge();
        var challenge = GateChallenge.parse(shown);
        gate.show(gate.present(gate.credential()).challenge(challenge.bytes()));
        assertNotEquals(shown, gate.challenge());
    }

    @Test
    void refusesAnAnswerToAnotherGatesChallengeAndNone() throws Exception {
        gate.show(gate.present(gate.credential()).challenge(new byte[16]));
        gate.takeAway();
        gate.show(gate.present(gate.credential()));
        assertEquals(0, gate.pulses());
    }

    @Test
    void showsNoneWhereNoLaneDemandsIt() throws Exception {
        gate.clock.pass(Duration.ofSeconds(1));
        gate.writeTrust("p1-qr", "p2-qr");
        gate.reader.lookAtTrust();
        gate.pass(Duration.ofMillis(50));
        assertEquals("", gate.challenge());
        gate.show(gate.present(gate.sdJwt()).toText());
        assertEquals(1, gate.pulses());
    }
}
