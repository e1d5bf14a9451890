package org.gatereader.hal.nfc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.HandClock;
import org.gatereader.hal.nfc.CommandApdu.Length;
import org.junit.jupiter.api.Test;

class ApduTransportTest {
    private static final int ANSWER_BYTES_MAX = 640;
    private static final byte[] DONE = {(byte) 0x90, 0x00};

    private final HandClock clock = new HandClock();
    private final SimulatedNfcReader reader = new SimulatedNfcReader("nfc");
    private final List<String> sent = new ArrayList<>();
    private int statusOfChain = 0x9000;

    @Test
    void aShortCommandIsOneBlockThatAsksForAllThereIs() throws Exception {
        exchange(data(3), Length.SHORT, _ -> DONE);
        assertEquals(List.of("80100100" + "03" + "000102" + "00"), sent);
    }

    @Test
    void a255ByteCommandIsStillOneBlock() throws Exception {
        exchange(data(255), Length.SHORT, _ -> DONE);
        assertEquals(1, sent.size());
        assertTrue(sent.getFirst().startsWith("80100100ff"));
    }

    @Test
    void aLongerCommandIsChainedAndOnlyItsLastBlockAsks() throws Exception {
        exchange(data(600), Length.SHORT, _ -> DONE);
        assertEquals(3, sent.size());
        assertTrue(sent.get(0).startsWith("90100100ff"));
        assertEquals(2 * (5 + 255), sent.get(0).length());
        assertTrue(sent.get(1).startsWith("90100100ff"));
        assertTrue(sent.get(2).startsWith("801001005a"));
        assertTrue(sent.get(2).endsWith("00"));
        assertEquals(2 * (5 + 90 + 1), sent.get(2).length());
    }

    @Test
    void aCardThatRefusesTheFirstBlockOfAChainIsSentNoSecond() throws Exception {
        statusOfChain = 0x6a80;
        assertEquals(0x6a80, whole(exchange(data(600), Length.SHORT, _ -> DONE)).statusWord());
        assertEquals(1, sent.size());
    }

    @Test
    void anExtendedCommandSaysItsLengthInTwoBytesAndAsksForWhatTheProtocolAllows()
            throws Exception {
        exchange(data(600), Length.EXTENDED, _ -> DONE);
        assertEquals(1, sent.size());
        assertTrue(sent.getFirst().startsWith("80100100" + "000258"));
        assertTrue(sent.getFirst().endsWith("0280"));
    }

    @Test
    void anAnswerInThreeResponsesIsPutTogether() throws Exception {
        var parts = new ArrayList<>(List.of(more(256, 0), more(256, 0x80), response(128, 0x9000)));
        CardAnswer answer = exchange(data(3), Length.SHORT, _ -> parts.removeFirst());
        byte[] expected = new byte[640];
        assertArrayEquals(expected, whole(answer).data());
        assertEquals(List.of("00c0000000", "00c0000080"), sent.subList(1, 3));
    }

    @Test
    void anAnswerOfTheLargestSizeIsTakenAndOneByteMoreIsNot() throws Exception {
        assertEquals(640, whole(exchangeExtended(response(640, 0x9000))).data().length);
        assertEquals(CardAnswer.Broken.TOO_LONG, exchangeExtended(response(641, 0x9000)));
    }

    @Test
    void aCardThatAlwaysAnnouncesMoreIsLeftAfterSixteenResponses() throws Exception {
        assertEquals(CardAnswer.Broken.TOO_LONG, exchange(data(3), Length.SHORT, _ -> more(0, 1)));
        assertEquals(16, sent.size());
    }

    @Test
    void aCardThatAnnouncesMoreAndGivesTooMuchIsLeftAtOnce() throws Exception {
        assertEquals(
                CardAnswer.Broken.TOO_LONG, exchange(data(3), Length.SHORT, _ -> more(256, 0)));
        assertEquals(3, sent.size());
    }

    @Test
    void aResponseWithoutAStatusWordIsACardThatLeft() throws Exception {
        assertEquals(
                CardAnswer.Broken.CARD_GONE,
                exchange(data(3), Length.SHORT, _ -> new byte[] {(byte) 0x90}));
    }

    @Test
    void aCardTakenAwayInTheMiddleIsGoneAndNoFailure() throws Exception {
        reader.open();
        reader.put(_ -> Optional.empty());
        reader.awaitCard(Duration.ZERO);
        assertEquals(CardAnswer.Broken.CARD_GONE, transport().exchange(command(3), bounds()));
        assertTrue(reader.awaitRemoval(Duration.ZERO));
    }

    @Test
    void theTimeIsOverForTheWholeChainAndNotForEachBlock() throws Exception {
        CardAnswer answer =
                exchange(
                        data(3),
                        Length.SHORT,
                        _ -> {
                            clock.advance(Duration.ofMillis(800));
                            return more(1, 1);
                        });
        assertEquals(CardAnswer.Broken.TOO_LATE, answer);
        assertEquals(2, sent.size());
    }

    @Test
    void aReaderUnpluggedInTheMiddleIsAFailure() throws Exception {
        assertThrows(
                DeviceException.class,
                () ->
                        exchange(
                                data(3),
                                Length.SHORT,
                                _ -> {
                                    reader.suffer(SimulatedNfcReader.Fault.UNPLUGGED);
                                    return DONE;
                                }));
    }

    private CardAnswer exchangeExtended(byte[] response) throws DeviceException {
        return exchange(data(3), Length.EXTENDED, _ -> response);
    }

    private CardAnswer exchange(byte[] data, Length length, UnaryOperator<byte[]> card)
            throws DeviceException {
        sent.clear();
        reader.open();
        reader.put(
                command -> {
                    sent.add(HexFormat.of().formatHex(command));
                    boolean isChained = (command[0] & 0x10) != 0;
                    return Optional.of(isChained ? sw(statusOfChain) : card.apply(command));
                });
        assertTrue(reader.awaitCard(Duration.ZERO));
        return transport().exchange(new CommandApdu(header(), data, length), bounds());
    }

    private ApduTransport transport() {
        return new ApduTransport(reader, clock);
    }

    private ApduTransport.Bounds bounds() {
        return new ApduTransport.Bounds(
                ANSWER_BYTES_MAX, clock.getAsLong() + Duration.ofMillis(1500).toNanos());
    }

    private static CommandApdu command(int bytes) {
        return new CommandApdu(header(), data(bytes), Length.SHORT);
    }

    private static byte[] header() {
        return new byte[] {(byte) 0x80, 0x10, 0x01, 0x00};
    }

    private static byte[] data(int bytes) {
        byte[] data = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            data[i] = (byte) i;
        }
        return data;
    }

    private static byte[] more(int bytes, int left) {
        return response(bytes, 0x6100 | left);
    }

    private static byte[] response(int bytes, int statusWord) {
        byte[] response = Arrays.copyOf(new byte[0], bytes + 2);
        response[bytes] = (byte) (statusWord >>> 8);
        response[bytes + 1] = (byte) statusWord;
        return response;
    }

    private static byte[] sw(int statusWord) {
        return response(0, statusWord);
    }

    private static CardAnswer.Whole whole(CardAnswer answer) {
        return (CardAnswer.Whole) answer;
    }
}
