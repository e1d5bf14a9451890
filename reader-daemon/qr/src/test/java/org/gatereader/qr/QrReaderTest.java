package org.gatereader.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrReaderTest {
    private static final String TICKET = "GR1:6BF+70790T9WJWG.FKY*4GO0.O1CV2*47%C";
    private static final String LONG_TICKET = TICKET.repeat(14);
    private static final long NEVER = Long.MAX_VALUE;

    private final AtomicLong nanos = new AtomicLong();
    private final QrReader reader = new QrReader(nanos::get);

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7, 12})
    void readsACodeAtAnyModuleSize(int pixelsPerModule) {
        assertEquals(Optional.of(TICKET), read(Pictures.code(TICKET, pixelsPerModule)));
    }

    @Test
    void readsTheLongestTicketAPhoneWillShow() {
        assertEquals(Optional.of(LONG_TICKET), read(Pictures.code(LONG_TICKET, 5)));
    }

    @Test
    void readsANegativeAsAPhoneInDarkModeShowsIt() {
        assertEquals(Optional.of(TICKET), read(Pictures.negative(Pictures.code(TICKET, 4))));
    }

    @Test
    void readsRowsThatArePaddedToAnOddStride() {
        assertEquals(Optional.of(TICKET), read(Pictures.code(TICKET, 4, 13)));
    }

    @Test
    void readsUtf8WhereTheBytesAreWellFormedUtf8() {
        var json = "{\"이름\":\"모바일 공무원증\"}";
        assertEquals(Optional.of(json), read(Pictures.code(json, 4)));
    }

    @Test
    void keepsAlphanumericTextToTheLetter() {
        var alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
        assertEquals(Optional.of(alphabet), read(Pictures.code(alphabet, 3)));
    }

    @Test
    void readsTheNextPictureAfterEachBadOne() {
        for (var bad : new Luma[] {Pictures.noise(640, 480), Pictures.findersEverywhere(640, 3)}) {
            assertEquals(Optional.empty(), read(bad));
            assertEquals(Optional.of(TICKET), read(Pictures.code(TICKET, 4)));
        }
    }

    @Test
    void seesNothingInFlatPictures() {
        assertEquals(Optional.empty(), read(Pictures.flat(640, 480, 0)));
        assertEquals(Optional.empty(), read(Pictures.flat(640, 480, 255)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 21, 22, 23})
    void seesNothingInPicturesTooSmallForACode(int side) {
        assertEquals(Optional.empty(), read(Pictures.noise(side, side)));
        assertEquals(Optional.empty(), read(Pictures.noise(1, side)));
        assertEquals(Optional.empty(), read(Pictures.noise(side, 1)));
    }

    @Test
    void seesNothingInHalfACode() {
        var whole = Pictures.code(TICKET, 4);
        for (int rows = 1; rows < whole.height() / 2; rows += 3) {
            assertEquals(Optional.empty(), read(Pictures.upperPart(whole, rows)));
        }
    }

    @Test
    void saysOfAStillHowLargeItsCodeIs() {
        // 39 and 546 characters of Base45 at level M (ISO/IEC 18004, table 7).
        assertEquals(
                Optional.of(new ReadCode(TICKET, 3)),
                reader.readStill(Pictures.code(TICKET, 4), NEVER));
        assertEquals(
                Optional.of(new ReadCode(LONG_TICKET, 15)),
                reader.readStill(Pictures.code(LONG_TICKET, 4), NEVER));
    }

    @Test
    void looksAgainAtAStillOnlyWhereThereMayBeACode() {
        assertTrue(looks(Pictures.findersEverywhere(640, 3)) > 3);
        assertEquals(1, looks(Pictures.flat(640, 480, 255)));
    }

    /** As how many frames a still is looked at; each asks the clock first of all. */
    private static long looks(Luma picture) {
        var asked = new AtomicLong();
        new QrReader(asked::incrementAndGet).read(picture, NEVER);
        long once = asked.getAndSet(0);
        new QrReader(asked::incrementAndGet).readStill(picture, NEVER);
        return asked.get() / once;
    }

    @Test
    void beginsNothingAtTheDeadline() {
        nanos.set(100);
        assertEquals(Optional.empty(), reader.read(Pictures.code(TICKET, 4), 100));
        assertEquals(Optional.of(TICKET), reader.read(Pictures.code(TICKET, 4), 101));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9})
    void asksTheClockABoundedNumberOfTimesWhateverThePictureHolds(int pixelsPerModule) {
        var asked = new AtomicLong();
        var counting = new QrReader(asked::incrementAndGet);
        counting.read(Pictures.findersEverywhere(Luma.SIDE_MAX, pixelsPerModule), NEVER);
        assertTrue(asked.get() < Luma.SIDE_MAX, () -> "asked " + asked);
    }

    @Test
    void stopsSoonAfterADeadlineThatPassesOnTheWay() {
        var asked = new AtomicLong();
        var hurried = new QrReader(asked::incrementAndGet);
        hurried.read(Pictures.findersEverywhere(1024, 3), 5);
        assertTrue(asked.get() < 10, () -> "asked " + asked);
    }

    @Test
    void takesTheLargestPictureAndRefusesALargerOne() {
        assertEquals(Optional.empty(), read(Pictures.noise(Luma.SIDE_MAX, Luma.SIDE_MAX)));
        var pixels = new byte[1];
        assertThrows(
                IllegalArgumentException.class,
                () -> new Luma(pixels, Luma.SIDE_MAX + 1, 1, Luma.SIDE_MAX + 1));
    }

    @Test
    void refusesRowsThatDoNotFitTheirArray() {
        var pixels = new byte[99];
        assertThrows(IllegalArgumentException.class, () -> new Luma(pixels, 10, 10, 10));
        assertThrows(IllegalArgumentException.class, () -> new Luma(pixels, 10, 2, 9));
    }

    private Optional<String> read(Luma picture) {
        return reader.read(picture, NEVER);
    }
}
