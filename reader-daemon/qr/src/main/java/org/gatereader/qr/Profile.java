package org.gatereader.qr;

/**
 * Walks from the middle of a supposed finder pattern along a line and measures where its runs end.
 * One instance serves every check of one thread; nothing is allocated.
 */
final class Profile {
    /** Edges met on the way out: core to ring, ring to frame, frame to quiet zone. */
    static final int EDGES = 3;

    // A tilted pattern is up to 2.4 times longer one way than the other.
    private static final float STRETCH_MAX = 2.6f;
    private static final float LATE_MAX = 1.3f;

    private final float[] ahead = new float[EDGES];
    private final float[] behind = new float[EDGES];
    private final Grey grey;
    private float level;
    private float moduleExpected;

    Profile(Grey grey) {
        this.grey = grey;
    }

    /**
     * What the next walks should meet.
     *
     * @param module pixels per module as measured along some other line
     * @param level grey half-way between dark and light
     */
    void expect(float module, float level) {
        moduleExpected = module;
        this.level = level;
    }

    /** True if the line through ({@code x}, {@code y}) runs 1:1:3:1:1. */
    boolean isFinderLike(float x, float y, float dx, float dy) {
        if (!walk(x, y, -dx, -dy)) {
            return false;
        }
        System.arraycopy(ahead, 0, behind, 0, EDGES);
        if (!walk(x, y, dx, dy)) {
            return false;
        }
        float module = module();
        float core = ahead[0] + behind[0];
        boolean isStretched =
                module > STRETCH_MAX * moduleExpected || module * STRETCH_MAX < moduleExpected;
        return !isStretched
                && core > 1.9f * module
                && core < 4.1f * module
                && isOne(ahead[1] - ahead[0])
                && isOne(ahead[2] - ahead[1])
                && isOne(behind[1] - behind[0])
                && isOne(behind[2] - behind[1]);
    }

    /** How far the middle of the last line lies ahead of where the walk began, in steps. */
    float middle() {
        return (ahead[2] - behind[2] + ahead[0] - behind[0]) / 4;
    }

    /**
     * Steps per module along the last line. Blur draws the outer square's edges in and the core's
     * out; over all three squares, 3 + 5 + 7 modules wide, that cancels.
     */
    float module() {
        float widths = 0;
        for (int i = 0; i < EDGES; i++) {
            widths += ahead[i] + behind[i];
        }
        return widths / 15;
    }

    private boolean isOne(float run) {
        float module = module();
        return run > 0.35f * module && run < 1.8f * module;
    }

    /** Steps from the middle to an edge, on the way walked last. */
    float edge(int square) {
        return ahead[square];
    }

    /** Walks one way only; false if not all edges are met in time. */
    boolean walk(float x, float y, float dx, float dy) {
        float stretched = LATE_MAX * STRETCH_MAX * moduleExpected;
        float before = grey.at(x, y);
        int found = 0;
        // The edges lie 1.5, 2.5 and 3.5 modules from the middle: one that is late is none.
        for (int step = 1; step <= (found + 1.5f) * stretched + 2; step++) {
            float here = grey.at(x + step * dx, y + step * dy);
            boolean isLightNext = (found & 1) == 0;
            if (Float.isNaN(here)) {
                return false;
            }
            if (isLightNext == here > level) {
                float part =
                        here == before ? 0 : Math.clamp((here - level) / (here - before), 0, 1);
                ahead[found++] = step - part;
            }
            if (found == EDGES) {
                return true;
            }
            before = here;
        }
        return false;
    }
}
