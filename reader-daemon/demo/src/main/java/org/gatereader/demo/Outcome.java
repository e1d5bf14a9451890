package org.gatereader.demo;

import java.util.Map;
import org.gatereader.daemon.time.Stage;
import org.gatereader.demo.cases.Expectation;

/**
 * What the gate answered, and how long it took.
 *
 * @param nanos by stage; absent where the decision never came to it
 */
record Outcome(Expectation got, Map<Stage, Long> nanos) {
    /** Nothing happened in time. */
    static final Outcome NOTHING = new Outcome(new Expectation.None(), Map.of());

    /** Last needed frame → text in admission's hands. */
    long decodeNanos() {
        return of(Stage.READ);
    }

    /** Form, claims and both signatures: checks 1 to 11. */
    long verifyNanos() {
        return of(Stage.PARSE) + of(Stage.VERIFY);
    }

    /** Checks 12 to 19. */
    long decideNanos() {
        return of(Stage.DECIDE);
    }

    /** Decision → relay engaged; 0 where it was not. */
    long relayNanos() {
        long before = decodeNanos() + verifyNanos() + decideNanos();
        return nanos.containsKey(Stage.TOTAL) ? Math.max(0, of(Stage.TOTAL) - before) : 0;
    }

    private long of(Stage stage) {
        return nanos.getOrDefault(stage, 0L);
    }
}
