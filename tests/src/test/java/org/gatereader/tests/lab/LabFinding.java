package org.gatereader.tests.lab;

/** What a scenario got in the place of what it expected; the lab goes on with the next one. */
final class LabFinding extends Exception {
    private static final long serialVersionUID = 1;

    LabFinding(String got) {
        super(got);
    }
}
