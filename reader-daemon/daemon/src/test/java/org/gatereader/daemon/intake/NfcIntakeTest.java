package org.gatereader.daemon.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import org.gatereader.hal.Supervision.News;
import org.gatereader.hal.nfc.SimulatedNfcReader;
import org.gatereader.hal.nfc.SimulatedNfcReader.Fault;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.presentation.tap.NfcProtocol;
import org.gatereader.verifier.presentation.tap.NfcSession;
import org.gatereader.verifier.presentation.tap.P1Tap;
import org.gatereader.verifier.verdict.TapFault;
import org.junit.jupiter.api.Test;

class NfcIntakeTest {
    private static final byte[] GREETING = hex("8301004800112233445566779000");
    private static final byte[] ANSWER = hex("0102039000");
    private static final byte[] NO_APPLET = hex("6a82");

    private final SimulatedNfcReader reader = new SimulatedNfcReader("nfc");
    private final Queue<CapturedPayload> payloads = new ArrayBlockingQueue<>(1);
    private final List<TapFault> faults = new ArrayList<>();
    private final List<News> news = new ArrayList<>();
    private final List<byte[]> challenges = new ArrayList<>();
    private final List<String> types = new ArrayList<>(List.of("a/b"));
    private final NfcIntake intake = intake(List.of(remembering()));
    private long nanos;

    @Test
    void handsOnOnePayloadAndAsksNoMoreUntilThePhoneHasLeft() {
        reader.put(NfcIntakeTest::wallet);
        turn(3);
        assertEquals(1, payloads.size());
        assertTrue(intake.isPhoneInField());
        reader.takeAway();
        turn(1);
        assertFalse(intake.isPhoneInField());
        assertEquals(1, challenges.size());
    }

    @Test
    void drawsAFreshChallengeForEachConversation() {
        for (int i = 0; i < 2; i++) {
            reader.put(NfcIntakeTest::wallet);
            turn(1);
            reader.takeAway();
            turn(1);
        }
        assertEquals(2, challenges.stream().map(HexFormat.of()::formatHex).distinct().count());
    }

    @Test
    void whatFindsTheQueueFullIsDroppedAndThePersonToldToTryAgain() {
        for (int i = 0; i < 2; i++) {
            reader.put(NfcIntakeTest::wallet);
            turn(1);
            reader.takeAway();
            turn(1);
        }
        assertEquals(List.of(TapFault.TOO_SLOW), faults);
        assertEquals(1, intake.droppedCount());
    }

    @Test
    void asksNothingOfAPhoneWhereNoTapIsTaken() {
        types.clear();
        reader.put(NfcIntakeTest::wallet);
        turn(1);
        assertEquals(List.of(TapFault.LANE_CLOSED), faults);
        assertEquals(0, challenges.size());
    }

    @Test
    void triesTheNextProtocolWhereThePhoneHasNoAppletOfTheFirst() {
        try (var two = intake(List.of(new P1Tap("gate", Optional.empty()), remembering()))) {
            var selected = new ArrayList<byte[]>();
            reader.put(
                    command -> {
                        selected.add(command);
                        return selected.size() == 1 ? Optional.of(NO_APPLET) : wallet(command);
                    });
            two.runOnce(Duration.ZERO);
            assertEquals(1, payloads.size());
        }
    }

    @Test
    void aPhoneThatTakesLongerThanASecondAndAHalfIsTooSlow() {
        reader.put(
                command -> {
                    nanos += Duration.ofMillis(800).toNanos();
                    return wallet(command);
                });
        turn(1);
        assertEquals(List.of(TapFault.TOO_SLOW), faults);
        assertEquals(0, payloads.size());
    }

    @Test
    void aReaderThatFailsIsToldOnceAndReopenedAfterItsPause() {
        turn(1);
        reader.suffer(Fault.UNPLUGGED);
        turn(5);
        assertEquals(1, news.stream().filter(News.FAILED::equals).count());
        assertEquals(Optional.of("nfc: is unplugged"), intake.problem());
        reader.mend();
        nanos += Duration.ofSeconds(6).toNanos();
        turn(1);
        assertEquals(News.RECOVERED, news.getLast());
        assertEquals(Optional.empty(), intake.problem());
    }

    @Test
    void aPhoneThatLayThereWhileItsReaderFailedIsNotAskedAgain() {
        reader.put(
                _ -> {
                    reader.suffer(Fault.UNPLUGGED);
                    return Optional.of(GREETING.clone());
                });
        turn(1);
        assertEquals(List.of(TapFault.READER_FAILED), faults);
        reader.mend();
        nanos += Duration.ofSeconds(6).toNanos();
        turn(3);
        assertEquals(1, challenges.size());
        reader.takeAway();
        reader.put(NfcIntakeTest::wallet);
        turn(2);
        assertEquals(2, challenges.size());
    }

    @Test
    void asksAReaderThatIsExaminedOnceAndTellsWhatItSaidOfItself() {
        var examination = new NfcExamination();
        intake.examine(examination);
        turn(2);
        assertEquals("simulated", examination.answer().orElseThrow().description());
    }

    @Test
    void aReaderThatDoesNotAnswerAnExaminationHasFailed() {
        turn(1);
        var examination = new NfcExamination();
        intake.examine(examination);
        reader.suffer(Fault.SILENT);
        turn(1);
        assertEquals(Optional.empty(), examination.answer());
        assertEquals(Optional.of("nfc: does not answer"), intake.problem());
    }

    private void turn(int times) {
        for (int i = 0; i < times; i++) {
            intake.runOnce(Duration.ZERO);
        }
    }

    private NfcIntake intake(List<NfcProtocol> protocols) {
        return new NfcIntake(
                reader,
                protocols,
                new NfcIntake.Wires(payloads, faults::add, this::hear, () -> types),
                new NfcIntake.Sources(() -> nanos, new Random(5)));
    }

    private void hear(News told) {
        if (told != News.NONE) {
            news.add(told);
        }
    }

    private NfcProtocol remembering() {
        var tap = new P1Tap("gate", Optional.empty());
        return new NfcProtocol() {
            @Override
            public NfcSession begin(byte[] challenge, List<String> asked) {
                challenges.add(challenge.clone());
                return tap.begin(challenge, asked);
            }

            @Override
            public int answerBytesMax() {
                return tap.answerBytesMax();
            }
        };
    }

    private static Optional<byte[]> wallet(byte[] command) {
        return Optional.of(command[1] == (byte) 0xa4 ? GREETING.clone() : ANSWER.clone());
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
