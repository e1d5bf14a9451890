package org.gatereader.hal.nfc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.HandClock;
import org.gatereader.hal.nfc.PcscReader.Choice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

class PcscReaderTest {
    private static final String READER = "ACME Tapper 00 00";
    private static final byte[] COMMAND = {0, 1, 2, 3};
    private static final byte[] DONE = {(byte) 0x90, 0};
    private static final Duration SHORT = Duration.ofMillis(50);

    private final HandClock clock = new HandClock();
    private final SimulatedService service = new SimulatedService();
    private final PcscReader reader =
            new PcscReader("nfc", Choice.ONLY, clock, service::connection);

    @BeforeEach
    void plugIn() {
        service.plug(READER);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void opensTheOnlyReaderAndTellsItsFirmware() throws Exception {
        reader.open();
        assertEquals(READER + ", firmware 1.4", reader.description());
    }

    @Test
    void carriesACommandToTheCardAndSeesItLeave() throws Exception {
        reader.open();
        assertFalse(reader.awaitCard(Duration.ZERO));
        service.put(_ -> Optional.of(DONE));
        assertTrue(reader.awaitCard(Duration.ZERO));
        assertArrayEquals(DONE, transmit().orElseThrow());
        reader.release();
        assertFalse(reader.awaitRemoval(Duration.ZERO));
        service.takeAway();
        assertTrue(reader.awaitRemoval(Duration.ZERO));
        assertFalse(reader.awaitCard(Duration.ZERO));
    }

    @Test
    void aCardThatWasSwappedBetweenTwoLooksHasLeft() throws Exception {
        reader.open();
        service.put(_ -> Optional.of(DONE));
        reader.awaitCard(Duration.ZERO);
        reader.release();
        service.takeAway();
        service.put(_ -> Optional.of(DONE));
        assertTrue(reader.awaitRemoval(Duration.ZERO));
        assertTrue(reader.awaitCard(Duration.ZERO));
    }

    @Test
    void aCardTakenAwayInTheMiddleIsNoFailureAndTheNextOneIsServed() throws Exception {
        reader.open();
        service.put(_ -> Optional.of(DONE));
        reader.awaitCard(Duration.ZERO);
        service.takeAway();
        assertEquals(Optional.empty(), transmit());
        reader.release();
        service.put(_ -> Optional.of(DONE));
        assertTrue(reader.awaitCard(Duration.ZERO));
        assertTrue(transmit().isPresent());
    }

    @Test
    @Timeout(20)
    void aPhoneThatThinksForTooLongIsTooLateAndItsReaderIsReadyAtOnce() throws Exception {
        reader.open();
        var asking = Thread.currentThread();
        service.put(
                _ -> {
                    while (asking.getState() != Thread.State.TIMED_WAITING) {
                        Thread.onSpinWait();
                    }
                    clock.advance(SHORT);
                    return Optional.of(DONE);
                });
        reader.awaitCard(Duration.ZERO);
        var bounds = new ApduTransport.Bounds(640, clock.getAsLong() + 1);
        var select = new CommandApdu(COMMAND, COMMAND, CommandApdu.Length.SHORT);
        assertEquals(
                CardAnswer.Broken.TOO_LATE,
                new ApduTransport(reader, clock).exchange(select, bounds));
        reader.release();
        service.put(_ -> Optional.of(DONE));
        assertTrue(reader.awaitCard(Duration.ZERO));
    }

    @Test
    void aCardThatLeavesWithoutAnswerIsGone() throws Exception {
        reader.open();
        service.put(_ -> Optional.empty());
        reader.awaitCard(Duration.ZERO);
        assertEquals(Optional.empty(), transmit());
    }

    @Test
    void whatDoesNotAnswerToItsReaderIsNoCard() throws Exception {
        reader.open();
        service.putMute();
        assertFalse(reader.awaitCard(Duration.ZERO));
        service.put(_ -> Optional.of(DONE));
        assertTrue(reader.awaitCard(Duration.ZERO));
    }

    @Test
    void aRestartOfTheServiceIsAFailureAndIsOverWhenItRunsAgain() throws Exception {
        reader.open();
        service.stop();
        assertProblem("pcscd does not run", () -> reader.awaitCard(Duration.ZERO));
        reader.close();
        assertProblem("pcscd does not run", reader::open);
        reader.close();
        service.start();
        reader.open();
        service.put(_ -> Optional.of(DONE));
        assertTrue(reader.awaitCard(Duration.ZERO));
    }

    @Test
    void aRestartInTheMiddleOfAnExchangeIsAFailureOfTheReader() throws Exception {
        reader.open();
        service.put(_ -> Optional.of(DONE));
        reader.awaitCard(Duration.ZERO);
        service.stop();
        assertProblem("pcscd does not run", this::transmit);
    }

    @Test
    void aReaderThatIsPulledFailsAndWorksWhenItIsPluggedInAgain() throws Exception {
        reader.open();
        service.pull(READER);
        assertProblem("unplugged", () -> reader.awaitCard(Duration.ZERO));
        reader.close();
        assertProblem("expected one reader, got none", reader::open);
        reader.close();
        service.plug(READER);
        reader.open();
        assertFalse(reader.awaitCard(Duration.ZERO));
    }

    @Test
    void aReaderThatIsPulledInTheMiddleOfAnExchangeFails() throws Exception {
        reader.open();
        service.put(_ -> Optional.of(DONE));
        reader.awaitCard(Duration.ZERO);
        service.pull(READER);
        assertProblem("unplugged", this::transmit);
    }

    @Test
    void aReaderThatAnotherProgramHoldsIsNamedSoUntilItLetsGo() throws Exception {
        service.hold(true);
        assertProblem("another program holds the reader", reader::open);
        reader.close();
        service.hold(false);
        reader.open();
        service.hold(true);
        service.put(_ -> Optional.of(DONE));
        assertProblem("another program", () -> reader.awaitCard(Duration.ZERO));
    }

    @Test
    void amongTwoReadersTheConfiguredOneIsTakenAndNoneIsGuessed() throws Exception {
        service.plug("Other 01 00");
        assertProblem("expected one reader, got 2", reader::open);
        var other = new Choice(Optional.of("Other"), Optional.empty());
        try (var named = new PcscReader("nfc", other, clock, service::connection)) {
            named.open();
            assertTrue(named.description().startsWith("Other 01 00"));
        }
    }

    @Test
    void anIdleReaderThatFellSilentIsNoticedWithinFiveSeconds() throws Exception {
        reader.open();
        service.die();
        assertFalse(reader.awaitCard(Duration.ZERO));
        clock.advance(Duration.ofSeconds(5));
        assertProblem("does not answer", () -> reader.awaitCard(Duration.ZERO));
    }

    @Test
    void aReaderThatFellSilentDoesNotOpenThoughItsDriverKnowsIt() {
        service.die();
        assertProblem("does not answer", reader::open);
    }

    @Test
    @Timeout(20)
    void aCallThatHangsReturnsInTimeAndNoSecondThreadIsLostToIt() throws Exception {
        reader.open();
        service.put(_ -> Optional.of(DONE));
        reader.awaitCard(Duration.ZERO);
        CountDownLatch latch = service.hang();
        assertProblem("no answer within 1050 ms", this::transmit);
        reader.close();
        assertProblem("hung since the last call", reader::open);
        assertEquals(1, service.contexts());
        latch.countDown();
        while (service.contexts() > 0) {
            Thread.onSpinWait();
        }
        reopenOnceTheThreadIsGone();
        assertTrue(reader.awaitCard(Duration.ZERO));
    }

    @Test
    void aClosedReaderHoldsNoContext() throws Exception {
        for (int i = 0; i < 100; i++) {
            reader.open();
            reader.close();
        }
        assertEquals(0, service.contexts());
    }

    @Test
    void aMachineWithoutTheLibraryHasADeviceThatFailsAndNoCrash() {
        var without =
                new PcscReader(
                        "nfc", Choice.ONLY, clock, () -> PcscLite.load("libnobody-has-this.so.7"));
        assertProblem("libpcsclite.so.1 is not installed", without::open);
    }

    @Test
    void aReaderThatIsNotOpenFailsAndDoesNothingElse() {
        assertProblem("is not open", () -> reader.awaitCard(Duration.ZERO));
        assertProblem("is not open", this::transmit);
        reader.release();
    }

    private void reopenOnceTheThreadIsGone() throws Exception {
        while (true) {
            try {
                reader.open();
                return;
            } catch (DeviceException _) {
                Thread.onSpinWait();
            }
        }
    }

    private Optional<byte[]> transmit() throws DeviceException {
        return reader.transmit(COMMAND, SHORT);
    }

    private static void assertProblem(String part, Executable call) {
        String problem = String.valueOf(assertThrows(DeviceException.class, call).getMessage());
        assertTrue(problem.contains(part), problem);
    }
}
