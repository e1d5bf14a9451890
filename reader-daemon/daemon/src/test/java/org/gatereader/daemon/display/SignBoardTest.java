package org.gatereader.daemon.display;

import static org.gatereader.daemon.display.Sign.OUT_OF_SERVICE;
import static org.gatereader.daemon.display.Sign.PASS;
import static org.gatereader.daemon.display.Sign.READY;
import static org.gatereader.daemon.display.Sign.SEE_STAFF;
import static org.gatereader.daemon.display.Sign.TRY_AGAIN;
import static org.gatereader.daemon.display.Sign.WAY_OUT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignBoardTest {
    private static final Sign.Words CLOSER = new Sign.Words("더 가까이", "closer");
    private static final Sign.Words UNLOCK = new Sign.Words("잠금 해제", "unlock");
    private static final Duration CUE = Duration.ofMillis(2500);

    private final List<Sign> said = new ArrayList<>();
    private final List<Sign.Words> hinted = new ArrayList<>();
    private final SignBoard board = new SignBoard(new Recorder(), CUE);
    private long nanos = Long.MAX_VALUE - 1;

    @BeforeEach
    void startsToServe() {
        board.rest(READY, nanos);
        said.clear();
    }

    @Test
    void aCueStandsForItsTimeAndThenTheGateIsReady() {
        board.tell(TRY_AGAIN, nanos);
        after(CUE.minusNanos(1));
        assertSaid(TRY_AGAIN);
        after(Duration.ofNanos(1));
        assertSaid(TRY_AGAIN, READY);
    }

    @Test
    void whatWouldHelpStandsBelowItsCueAndThenTheCamerasHintAgain() {
        board.hint(CLOSER);
        board.tell(TRY_AGAIN, UNLOCK, nanos);
        after(CUE.minusNanos(1));
        after(Duration.ofNanos(1));
        assertEquals(List.of(UNLOCK, CLOSER), hinted);
    }

    @Test
    void theSameCueIsSaidAgainToTheNextPerson() {
        board.tell(TRY_AGAIN, nanos);
        board.tell(TRY_AGAIN, nanos);
        assertSaid(TRY_AGAIN, TRY_AGAIN);
    }

    @Test
    void aNewCueTakesThePlaceOfTheOldOne() {
        board.tell(TRY_AGAIN, nanos);
        after(Duration.ofSeconds(1));
        board.tell(SEE_STAFF, nanos);
        after(CUE.minusNanos(1));
        assertSaid(TRY_AGAIN, SEE_STAFF);
    }

    @Test
    void passStandsForAsLongAsThePersonWalks() {
        board.pass(nanos);
        after(CUE.multipliedBy(3));
        assertSaid(PASS);
        board.passageIsOver();
        after(Duration.ZERO);
        assertSaid(PASS, READY);
    }

    @Test
    void passStandsForItsTimeWhenThePersonIsQuick() {
        board.pass(nanos);
        board.passageIsOver();
        after(CUE.minusNanos(1));
        assertSaid(PASS);
    }

    @Test
    void theNextPersonsCueWaitsForTheOneWhoWalks() {
        board.pass(nanos);
        board.tell(SEE_STAFF, nanos);
        after(CUE.minusNanos(1));
        assertSaid(PASS);
        board.passageIsOver();
        after(Duration.ZERO);
        assertSaid(PASS, SEE_STAFF);
    }

    @Test
    void aCueThatWaitedTooLongIsSaidToNobody() {
        board.pass(nanos);
        board.tell(SEE_STAFF, nanos);
        after(CUE);
        board.passageIsOver();
        after(Duration.ZERO);
        assertSaid(PASS, READY);
    }

    @Test
    void theWayOutEndsEverythingThatIsBeingSaid() {
        board.pass(nanos);
        board.tell(SEE_STAFF, nanos);
        board.rest(WAY_OUT, nanos);
        after(CUE);
        board.tell(TRY_AGAIN, nanos);
        assertSaid(PASS, WAY_OUT);
    }

    @Test
    void aGateThatClosesLetsTheWalkingPersonFinish() {
        board.pass(nanos);
        board.rest(OUT_OF_SERVICE, nanos);
        after(Duration.ofSeconds(1));
        assertSaid(PASS);
        board.passageIsOver();
        after(Duration.ZERO);
        assertSaid(PASS, OUT_OF_SERVICE);
    }

    @Test
    void aClosedGateSaysSoAgainToWhoeverPresents() {
        board.rest(OUT_OF_SERVICE, nanos);
        board.tell(TRY_AGAIN, nanos);
        assertSaid(OUT_OF_SERVICE, OUT_OF_SERVICE);
    }

    @Test
    void aGateThatOpensAgainIsReadyAtOnce() {
        board.rest(OUT_OF_SERVICE, nanos);
        board.tell(TRY_AGAIN, nanos);
        board.rest(READY, nanos);
        assertSaid(OUT_OF_SERVICE, OUT_OF_SERVICE, READY);
    }

    @Test
    void aHintStandsBelowTheSignThatAsksForAPhoneUntilThereIsNone() {
        board.hint(CLOSER);
        after(Duration.ZERO);
        after(CUE);
        assertEquals(List.of(CLOSER), hinted);
        board.hint(Sign.Words.NONE);
        after(Duration.ZERO);
        assertEquals(List.of(CLOSER, Sign.Words.NONE), hinted);
    }

    @Test
    void aHintIsSaidToThoseWhoAreToTryAgainAndToNobodyWhoWasAnswered() {
        board.hint(CLOSER);
        board.tell(TRY_AGAIN, nanos);
        after(Duration.ZERO);
        assertEquals(List.of(CLOSER), hinted);
        board.tell(SEE_STAFF, nanos);
        after(Duration.ZERO);
        assertEquals(List.of(CLOSER, Sign.Words.NONE), hinted);
        after(CUE);
        assertEquals(List.of(CLOSER, Sign.Words.NONE, CLOSER), hinted);
        board.pass(nanos);
        after(Duration.ZERO);
        assertEquals(List.of(CLOSER, Sign.Words.NONE, CLOSER, Sign.Words.NONE), hinted);
    }

    @Test
    void aNoticeStandsBelowReadyAndGivesWayToAHint() {
        board.notice(Sign.NARROWED);
        board.rest(READY, nanos);
        after(Duration.ZERO);
        board.hint(CLOSER);
        after(Duration.ZERO);
        board.hint(Sign.Words.NONE);
        after(Duration.ZERO);
        board.rest(OUT_OF_SERVICE, nanos);
        after(Duration.ZERO);
        assertEquals(List.of(Sign.NARROWED, CLOSER, Sign.NARROWED, Sign.Words.NONE), hinted);
    }

    @Test
    void noHintStandsBesideTheWayOut() {
        board.hint(CLOSER);
        board.rest(WAY_OUT, nanos);
        after(Duration.ZERO);
        assertEquals(List.of(), hinted);
    }

    private final class Recorder implements Display {
        @Override
        public void show(Sign sign, long at) {
            said.add(sign);
        }

        @Override
        public void hint(Sign.Words words) {
            hinted.add(words);
        }
    }

    private void after(Duration duration) {
        nanos += duration.toNanos();
        board.runOnce(nanos);
    }

    private void assertSaid(Sign... signs) {
        assertEquals(List.of(signs), said);
    }
}
