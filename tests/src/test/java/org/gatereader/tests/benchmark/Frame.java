package org.gatereader.tests.benchmark;

import org.gatereader.qr.Luma;

/**
 * One picture of the corpus and what it shows.
 *
 * @param text what the code says; empty if there is no code
 */
record Frame(Luma luma, Size size, Scene scene, String text) {
    /** The three sensors' resolutions that gates use. */
    enum Size {
        P480(640, 480),
        P720(1280, 720),
        P1080(1920, 1080);

        final int width;
        final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }

        String label() {
            return height + "p";
        }
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
