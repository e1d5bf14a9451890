package org.gatereader.qr;

/**
 * Looks along some rows of a grey picture for what a finder pattern looks like: five runs whose
 * widths go 1:1:3:1:1, in both polarities at once, confirmed down the column.
 *
 * <p>It allocates nothing and needs no binarizer: a camera over an empty gate pays for this and for
 * nothing else. An edge is called where the grey has turned by a part of the swing before it, so
 * that every edge is late by the same way and the widths stay true.
 */
final class FinderScan {
    /** A code has three; the rest is room for what looks like one. */
    static final int CANDIDATES_MAX = 64;

    // Sensor noise at a gate is some 3 to 6 grey levels; a dim screen still swings by 30.
    private static final int TURN_MIN = 12;
    // A one-module ring that defocus has halved still turns by more than this part of the swing.
    private static final float TURN_PART = 0.36f;
    private static final int EDGES = 6;

    private final float[] edges = new float[EDGES];
    private final Profile profile = new Profile();
    private final float[] xs = new float[CANDIDATES_MAX];
    private final float[] ys = new float[CANDIDATES_MAX];
    private final float[] modules = new float[CANDIDATES_MAX];
    private final int[] votes = new int[CANDIDATES_MAX];
    private final Polarity[] polarities = new Polarity[CANDIDATES_MAX];
    private int count;

    /** Forgets the last picture and looks through this one; bounded by its pixels. */
    void scan(Luma luma) {
        count = 0;
        profile.over(luma);
        int step = rowStep(luma.height());
        for (int y = step / 2; y < luma.height(); y += step) {
            scanRow(luma, y);
        }
    }

    /** Three of nine rows hit the core of a finder pattern of 1.5 pixels a module. */
    private static int rowStep(int height) {
        return Math.clamp(height / 240, 2, 4);
    }

    int count() {
        return count;
    }

    float x(int candidate) {
        return xs[candidate];
    }

    float y(int candidate) {
        return ys[candidate];
    }

    /** Pixels per module, along the row. */
    float module(int candidate) {
        return modules[candidate];
    }

    Polarity polarity(int candidate) {
        return polarities[candidate];
    }

    int count(Polarity polarity) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            found += polarities[i] == polarity ? 1 : 0;
        }
        return found;
    }

    private void scanRow(Luma luma, int y) {
        byte[] pixels = luma.pixels();
        int start = y * luma.stride();
        int low = pixels[start] & 0xFF;
        int high = low;
        float turn = TURN_MIN;
        int edgeCount = 0;
        boolean isFalling = true;
        for (int x = 1; x < luma.width(); x++) {
            int grey = pixels[start + x] & 0xFF;
            boolean isFurther = isFalling ? grey < low : grey > high;
            boolean isTurned = isFalling ? grey > low + turn : grey < high - turn;
            if (isFurther) {
                low = isFalling ? grey : low;
                high = isFalling ? high : grey;
                turn = Math.max(TURN_MIN, (high - low) * TURN_PART);
            } else if (isTurned) {
                float level = isFalling ? low + turn : high - turn;
                int before = pixels[start + x - 1] & 0xFF;
                edgeCount = Math.min(edgeCount + 1, EDGES);
                pushEdge(x - (grey - level) / (grey - before));
                if (edgeCount == EDGES && isFinderLike()) {
                    confirm(luma, y, isFalling ? Polarity.DARK_ON_LIGHT : Polarity.LIGHT_ON_DARK);
                }
                isFalling = !isFalling;
                low = isFalling ? grey : low;
                high = isFalling ? high : grey;
            }
        }
    }

    private void pushEdge(float at) {
        System.arraycopy(edges, 1, edges, 0, EDGES - 1);
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
        return run > 0.4f * module && run < 1.8f * module;
    }

    private void confirm(Luma luma, int y, Polarity polarity) {
        float x = (edges[2] + edges[3]) / 2;
        float module = (edges[5] - edges[0]) / 7;
        int known = known(x, y, module, polarity);
        if (known >= 0) {
            votes[known]++;
            return;
        }
        profile.expect(polarity, module, levelBetween(luma, y, polarity));
        if (count == CANDIDATES_MAX || !profile.isFinderLike(x, y, 0, 1)) {
            return;
        }
        float middle = y + profile.middle();
        if (known(x, middle, module, polarity) >= 0) {
            return;
        }
        xs[count] = x;
        ys[count] = middle;
        modules[count] = module;
        votes[count] = 1;
        polarities[count] = polarity;
        count++;
    }

    /** Half-way between the core's middle and the lighter ring around it, along the row. */
    private float levelBetween(Luma luma, int y, Polarity polarity) {
        int row = y * luma.stride();
        int dark = (luma.pixels()[row + (int) ((edges[2] + edges[3]) / 2)] & 0xFF) ^ polarity.mask;
        int light = 0;
        for (int x = (int) edges[1]; x <= (int) edges[4]; x++) {
            light = Math.max(light, (luma.pixels()[row + x] & 0xFF) ^ polarity.mask);
        }
        return (dark + light) / 2f;
    }

    private int known(float x, float y, float module, Polarity polarity) {
        for (int i = 0; i < count; i++) {
            float reach = 2.5f * modules[i];
            boolean isNear = Math.abs(x - xs[i]) < reach && Math.abs(y - ys[i]) < reach;
            if (isNear && polarities[i] == polarity && module < 2 * modules[i]) {
                return i;
            }
        }
        return -1;
    }
}
