package org.gatereader.qr;

/**
 * Looks along some rows of a grey picture for what a finder pattern looks like: five runs whose
 * widths go 1:1:3:1:1, in both polarities at once, confirmed down the column and aslant.
 *
 * <p>It allocates nothing and needs no binarizer: a camera over an empty gate pays for this and for
 * nothing else. An edge is called where the grey has turned by a part of the swing before it, so
 * that every edge is late by the same way and the widths stay true.
 */
final class FinderScan {
    // Sensor noise at a gate is some 3 to 6 grey levels; a dim screen still swings by 30.
    private static final int TURN_MIN = 9;
    // Defocus of 0.6 modules leaves a ring a third of the swing beside it.
    private static final int TURN_PART_OF_256 = 69;
    private static final int EDGES = 6;
    // Lines at 45, 135, 22.5, 67.5, 112.5 and 157.5 degrees: the diagonals fail first.
    private static final float[] SLANTS = {
        0.707f, 0.707f, 0.707f, -0.707f, 0.924f, 0.383f, 0.383f, 0.924f, -0.383f, 0.924f, -0.924f,
        0.383f
    };
    private static final int LINES_MIN = 5;

    private final float[] edges = new float[EDGES];
    private final Grey grey = new Grey();
    private final Profile profile = new Profile(grey);
    private final Finders finders = new Finders();
    private int low;
    private int high;
    private int level;

    /** Looks through this picture, bounded by its pixels; the table is good until the next scan. */
    Finders scan(Luma luma) {
        return scan(luma, 0, luma.height());
    }

    /** Looks through the rows from {@code top} to before {@code bottom} only. */
    Finders scan(Luma luma, int top, int bottom) {
        finders.clear();
        int step = rowStep(luma.height());
        for (int y = top + step / 2; y < bottom; y += step) {
            scanRow(luma, y);
        }
        return finders;
    }

    /** A finder pattern's core is three modules high; small codes fill low pictures. */
    private static int rowStep(int height) {
        return Math.clamp(height / 180, 2, 5);
    }

    private void scanRow(Luma luma, int y) {
        byte[] pixels = luma.pixels();
        int start = y * luma.stride();
        int end = start + luma.width();
        low = pixels[start] & 0xFF;
        high = low;
        int edgeCount = 0;
        int at = firstTurn(pixels, start, end);
        for (boolean isFalling = isBrighter(pixels, at + 1, end); true; isFalling = !isFalling) {
            at = isFalling ? fall(pixels, at + 1, end) : rise(pixels, at + 1, end);
            if (at == end) {
                return;
            }
            int here = pixels[at] & 0xFF;
            int before = pixels[at - 1] & 0xFF;
            pushEdge(at - start - (float) (here - level) / (here - before));
            if (++edgeCount >= EDGES && isFinderLike()) {
                confirm(luma, y, isFalling ? Polarity.DARK_ON_LIGHT : Polarity.LIGHT_ON_DARK);
            }
            low = isFalling ? low : here;
            high = isFalling ? here : high;
        }
    }

    private boolean isBrighter(byte[] pixels, int at, int end) {
        return at < end && (pixels[at] & 0xFF) > low;
    }

    /** The last pixel that still is much like the row's first: the first edge counts as well. */
    private int firstTurn(byte[] pixels, int start, int end) {
        int i = start + 1;
        while (i < end && Math.abs((pixels[i] & 0xFF) - low) <= TURN_MIN) {
            i++;
        }
        return i - 1;
    }

    /** Follows the grey down until it has turned up again: where, or the end. */
    private int fall(byte[] pixels, int from, int end) {
        int top = high;
        int bottom = low;
        int limit = bottom + turn(top - bottom);
        for (int i = from; i < end; i++) {
            int here = pixels[i] & 0xFF;
            if (here > limit) {
                low = bottom;
                level = limit;
                return i;
            }
            if (here < bottom) {
                bottom = here;
                limit = bottom + turn(top - bottom);
            }
        }
        return end;
    }

    private int rise(byte[] pixels, int from, int end) {
        int top = high;
        int bottom = low;
        int limit = top - turn(top - bottom);
        for (int i = from; i < end; i++) {
            int here = pixels[i] & 0xFF;
            if (here < limit) {
                high = top;
                level = limit;
                return i;
            }
            if (here > top) {
                top = here;
                limit = top - turn(top - bottom);
            }
        }
        return end;
    }

    private static int turn(int swing) {
        return Math.max(TURN_MIN, (swing * TURN_PART_OF_256) >> 8);
    }

    private void pushEdge(float at) {
        for (int i = 1; i < EDGES; i++) {
            edges[i - 1] = edges[i];
        }
        edges[EDGES - 1] = at;
    }

    private boolean isFinderLike() {
        float core = edges[3] - edges[2];
        float module = (edges[5] - edges[0]) / 7;
        if (core < 1.8f * module || core > 4.2f * module) {
            return false;
        }
        return isOne(edges[1] - edges[0], module)
                && isOne(edges[2] - edges[1], module)
                && isOne(edges[4] - edges[3], module)
                && isOne(edges[5] - edges[4], module);
    }

    private static boolean isOne(float run, float module) {
        return run > 0.35f * module && run < 1.9f * module;
    }

    private void confirm(Luma luma, int y, Polarity polarity) {
        float x = (edges[2] + edges[3]) / 2;
        if (finders.voteIfKnown(x, y, polarity) || finders.isFull()) {
            return;
        }
        grey.look(luma, polarity);
        float across = (edges[5] - edges[0]) / 7;
        profile.expect(across, grey.levelAround(x, y, across));
        if (!profile.isFinderLike(x, y, 0, 1)) {
            return;
        }
        float middleY = y + profile.middle();
        float down = profile.module();
        if (!profile.isFinderLike(x, middleY, 1, 0)) {
            return;
        }
        float middleX = x + profile.middle();
        float module = (profile.module() + down) / 2;
        int likeness = linesThatRunLikeAFinder(middleX, middleY);
        if (likeness >= LINES_MIN && !finders.voteIfKnown(middleX, middleY, polarity)) {
            finders.add(middleX, middleY, module, polarity);
            finders.rate(likeness);
        }
    }

    /** Of eight lines through the middle; data that looks like a finder does so on few. */
    private int linesThatRunLikeAFinder(float x, float y) {
        int lines = 2;
        for (int i = 0; i < SLANTS.length; i += 2) {
            lines += profile.isFinderLike(x, y, SLANTS[i], SLANTS[i + 1]) ? 1 : 0;
            if (lines + (SLANTS.length - i) / 2 - 1 < LINES_MIN) {
                return 0;
            }
        }
        return lines;
    }
}
