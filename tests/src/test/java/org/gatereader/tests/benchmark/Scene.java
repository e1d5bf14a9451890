package org.gatereader.tests.benchmark;

/**
 * What may be between a phone's screen and a gate's camera. Each scene makes one thing hard and
 * leaves the rest as on a good day; {@link #COMBINED} makes several things somewhat hard.
 */
enum Scene {
    FRONTAL("square-on"),
    ROTATED("rotated"),
    PERSPECTIVE("perspective"),
    DEFOCUS("defocus"),
    MOTION("motion blur"),
    NOISE("sensor noise"),
    GLARE("glare"),
    MOIRE("moiré"),
    LOW_CONTRAST("low contrast"),
    DARK_MODE("dark mode"),
    FINGER("finger on it"),
    SCRATCH("scratched"),
    SMALL("small"),
    COMBINED("combined");

    final String label;

    Scene(String label) {
        this.label = label;
    }
}
