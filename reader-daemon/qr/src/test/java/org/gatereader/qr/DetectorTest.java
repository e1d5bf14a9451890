package org.gatereader.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorTest {
    private static final String TICKET = "GR1:6BF+70790T9WJWG.FKY*4GO0.O1CV2*47%C";
    private static final String LONG_TICKET = TICKET.repeat(14);

    @ParameterizedTest
    @ValueSource(ints = {0, 17, 45, 90, 133, 180, 250, 315})
    void readsACodeTurnedByAnyAngle(int degrees) {
        assertRead(LONG_TICKET, ShownCode.turned(Pictures.code(LONG_TICKET, 6), degrees));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.95, 0.8, 0.7, 0.6})
    void readsACodeWhoseFarEdgeIsSeenSmaller(double part) {
        assertRead(LONG_TICKET, ShownCode.tilted(Pictures.code(LONG_TICKET, 9), part));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void readsACodeOutOfFocus(int radius) {
        assertRead(LONG_TICKET, ShownCode.soft(Pictures.code(LONG_TICKET, 7), radius));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 128, 220})
    void readsADimScreenInDarkAndInBright(int around) {
        assertRead(TICKET, ShownCode.dim(Pictures.code(TICKET, 5), around, 0.12));
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 14, 18})
    void readsACodeOnBentPaperOrGlass(int pixels) {
        assertRead(TICKET, ShownCode.bent(Pictures.code(TICKET, 9), pixels));
    }

    @Test
    void readsACodeBesideAWallThatGrowsSlowlyDarkerTowardsIt() {
        assertRead(TICKET, ShownCode.besideAGradient(Pictures.code(TICKET, 5), 100));
    }

    @Test
    void readsATurnedNegative() {
        var turned = ShownCode.turned(Pictures.code(TICKET, 6), 30);
        assertRead(TICKET, Pictures.negative(turned));
    }

    @Test
    void readsACodeThatFillsThePictureWithoutAQuietZone() {
        assertRead(TICKET, Pictures.withoutQuietZone(TICKET, 1));
        assertRead(TICKET, Pictures.withoutQuietZone(TICKET, 3));
    }

    @Test
    void readsTheSameCodeAgainWhereItWasSeenAndAlsoElsewhere() {
        var reader = new QrReader(() -> 0);
        var upper = Pictures.below(Pictures.code(TICKET, 4), 0, 480);
        var lower = Pictures.below(Pictures.code(TICKET, 4), 290, 480);
        for (var picture : new Luma[] {upper, upper, lower, lower, upper}) {
            assertEquals(Optional.of(TICKET), reader.read(picture, Long.MAX_VALUE));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 6})
    void afterAnIdleWhileReadsACodeInItsFirstTwoFrames(int pixelsPerModule) {
        var reader = new QrReader(() -> 0);
        var hall = Pictures.flat(1280, 720, 128);
        var code = Pictures.centred(Pictures.code(TICKET, pixelsPerModule), 1280, 720);
        for (int idle = QrReader.IDLE_AFTER_FRAMES; idle < QrReader.IDLE_AFTER_FRAMES + 2; idle++) {
            for (int frame = 0; frame < idle; frame++) {
                assertFalse(reader.read(hall, Long.MAX_VALUE).isPresent());
            }
            var first = reader.read(code, Long.MAX_VALUE);
            assertEquals(Optional.of(TICKET), first.or(() -> reader.read(code, Long.MAX_VALUE)));
        }
    }

    @Test
    void seesNoCodeWhereOnlyTwoFinderPatternsAre() {
        var reader = new QrReader(() -> 0);
        var half = Pictures.upperPart(Pictures.code(LONG_TICKET, 5), 200);
        for (int frame = 0; frame < 8; frame++) {
            assertFalse(reader.read(half, Long.MAX_VALUE).isPresent());
        }
    }

    private static void assertRead(String text, Luma picture) {
        assertEquals(Optional.of(text), new QrReader(() -> 0).read(picture, Long.MAX_VALUE));
    }
}
