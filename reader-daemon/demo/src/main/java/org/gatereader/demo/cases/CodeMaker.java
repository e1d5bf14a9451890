package org.gatereader.demo.cases;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gatereader.demo.wallet.GateChallenge;

/** Whoever makes the code of a case: the demo's own issuer and phone, or a test that looks on. */
@FunctionalInterface
public interface CodeMaker {
    /**
     * The code of this case, made at this time of the gate.
     *
     * @param challenge what the gate's display shows
     */
    ShownCode make(DemoCase demoCase, Instant now, Optional<GateChallenge> challenge);

    /** The demo's issuer and phone. */
    static CodeMaker with(RandomGenerator random) {
        return (demoCase, now, challenge) ->
                Recipes.of(demoCase).make(new Forge(now, random, challenge));
    }
}
