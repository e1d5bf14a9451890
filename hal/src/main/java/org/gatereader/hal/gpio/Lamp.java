package org.gatereader.hal.gpio;

/** What the lamp does: a colour, and a rhythm for those who do not see the colour. */
public record Lamp(Colour colour, Rhythm rhythm) {
    public static final Lamp DARK = new Lamp(Colour.NONE, Rhythm.STEADY);

    /** What a traffic-light or RGB lamp can show; a driver takes the nearest one it has. */
    public enum Colour {
        NONE,
        WHITE,
        GREEN,
        AMBER,
        BLUE,
        RED
    }

    /**
     * How it is lit. None flashes more than three times in a second (WCAG 2.2, success criterion
     * 2.3.1): a gate must not harm a person with photosensitive epilepsy.
     */
    public enum Rhythm {
        STEADY,
        /** Up and down within four seconds, never quite dark. */
        BREATHING,
        /** One second on, one off. */
        SLOW,
        /** Twice a second. */
        QUICK,
        /** Two short flashes, then a second of dark. */
        DOUBLE,
        /** A short flash every two seconds. */
        RARE
    }
}
