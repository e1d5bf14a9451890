package org.gatereader.qr;

/** Says why one picture was not read, by signals the reader has anyway. */
final class HintJudge {
    static final int FINDERS_MIN = 2;
    static final int LIKENESS_MIN = 6;
    // Measured with the frame corpus: beyond these nearly nothing is read.
    static final float MODULE_MIN = 1.5f;
    static final float TILT_MAX = 1.9f;
    static final float CONTRAST_MIN = 22;
    static final float RING_PART_MIN = 0.62f;
    // Washed out from below or from above: which of the two the light squares tell.
    static final int DIM_LIGHT_MAX = 70;
    static final int WASHED_OUT_DARK_MIN = 150;

    private final Grey grey = new Grey();

    /** The first that applies, in the order in which a person can mend them. */
    QrHint judge(Luma luma, Finders finders, Polarity polarity) {
        grey.look(luma, polarity);
        float least = Float.MAX_VALUE;
        float most = 0;
        int sure = 0;
        QrHint light = QrHint.NONE;
        for (int i = 0; i < finders.count(); i++) {
            if (finders.polarity[i] == polarity && finders.likeness[i] >= LIKENESS_MIN) {
                sure++;
                least = Math.min(least, finders.module[i]);
                most = Math.max(most, finders.module[i]);
                light = light == QrHint.NONE ? light(finders, i) : light;
            }
        }
        if (sure < FINDERS_MIN) {
            return QrHint.NONE;
        }
        if (light == QrHint.TOO_DARK || light == QrHint.TOO_BRIGHT) {
            return light;
        }
        if (sure == FINDERS_MIN) {
            // The third is outside the picture or under a finger: the person's answer is the same.
            return QrHint.CUT_OFF;
        }
        if (most < MODULE_MIN) {
            return QrHint.TOO_FAR;
        }
        return most > TILT_MAX * least ? QrHint.TOO_TILTED : light;
    }

    /** What one finder's own grey says; blur shows as a ring less light than the quiet zone. */
    private QrHint light(Finders finders, int i) {
        float x = finders.x[i];
        float y = finders.y[i];
        float module = finders.module[i];
        float dark = grey.near(x, y);
        float ring = Math.max(grey.near(x - 2 * module, y), grey.near(x + 2 * module, y));
        float quiet = Math.max(grey.near(x - 4.3f * module, y), grey.near(x + 4.3f * module, y));
        float light = Math.max(ring, quiet);
        if (light - dark < CONTRAST_MIN) {
            return light < DIM_LIGHT_MAX ? QrHint.TOO_DARK : QrHint.TOO_BRIGHT;
        }
        if (dark > WASHED_OUT_DARK_MIN) {
            return QrHint.TOO_BRIGHT;
        }
        return ring - dark < RING_PART_MIN * (light - dark) ? QrHint.TOO_BLURRED : QrHint.NONE;
    }
}
