package org.gatereader.tests.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * How two readers of one thing answered. A short run is part of every test run; {@code ./gate test
 * --long} runs a million cases of each, and this those alone:
 *
 * <pre>
 * ./gate mvn verify -pl tests -am -Dtest='*DifferentialTest' -Ddifferential.cases=1000000 \
 *     -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
final class Tally {
    /** In one run; seeded, so that the first cases of a long run are those of the short one. */
    static final int CASES = Integer.getInteger("differential.cases", 10_000);

    /** The same where each case costs a few signatures. */
    static final int CASES_WITH_SIGNATURES = Integer.getInteger("differential.cases", 2_000);

    private final String what;
    private int accepted;
    private int refused;
    private int explained;

    Tally(String what) {
        this.what = what;
    }

    /** By both, with the same value. */
    void accepted() {
        accepted++;
    }

    /** By both. */
    void refused() {
        refused++;
    }

    /** By one of them, and a rule says why. */
    void explained() {
        explained++;
    }

    /** A generator that made only rubbish, or nothing else, would prove nothing. */
    void print() {
        int cases = accepted + refused + explained;
        System.out.println(
                "counted: "
                        + what
                        + ": "
                        + cases
                        + " cases, both accept "
                        + accepted
                        + ", both refuse "
                        + refused
                        + ", differ by a named rule "
                        + explained);
        assertTrue(accepted >= cases / 20 && refused >= cases / 20, "too one-sided");
    }
}
