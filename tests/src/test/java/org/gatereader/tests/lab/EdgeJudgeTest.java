package org.gatereader.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatereader.tests.lab.LevelRecord.Change;
import org.gatereader.tests.lab.LineCall.Kind;
import org.junit.jupiter.api.Test;

/** The lab's proof is worth what this sees: a relay line with one thing wrong each. */
class EdgeJudgeTest {
    private static final long MS = 1_000_000;
    private static final long GAP = 5 * MS;

    private final EdgeJudge judge =
            new EdgeJudge(
                    List.of(
                            new Grant("a code", 1000 * MS, 2000 * MS),
                            new Grant("another", 2400 * MS, 2600 * MS)),
                    List.of(1900 * MS),
                    Duration.ofMillis(600));

    @Test
    void aPulseWithinItsGrantIsExplained() {
        assertEquals(
                List.of(),
                judge.objections(
                        List.of(set(900, false), set(1100, true), set(1600, false)),
                        levels(low(0), high(1102), low(1601))));
    }

    @Test
    void aRiseThatIsSeenWhenItsGrantIsOverIsExplained() {
        assertEquals(
                List.of(),
                judge.objections(
                        List.of(set(1999, true), set(2100, false)),
                        levels(low(0), high(2004), low(2101))));
    }

    @Test
    void oneCallCausesOneRise() {
        assertEquals(
                List.of("no call caused the sampled rise at 1.103000 s"),
                judge.objections(
                        List.of(set(1100, true), set(1105, false)),
                        levels(low(0), high(1101), low(1102), high(1103), low(1105))));
    }

    @Test
    void aPulseThatEndedWithItsProcessIsExplained() {
        assertEquals(
                List.of(),
                judge.objections(List.of(set(1100, true)), levels(low(0), high(1101), low(1140))));
    }

    @Test
    void aPulseBeforeItsGrantIsNot() {
        assertEquals(
                List.of("no grant explains the set call to 1 at 0.990000 s"),
                judge.objections(
                        List.of(set(990, true), set(1490, false)),
                        levels(low(0), high(991), low(1491))));
    }

    @Test
    void oneGrantExplainsOnePulse() {
        assertEquals(
                List.of("no grant explains the set call to 1 at 1.300000 s"),
                judge.objections(
                        List.of(
                                set(1100, true),
                                set(1200, false),
                                set(1300, true),
                                set(1400, false)),
                        levels(low(0), high(1101), low(1201), high(1301), low(1401))));
    }

    @Test
    void aRiseThatNobodyAskedForIsNot() {
        assertEquals(
                List.of("no call caused the sampled rise at 1.101000 s"),
                judge.objections(List.of(), levels(low(0), high(1101), low(1201))));
    }

    @Test
    void aLineThatDoesNotFollowIsNoticed() {
        assertEquals(
                List.of("the line did not follow the set call to 1 at 1.100000 s"),
                judge.objections(
                        List.of(set(1100, true), set(1200, false), set(2500, true)),
                        levels(low(0), high(2501), low(2600))));
    }

    @Test
    void whatIsShorterThanTheGapMayBeUnseen() {
        assertEquals(
                List.of(),
                judge.objections(
                        List.of(set(1100, true), set(1104, false), set(2500, true)),
                        levels(low(0), high(2501), low(2600))));
    }

    @Test
    void whatAKillCutShorterThanTheGapMayBeUnseen() {
        assertEquals(
                List.of(),
                judge.objections(
                        List.of(set(1897, true), set(2500, true)),
                        levels(low(0), high(2501), low(2600))));
    }

    @Test
    void aLineThatNeverRoseProvesNothing() {
        assertEquals(
                List.of("no pulse was seen: nothing is proved"),
                judge.objections(List.of(), levels(low(0))));
    }

    @Test
    void aPulseBeyondItsBoundIsNot() {
        assertEquals(
                List.of("too long high at 1.101000 s"),
                judge.objections(
                        List.of(set(1100, true), set(1707, false)),
                        levels(low(0), high(1101), low(1707))));
    }

    @Test
    void aLineThatIsLeftHighIsNot() {
        assertEquals(
                List.of("the line was left high"),
                judge.objections(List.of(set(1100, true)), levels(low(0), high(1101))));
    }

    @Test
    void theTracersLinesAreReadAndItsHeaderIsNot() {
        assertEquals(
                Optional.of(new LineCall(18_823_281_000L, Kind.SET, true)),
                LineCall.parse(
                        "   gpioset-160     [000] .....    18.823281: gpio_value: 987 set 1"));
        assertEquals(
                Optional.of(new LineCall(18_823_818_000L, Kind.TO_OUTPUT, false)),
                LineCall.parse(
                        "   gpioset-160     [000] .....    18.823818: gpio_direction: 987 out (0)"));
        assertEquals(
                Optional.of(new LineCall(19_000_001_000L, Kind.TO_INPUT, false)),
                LineCall.parse(
                        "   gpioset-160     [000] .....    19.000001: gpio_direction: 987  in (0)"));
        assertEquals(Optional.empty(), LineCall.parse("#           TASK-PID     CPU#  |||||"));
    }

    @Test
    void theSamplersLinesAreRead() {
        assertEquals(
                new LevelRecord(
                        List.of(low(18_828), high(20_836)), 4119, 2_059_004_000, 15_878_000),
                LevelRecord.parse(
                        List.of(
                                "18.828000 0",
                                "20.836000 1",
                                "samples 4119 over 2.059004 s, longest gap 0.015878 s")));
    }

    private static LineCall set(long ms, boolean value) {
        return new LineCall(ms * MS, Kind.SET, value);
    }

    private static Change low(long ms) {
        return new Change(ms * MS, false);
    }

    private static Change high(long ms) {
        return new Change(ms * MS, true);
    }

    private static LevelRecord levels(Change... changes) {
        return new LevelRecord(List.of(changes), 4000, 4000 * MS, GAP);
    }
}
