package org.gatereader.tests.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.gatereader.daemon.display.Sign;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.GateChallenge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A credential and its key-binding JWT from another library, through picture, QR code, daemon and
 * relay: nothing on the way was made by the gate's own wallet.
 */
class ForeignHolderTest {
    private static final String RANDOM = "3b7c1d0e9f8a4b6c2d5e";

    private @TempDir Path directory;
    private SteppedGate gate;
    private ForeignHolder holder;

    @BeforeEach
    void trustTheForeignIssuer() throws Exception {
        gate = new SteppedGate(directory);
        holder = new ForeignHolder();
        gate.moreIssuers.add(holder.issue(gate.now()));
    }

    @AfterEach
    void close() {
        holder.close();
        gate.close();
    }

    @Test
    void opensTheGateOneWay() throws Exception {
        open("p2-qr");
        gate.show(holder.present(DemoSite.GATE, RANDOM, gate.now(), "pass_class"));
        assertEquals(Sign.PASS, gate.sign());
        assertEquals(1, gate.pulses());
    }

    @Test
    void opensTheGateWithTheChallengeOnItsDisplay() throws Exception {
        open("p2-qr-challenge");
        var challenge = GateChallenge.parse(gate.challenge());
        gate.show(
                holder.present(
                        challenge.gate(), challenge.nonce(), gate.now(), "pass_class", "agency"));
        assertEquals(1, gate.pulses());
    }

    @Test
    void isRefusedWithARandomWhereAChallengeIsDemanded() throws Exception {
        open("p2-qr-challenge");
        gate.show(holder.present(DemoSite.GATE, RANDOM, gate.now()));
        assertEquals(Sign.TRY_AGAIN, gate.sign());
        assertEquals(0, gate.pulses());
    }

    @Test
    void isRefusedWhereItWasMadeForAnotherGate() throws Exception {
        open("p2-qr");
        gate.show(holder.present("sejong-main-01", RANDOM, gate.now()));
        assertEquals(Sign.SEE_STAFF, gate.sign());
        assertEquals(0, gate.pulses());
    }

    private void open(String lane) throws Exception {
        gate.writeTrust(lane);
        gate.opened();
    }
}
