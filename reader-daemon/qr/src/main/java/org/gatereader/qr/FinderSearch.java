package org.gatereader.qr;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.detector.FinderPatternFinder;
import java.util.function.BooleanSupplier;

/**
 * ZXing's test for a finder pattern, run over every third row, with a bound on what it may collect.
 *
 * <p>ZXing's own loop keeps every candidate and then tries every three of them: a picture full of
 * finder patterns would hold the camera thread for hours.
 */
final class FinderSearch extends FinderPatternFinder {
    private static final int CANDIDATES_MAX = Finders.ROOM;

    // Three rows hit the three-module core of a finder pattern of one pixel a module.
    private static final int ROW_STEP = 3;
    private static final int RUNS = 5;
    // ZXing has looked along row, column and one diagonal.
    private static final int LIKENESS = 4;

    private final BitMatrix bits;
    private final int[] runs = new int[RUNS];

    FinderSearch(BitMatrix bits) {
        super(bits);
        this.bits = bits;
    }

    /** Puts what it finds into the table. */
    void search(Finders into, Polarity polarity, BooleanSupplier isLate) {
        for (int y = ROW_STEP - 1; y < bits.getHeight(); y += ROW_STEP) {
            if (getPossibleCenters().size() >= CANDIDATES_MAX || isLate.getAsBoolean()) {
                break;
            }
            scanRow(y);
        }
        for (var found : getPossibleCenters()) {
            if (!into.isFull()) {
                // ZXing counts from a pixel's corner, we from its middle.
                float x = found.getX() - 0.5f;
                float y = found.getY() - 0.5f;
                into.add(x, y, found.getEstimatedModuleSize(), polarity);
                into.rate(LIKENESS);
            }
        }
    }

    private void scanRow(int y) {
        doClearCounts(runs);
        int state = 0;
        for (int x = 0; x < bits.getWidth(); x++) {
            boolean isRunGoingOn = bits.get(x, y) == ((state & 1) == 0);
            if (isRunGoingOn) {
                runs[state]++;
            } else if (state == RUNS - 1) {
                state = closePattern(x, y);
            } else if (runs[state] > 0) {
                runs[++state]++;
            }
        }
        if (state == RUNS - 1 && foundPatternCross(runs)) {
            handlePossibleCenter(runs, y, bits.getWidth());
        }
    }

    /** Judges five finished runs and says which run the light pixel at {@code x} belongs to. */
    private int closePattern(int x, int y) {
        if (foundPatternCross(runs) && handlePossibleCenter(runs, y, x)) {
            doClearCounts(runs);
            return 0;
        }
        doShiftCounts2(runs);
        runs[3] = 1;
        return 3;
    }
}
