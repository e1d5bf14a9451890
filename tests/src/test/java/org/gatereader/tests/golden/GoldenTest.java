package org.gatereader.tests.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.verdict.Advice;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.TapFault;
import org.junit.jupiter.api.Test;

/** Numbers that journals, vectors and other people's programs have stored. */
class GoldenTest {

    @Test
    void denyReasonsKeepTheirNumbersNamesAndAdvice() {
        var rows =
                Stream.of(DenyReason.values())
                        .sorted(Comparator.comparingInt(DenyReason::code))
                        .map(reason -> reason.code() + " " + reason + " " + reason.advice())
                        .toList();
        GoldenFile.named("deny-reasons.txt").holdsAppendOnly(rows);
    }

    @Test
    void gateEventsKeepTheirNumbersNamesAndTiming() {
        var rows =
                Stream.of(GateEvent.Kind.values())
                        .sorted(Comparator.comparingInt(GateEvent.Kind::code))
                        .map(kind -> kind.code() + " " + kind + " " + kind.timing())
                        .toList();
        GoldenFile.named("gate-events.txt").holdsAppendOnly(rows);
    }

    @Test
    void tapFaultsKeepTheirNumbersNamesAndAdvice() {
        var rows =
                Stream.of(TapFault.values())
                        .sorted(Comparator.comparingInt(TapFault::code))
                        .map(fault -> fault.code() + " " + fault + " " + fault.advice())
                        .toList();
        GoldenFile.named("tap-faults.txt").holdsAppendOnly(rows);
    }

    @Test
    void noTwoReasonsShareANumberAndEachLiesInItsBand() {
        var codes = Arrays.stream(DenyReason.values()).map(DenyReason::code).toList();
        assertEquals(codes, codes.stream().distinct().sorted().toList());
        assertTrue(codes.stream().allMatch(code -> bands().contains(code / 100)));
    }

    @Test
    void aRefusalNeverAdvisesToPass() {
        for (DenyReason reason : DenyReason.values()) {
            assertTrue(reason.advice() != Advice.PASS, reason.name());
        }
        for (TapFault fault : TapFault.values()) {
            assertTrue(fault.advice() != Advice.PASS, fault.name());
        }
    }

    private static List<Integer> bands() {
        return List.of(1, 2, 3, 4, 5, 6, 9);
    }
}
