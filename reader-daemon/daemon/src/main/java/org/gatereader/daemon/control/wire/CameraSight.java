package org.gatereader.daemon.control.wire;

import java.util.List;
import java.util.Optional;

/**
 * What a gate's camera sees just now, with every code covered.
 *
 * @param picture absent where something in it may be a part of a code whose extent is not known
 * @param outlines where codes were seen, all of them covered, in the picture's pixels
 */
public record CameraSight(Figures figures, Optional<GreyPicture> picture, List<Outline> outlines) {
    public CameraSight {
        outlines = List.copyOf(outlines);
    }

    /**
     * What the search for codes makes of it.
     *
     * @param finders how many finder patterns it came upon
     * @param modulePixels the largest module among them, 0 for none
     * @param hint what a person would be told, a name of the reader's own; NONE for nothing
     */
    public record Figures(int finders, int modulePixels, Light light, String hint) {}

    /**
     * How the frame looked.
     *
     * @param brightness the mean grey, 0..255
     * @param sharpness percent of an edge between two pixels; -1 where it has no edges
     */
    public record Light(int brightness, int sharpness) {}

    /** Where a code was seen. */
    public record Outline(int left, int top, int width, int height) {}
}
