package org.gatereader.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.verdict.Check;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Realm;
import org.junit.jupiter.api.DynamicTest;

/**
 * A table of what is shown to a gate, a sentence a row, each judged in a world of its own: what one
 * check refuses with one reason, and beside it the nearest that is granted, or that at least gets
 * further.
 */
final class Cases {
    private final List<DynamicTest> tests = new ArrayList<>();
    private Check check;
    private DenyReason reason;

    private Cases(Check check, DenyReason reason) {
        this.check = check;
        this.reason = reason;
    }

    /** Shows something to the gate of a fresh world. */
    interface Row extends Function<World, AccessDecision<Realm.Production>> {}

    static Cases of(Check check, DenyReason reason) {
        return new Cases(check, reason);
    }

    /** The rows that follow end at another check, or with another reason. */
    Cases then(Check nextCheck, DenyReason nextReason) {
        check = nextCheck;
        reason = nextReason;
        return this;
    }

    /** Refused with the reason at hand, after every check before the one at hand held. */
    Cases refuses(String sentence, Row row) {
        var expected = new AccessDecision.Denied<Realm.Production>(reason);
        var held = World.checksBefore(check);
        return test(
                reason.code() + ": " + sentence,
                () -> {
                    var world = new World();
                    assertEquals(expected, row.apply(world));
                    assertEquals(held, world.held);
                });
    }

    Cases grants(String sentence, Row row) {
        return test(
                "granted: " + sentence,
                () -> assertInstanceOf(AccessDecision.Granted.class, row.apply(new World())));
    }

    Stream<DynamicTest> tests() {
        return tests.stream();
    }

    private Cases test(String sentence, Runnable body) {
        tests.add(DynamicTest.dynamicTest(sentence, body::run));
        return this;
    }
}
