package org.gatereader.tests.lab;

/**
 * One thing that the lab does to the gate.
 *
 * @param expected what must come of it, in the table's words
 * @param play does it, and says what came; throws where that is not what was expected
 */
record Scenario(String name, String expected, Play play) {
    /** The doing. */
    interface Play {
        String on(LabBench bench) throws Exception;
    }
}
