package org.gatereader.tests.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import org.gatereader.daemon.StartedCheck;
import org.gatereader.daemon.display.Sign;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.hal.camera.SimulatedCamera;
import org.gatereader.qr.QrHint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateOpensTest {
    /**
     * Always the same code: what half of one looks like hangs on its data, and signatures differ.
     */
    private static final String SOME_TEXT = "GR1:" + "HALF OF A CODE IS NOT A CODE ".repeat(12);

    private @TempDir Path directory;
    private SteppedGate gate;

    @BeforeEach
    void openTheGate() throws Exception {
        gate = new SteppedGate(directory).opened();
    }

    @AfterEach
    void closeTheGate() {
        gate.close();
    }

    @Test
    void turnsTheRelayOnceForAValidCodeBeforeTheCamera() throws Exception {
        assertEquals(Sign.READY, gate.sign());
        gate.show(gate.present(gate.credential()));
        assertEquals(Sign.PASS, gate.sign());
        assertEquals(1, gate.pulses());
    }

    @Test
    void letsInWhoeverSignsInTheMomentInWhichItFirstSaysThatItIsReady(@TempDir Path other)
            throws Exception {
        try (var started = new SteppedGate(other)) {
            started.clock.pass(Duration.ofMillis(130));
            started.reader.begin(StartedCheck.begun());
            started.passUntil(Sign.READY);
            started.show(started.present(started.credential()));
            assertEquals(Sign.PASS, started.sign());
        }
    }

    @Test
    void doesNotTurnAgainForAPhoneThatStaysInView() throws Exception {
        var credential = gate.credential();
        for (int code = 0; code < 4; code++) {
            gate.show(gate.present(credential));
            gate.pass(Duration.ofSeconds(8));
        }
        assertEquals(1, gate.pulses());
    }

    @Test
    void turnsAgainForANewCodeOfAPhoneThatWasTakenAway() throws Exception {
        var credential = gate.credential();
        gate.show(gate.present(credential));
        gate.takeAway();
        gate.pass(Duration.ofSeconds(6));
        gate.show(gate.present(credential));
        assertEquals(2, gate.pulses());
    }

    @Test
    void tellsTheHolderOfARevokedPassToSeeStaffAndStaysLocked() throws Exception {
        var credential = gate.credential().status(77, DemoSite.STATUS_URI);
        gate.statuses.set(77, StatusArray.REVOKED);
        gate.clock.pass(Duration.ofSeconds(1));
        gate.writeTrust();
        gate.reader.lookAtTrust();
        gate.show(gate.present(credential));
        assertEquals(Sign.SEE_STAFF, gate.sign());
        assertEquals(0, gate.pulses());
    }

    @Test
    void showsTheWayOutInAFireAndAdmitsNobody() throws Exception {
        gate.fire.actuate();
        gate.pass(Duration.ofMillis(300));
        assertEquals(Sign.WAY_OUT, gate.sign());
        gate.show(gate.present(gate.credential()));
        assertEquals(0, gate.pulses());
    }

    @Test
    void asksForTheWholeCodeInBothLanguagesAndStopsWhenThePhoneIsGone() throws Exception {
        gate.showCutOff(SOME_TEXT);
        assertEquals(Sign.READY, gate.sign());
        assertEquals(
                new Sign.Words(QrHint.CUT_OFF.korean(), QrHint.CUT_OFF.english()), gate.hint());
        gate.takeAway();
        assertEquals(Sign.Words.NONE, gate.hint());
    }

    @Test
    void saysNoHintWhileTheCameraIsGone() throws Exception {
        gate.showCutOff(SOME_TEXT);
        gate.camera.suffer(SimulatedCamera.Fault.UNPLUGGED);
        gate.pass(Duration.ofMillis(100));
        assertEquals(Sign.Words.NONE, gate.hint());
    }
}
