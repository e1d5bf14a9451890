package org.gatereader.tests.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatereader.daemon.display.Sign;
import org.gatereader.demo.wallet.Credential;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.TapWallet;
import org.gatereader.hal.nfc.SimulatedCard;
import org.gatereader.hal.nfc.SimulatedNfcReader.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A phone is held to the reader, and the gate talks with it. */
class TapTest {
    private static final String KEEP_IT_THERE = "Hold the phone there for a moment";

    private final AtomicInteger asked = new AtomicInteger();
    private @TempDir Path directory;
    private SteppedGate gate;

    @BeforeEach
    void openTheGate() throws Exception {
        gate = new SteppedGate(directory);
        gate.writeTrust("p1-tap", "p1-qr");
        gate.opened();
    }

    @AfterEach
    void closeTheGate() {
        gate.close();
    }

    @Test
    void aTapOpensTheGateOnce() throws Exception {
        gate.tap(phone(gate.credential()));
        assertEquals(1, gate.pulses());
        assertEquals(Sign.PASS, gate.sign());
    }

    @Test
    void aPhoneThatIsLeftInTheFieldIsAskedOnceAndOpensForNobodyElse() throws Exception {
        gate.tap(phone(gate.credential()));
        gate.pass(Duration.ofSeconds(30));
        assertEquals(1, asked.get());
        assertEquals(1, gate.pulses());
    }

    @Test
    void aPhoneWhoseFieldFlickersAfterAMinuteIsStillTheSamePresence() throws Exception {
        var phone = phone(gate.credential());
        gate.tap(phone);
        gate.pass(Duration.ofMinutes(1));
        gate.nfc.takeAway();
        gate.pass(Duration.ofMillis(200));
        gate.tap(phone);
        gate.pass(Duration.ofSeconds(10));
        assertEquals(1, gate.pulses());
    }

    @Test
    void theSamePhoneSecondsLaterIsAnotherPresence() throws Exception {
        var phone = phone(gate.credential());
        gate.tap(phone);
        gate.takeAway();
        gate.pass(Duration.ofSeconds(10));
        gate.tap(phone);
        assertEquals(2, gate.pulses());
    }

    @Test
    void theNextPersonDoesNotWaitForTheFirstOnesPhone() throws Exception {
        gate.tap(phone(gate.credential()));
        gate.nfc.takeAway();
        gate.passage.actuate();
        gate.pass(Duration.ofMillis(500));
        gate.passage.rest();
        gate.pass(Duration.ofMillis(500));
        gate.tap(phone(gate.credential()));
        assertEquals(2, gate.pulses());
    }

    @Test
    void aPhoneThatDoesNotKnowThisGateAsksForThePassAndGivesNothing() throws Exception {
        gate.tap(card(wallet(gate.credential()).ofSite(DemoKeys.named("stranger"))));
        assertEquals(0, gate.pulses());
        assertEquals(Sign.TRY_AGAIN, gate.sign());
        assertEquals("Open your pass on the screen, then tap", gate.hint().english());
    }

    @Test
    void aPhoneThatIsTakenAwayTooSoonIsToldSoAndServedAtOnceWhenItComesBack() throws Exception {
        gate.tap(_ -> Optional.empty());
        assertEquals(KEEP_IT_THERE, gate.hint().english());
        gate.tap(phone(gate.credential()));
        assertEquals(1, gate.pulses());
    }

    @Test
    void whereTheSiteTakesNoTapsNothingIsAskedOfAPhone() throws Exception {
        gate.clock.pass(Duration.ofSeconds(1));
        gate.writeTrust("p1-qr");
        gate.reader.lookAtTrust();
        gate.tap(phone(gate.credential()));
        assertEquals(0, asked.get());
        assertEquals("Show the QR code instead", gate.hint().english());
    }

    @Test
    void aReaderThatIsPulledInTheMiddleCostsOneTapAndNoQrCode() throws Exception {
        gate.tap(
                _ -> {
                    gate.nfc.suffer(Fault.UNPLUGGED);
                    return Optional.empty();
                });
        gate.show(gate.present(gate.credential()));
        assertEquals(1, gate.pulses());
        gate.nfc.mend();
        gate.takeAway();
        gate.pass(Duration.ofSeconds(6));
        gate.tap(phone(gate.credential()));
        assertEquals(2, gate.pulses());
    }

    @Test
    void aReaderThatComesBackDoesNotAskThePhoneThatLiesThere() throws Exception {
        gate.tap(phone(gate.credential()));
        gate.nfc.suffer(Fault.SILENT);
        gate.pass(Duration.ofSeconds(1));
        gate.nfc.mend();
        gate.pass(Duration.ofSeconds(10));
        assertEquals(1, asked.get());
        assertEquals(1, gate.pulses());
    }

    private SimulatedCard phone(Credential credential) {
        return card(wallet(credential));
    }

    private static SimulatedCard card(TapWallet wallet) {
        return command -> Optional.of(wallet.answer(command));
    }

    private TapWallet wallet(Credential credential) {
        return new TapWallet(
                request -> {
                    asked.incrementAndGet();
                    return gate.present(credential)
                            .audience(request.gate())
                            .challenge(request.challenge())
                            .toBytes();
                },
                gate.random,
                gate::now);
    }
}
