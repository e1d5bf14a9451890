package org.gatereader.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.gatereader.daemon.selftest.GullibleCrypto;
import org.gatereader.daemon.selftest.VectorJudge;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.verdict.CheckTrace;
import org.junit.jupiter.api.Test;

/** A gate whose parts turn by hand, and a watchdog that counts its meals. */
class HeartbeatTest {
    private static final Duration PERIOD = Duration.ofSeconds(12);
    private static final Duration PROOF = PERIOD.dividedBy(4);

    private static final int VECTORS = 16;
    private static final int LET_THROUGH_BY_THE_GULLIBLE = 5;

    private int meals;
    private long nanos;

    @Test
    void feedsWhenAVectorWasDecidedAndTheGateTurned() {
        Heartbeat heartbeat = heartbeat(new BouncyCastle());
        turn(heartbeat, PROOF);
        assertEquals(1, meals);
        turn(heartbeat, PROOF);
        assertEquals(2, meals);
    }

    @Test
    void feedsNoMoreThanAVectorIsDue() {
        Heartbeat heartbeat = heartbeat(new BouncyCastle());
        turn(heartbeat, PROOF.minusNanos(1));
        assertEquals(0, meals);
        turn(heartbeat, Duration.ofNanos(1));
        assertEquals(1, meals);
        turn(heartbeat, Duration.ZERO);
        assertEquals(1, meals);
    }

    @Test
    void starvesTheWatchdogOfAGateWhoseAdmissionIsFrozen() {
        Heartbeat heartbeat = heartbeat(new BouncyCastle());
        for (int turn = 0; turn < 100; turn++) {
            nanos += PROOF.toNanos();
            heartbeat.gateTurned();
            heartbeat.runOnce();
        }
        assertEquals(0, meals);
    }

    @Test
    void starvesTheWatchdogOfAGateThatDecidesAndDoesNotMove() {
        Heartbeat heartbeat = heartbeat(new BouncyCastle());
        for (int turn = 0; turn < 100; turn++) {
            nanos += PROOF.toNanos();
            heartbeat.admissionTurned(nanos);
            heartbeat.runOnce();
        }
        assertEquals(0, meals);
    }

    @Test
    void takesNoVectorForProofThatWasDecidedWrongly() {
        Heartbeat heartbeat = heartbeat(new GullibleCrypto());
        for (int vector = 0; vector < VECTORS; vector++) {
            turn(heartbeat, PROOF);
        }
        assertEquals(VECTORS - LET_THROUGH_BY_THE_GULLIBLE, meals);
    }

    @Test
    void aGateThatHasNotProvedItselfYetFeedsNothing() {
        Heartbeat heartbeat = new Heartbeat(() -> meals++, PERIOD, nanos);
        turn(heartbeat, PERIOD);
        assertEquals(0, meals);
    }

    private void turn(Heartbeat heartbeat, Duration later) {
        nanos += later.toNanos();
        heartbeat.admissionTurned(nanos);
        heartbeat.gateTurned();
        heartbeat.runOnce();
    }

    private Heartbeat heartbeat(CryptoModule crypto) {
        Heartbeat heartbeat = new Heartbeat(() -> meals++, PERIOD, nanos);
        heartbeat.with(new VectorJudge(crypto, CheckTrace.NONE));
        return heartbeat;
    }
}
