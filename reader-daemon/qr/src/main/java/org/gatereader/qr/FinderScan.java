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
    private static final int TURN_MIN_MOST = 24;
    private static final int TURN_PER_NOISE = 4;
    // Defocus of 0.6 modules leaves a ring a third of the swing beside it.
    private static final int TURN_PART_OF_256 = 69;
    private static final int EDGES = 6;
    // Exclusive-or with it turns black into white.
    private static final int FLIPPED = 0xFF;
    private static final int SAMPLES = 256;
    // Lines at 45, 135, 22.5, 67.5, 112.5 and 157.5 degrees: the diagonals fail first.
    private static final float[] SLANTS = {
        0.707f, 0.707f, 0.707f, -0.707f, 0.924f, 0.383f, 0.383f, 0.924f, -0.383f, 0.924f, -0.924f,
        0.383f
    };
    private static final int LINES_MIN = 5;

    private final float[] edges = new float[EDGES];
    private final int[] places = new int[Luma.SIDE_MAX];
    private final int[] levels = new int[Luma.SIDE_MAX];
    private final int[] differences = new int[256];
    private final Grey grey = new Grey();
    private final Profile profile = new Profile(grey);
    private final Finders finders = new Finders();
    private int rowStart;
    private int firstRise;
    private int turnMin = TURN_MIN;
    private Exposure exposure = Exposure.FINE;

    /** Looks through this picture, bounded by its pixels; the table is good until the next scan. */
    Finders scan(Luma luma) {
        return scan(luma, 0, luma.height());
    }

    /** Looks through the rows from {@code top} to before {@code bottom} only. */
    Finders scan(Luma luma, int top, int bottom) {
        finders.clear();
        sample(luma);
        int step = rowStep(luma.height());
        for (int y = top + step / 2; y < bottom; y += step) {
            scanRow(luma, y);
        }
        return finders;
    }

    /** Looks through every second of those rows, in the next turn through the others. */
    Finders glance(Luma luma, long turn) {
        finders.clear();
        sample(luma);
        int step = rowStep(luma.height());
        for (int y = step / 2 + (int) (turn % 2) * step; y < luma.height(); y += 2 * step) {
            scanRow(luma, y);
        }
        return finders;
    }

    /** How much light the picture scanned last has. */
    Exposure exposure() {
        return exposure;
    }

    /**
     * Samples the whole picture: the median difference of neighbours is the sensor's noise and not
     * what the picture shows, and sets what counts as an edge.
     */
    private void sample(Luma luma) {
        java.util.Arrays.fill(differences, 0);
        byte[] pixels = luma.pixels();
        int columns = luma.width() - 1;
        int black = 0;
        int white = 0;
        for (int i = 0; i < SAMPLES; i++) {
            // Odd steps through rows and columns meet no raster of the scene twice the same way.
            int at = i * 37 % luma.height() * luma.stride() + i * 101 % columns;
            int here = pixels[at] & 0xFF;
            differences[Math.abs(here - (pixels[at + 1] & 0xFF))]++;
            black += here <= Exposure.BLACK_MAX ? 1 : 0;
            white += here >= Exposure.WHITE_MIN ? 1 : 0;
        }
        int median = 0;
        for (int seen = differences[0]; seen < SAMPLES / 2; seen += differences[median]) {
            median++;
        }
        turnMin = Math.clamp((long) median * TURN_PER_NOISE, TURN_MIN, TURN_MIN_MOST);
        exposure = Exposure.of(SAMPLES, black, white);
    }

    /** A finder pattern's core is three modules high; small codes fill low pictures. */
    private static int rowStep(int height) {
        return Math.clamp(height / 180, 2, 5);
    }

    private void scanRow(Luma luma, int y) {
        rowStart = y * luma.stride();
        int edgeCount = followRow(luma.pixels(), rowStart + luma.width());
        for (int last = EDGES - 1; last < edgeCount; last++) {
            if (mayBeFinder(last) && isFinderLike(luma.pixels(), last)) {
                confirm(
                        luma,
                        y,
                        last % 2 == firstRise ? Polarity.DARK_ON_LIGHT : Polarity.LIGHT_ON_DARK);
            }
        }
    }

    /**
     * Notes the row's edges and says how many. One loop with one branch a pixel: while the grey
     * falls or stays, and while it rises with its sign turned round, only a new low or a turn
     * leaves the common path.
     */
    private int followRow(byte[] pixels, int end) {
        int begin = firstTurn(pixels, end);
        int flip = begin + 1 < end && isBrighter(pixels, begin + 1) ? 0 : FLIPPED;
        firstRise = flip == 0 ? 0 : 1;
        int low = (pixels[rowStart] & 0xFF) ^ flip;
        int high = low;
        int span = turnMin;
        int edgeCount = 0;
        for (int i = begin + 1; i < end; i++) {
            int above = ((pixels[i] & 0xFF) ^ flip) - low;
            if (Integer.compareUnsigned(above, span) <= 0) {
                continue;
            }
            if (above < 0) {
                low += above;
                span = turn(high - low);
                continue;
            }
            places[edgeCount] = i;
            levels[edgeCount] = (low + span) ^ flip;
            edgeCount++;
            high = low ^ FLIPPED;
            low = (low + above) ^ FLIPPED;
            flip ^= FLIPPED;
            span = turn(high - low);
        }
        if (edgeCount > 1) {
            placeFirstEdge(pixels, begin);
        }
        return edgeCount;
    }

    /**
     * Before the row's first edge no swing was known, and a wall that grows slowly darker towards a
     * code called it too early. Now its swing is known.
     */
    private void placeFirstEdge(byte[] pixels, int begin) {
        int from = pixels[begin] & 0xFF;
        int swing = 0;
        for (int i = places[0]; i < places[1]; i++) {
            int here = (pixels[i] & 0xFF) - from;
            swing = Math.abs(here) > Math.abs(swing) ? here : swing;
        }
        int span = turn(Math.abs(swing));
        for (int i = begin + 1; i < places[1]; i++) {
            if (Math.abs((pixels[i] & 0xFF) - from) > span) {
                places[0] = i;
                levels[0] = from + (swing > 0 ? span : -span);
                return;
            }
        }
    }

    private boolean isBrighter(byte[] pixels, int at) {
        return (pixels[at] & 0xFF) > (pixels[rowStart] & 0xFF);
    }

    /** The last pixel that still is much like the row's first: the first edge counts as well. */
    private int firstTurn(byte[] pixels, int end) {
        int first = pixels[rowStart] & 0xFF;
        int i = rowStart + 1;
        while (i < end && Math.abs((pixels[i] & 0xFF) - first) <= turnMin) {
            i++;
        }
        return i - 1;
    }

    private int turn(int swing) {
        return Math.max(turnMin, (swing * TURN_PART_OF_256) >> 8);
    }

    /**
     * The test of {@link #isFinderLike} in whole pixels and with one to spare: noise turns often,
     * and nearly all of its runs end here.
     */
    private boolean mayBeFinder(int last) {
        int begin = places[last - 3];
        int end = places[last - 2];
        int core = end - begin;
        int before = begin - places[last - 4];
        int after = places[last - 1] - end;
        if (core + 1 <= before || core + 1 <= after) {
            return false;
        }
        int length = places[last] - places[last - 5];
        int first = places[last - 4] - places[last - 5];
        int fifth = places[last] - places[last - 1];
        int thinMin = length / 20 - 1;
        int thinMax = length * 2 / 7 + 1;
        return core >= length / 4 - 1
                && core <= length * 3 / 5 + 1
                && Math.min(Math.min(before, after), Math.min(first, fifth)) >= thinMin
                && Math.max(Math.max(before, after), Math.max(first, fifth)) <= thinMax;
    }

    private boolean isFinderLike(byte[] pixels, int last) {
        for (int i = 0; i < EDGES; i++) {
            int edge = last - EDGES + 1 + i;
            int here = pixels[places[edge]] & 0xFF;
            int before = pixels[places[edge] - 1] & 0xFF;
            edges[i] = places[edge] - rowStart - (float) (here - levels[edge]) / (here - before);
        }
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
