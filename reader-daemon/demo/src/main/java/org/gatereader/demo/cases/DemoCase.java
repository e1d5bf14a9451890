package org.gatereader.demo.cases;

/**
 * One case of the demo, as the data file states it.
 *
 * @param name its name, and its recipe's
 * @param title what a button says
 * @param how how it is made, for people
 * @param expected what the gate answers
 * @param checked what {@code gatectl check} says to the exported files: it has a fresh guard and no
 *     gate around it
 * @param button its place among the page's large buttons, from 1; 0 if it is not one
 */
public record DemoCase(
        String name,
        Title title,
        String how,
        Expectation expected,
        Expectation checked,
        Scene scene,
        int button) {
    /** The same in both languages. */
    public record Title(String english, String korean) {}
}
