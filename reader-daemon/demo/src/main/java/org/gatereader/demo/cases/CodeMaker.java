package org.gatereader.demo.cases;

import java.time.Instant;
import java.util.random.RandomGenerator;

/** Whoever makes the code of a case: the demo's own issuer and phone, or a test that looks on. */
@FunctionalInterface
public interface CodeMaker {
    /** The code of this case, made at this time of the gate. */
    ShownCode make(DemoCase demoCase, Instant now);

    /** The demo's issuer and phone. */
    static CodeMaker with(RandomGenerator random) {
        return (demoCase, now) -> Recipes.of(demoCase).make(new Forge(now, random));
    }
}
