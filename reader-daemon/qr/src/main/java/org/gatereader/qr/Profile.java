package org.gatereader.qr;

/**
 * Walks from the middle of a supposed finder pattern along a line, both ways, and measures where
 * its runs end. One instance serves every check of one thread; nothing is allocated.
 */
final class Profile {
    // A tilted pattern is up to 2.4 times longer one way than the other.
    private static final float STRETCH_MAX = 2.6f;
    private static final int EDGES = 3;

    private final float[] ahead = new float[EDGES];
    private final float[] behind = new float[EDGES];
    private Luma luma = new Luma(new byte[1], 1, 1, 1);
    private int mask;
    private float level;
    private float moduleExpected;
    private float beginX;
    private float beginY;

    /** Every walk from now on is over this picture. */
    void over(Luma picture) {
        luma = picture;
    }

    /**
     * What the next walks should meet.
     *
     * @param module pixels per module as measured along some other line
     * @param level grey half-way between dark and light, as the polarity sees it
     */
    void expect(Polarity polarity, float module, float level) {
        mask = polarity.mask;
        moduleExpected = module;
        this.level = level;
    }

    /** True if the line through ({@code x}, {@code y}) runs 1:1:3:1:1; steps are one pixel long. */
    boolean isFinderLike(float x, float y, float dx, float dy) {
        beginX = x;
        beginY = y;
        if (!walk(dx, dy, ahead) || !walk(-dx, -dy, behind)) {
            return false;
        }
        float module = module();
        float core = ahead[0] + behind[0];
        boolean isStretched =
                module > STRETCH_MAX * moduleExpected || module * STRETCH_MAX < moduleExpected;
        return !isStretched
                && core > 1.7f * module
                && core < 4.3f * module
                && isOne(ahead[1] - ahead[0])
                && isOne(ahead[2] - ahead[1])
                && isOne(behind[1] - behind[0])
                && isOne(behind[2] - behind[1]);
    }

    /** How far the middle of the last line lies ahead of where the walk began, in steps. */
    float middle() {
        return (ahead[2] - behind[2] + ahead[0] - behind[0]) / 4;
    }

    /** Steps per module along the last line. */
    float module() {
        return (ahead[2] + behind[2]) / 7;
    }

    private boolean isOne(float run) {
        float module = module();
        return run > 0.35f * module && run < 1.9f * module;
    }

    private boolean walk(float dx, float dy, float[] edges) {
        int reach = (int) (4.5f * STRETCH_MAX * moduleExpected) + 2;
        float before = grey(beginX, beginY);
        int found = 0;
        for (int step = 1; step <= reach; step++) {
            float grey = grey(beginX + step * dx, beginY + step * dy);
            boolean isLightNext = (found & 1) == 0;
            if (Float.isNaN(grey)) {
                return false;
            }
            if (isLightNext == grey > level) {
                edges[found++] = step - (grey - level) / (grey - before);
            }
            if (found == EDGES) {
                return true;
            }
            before = grey;
        }
        return false;
    }

    /** The nearest pixel as the polarity sees it; not a number outside the picture. */
    private float grey(float x, float y) {
        int column = Math.round(x);
        int row = Math.round(y);
        if (column < 0 || row < 0 || column >= luma.width() || row >= luma.height()) {
            return Float.NaN;
        }
        return (luma.pixels()[row * luma.stride() + column] & 0xFF) ^ mask;
    }
}
