package org.gatereader.qr;

/**
 * What looked like finder patterns in one picture: a table of fixed room, so that a picture full of
 * them costs no more than its rows.
 */
final class Finders {
    /** A code has three; the rest is room for what looks like one. */
    static final int ROOM = 48;

    final float[] x = new float[ROOM];
    final float[] y = new float[ROOM];

    /** Pixels per module, the mean of along the row and down the column. */
    final float[] module = new float[ROOM];

    /** Rows that met it. */
    final int[] votes = new int[ROOM];

    /** Of eight lines through the middle, those that run like a finder pattern. */
    final int[] likeness = new int[ROOM];

    final Polarity[] polarity = new Polarity[ROOM];
    private int count;

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    boolean isFull() {
        return count == ROOM;
    }

    int count(Polarity wanted) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            found += polarity[i] == wanted ? 1 : 0;
        }
        return found;
    }

    /** The polarity in which more looks like finder patterns. */
    Polarity likelier() {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += polarity[i] == Polarity.DARK_ON_LIGHT ? likeness[i] : -likeness[i];
        }
        return sum >= 0 ? Polarity.DARK_ON_LIGHT : Polarity.LIGHT_ON_DARK;
    }

    void add(float atX, float atY, float pixelsPerModule, Polarity seenAs) {
        x[count] = atX;
        y[count] = atY;
        module[count] = pixelsPerModule;
        votes[count] = 1;
        polarity[count] = seenAs;
        count++;
    }

    /** Says how alike the finder added last is. */
    void rate(int lines) {
        likeness[count - 1] = lines;
    }

    /** Counts one more row for a pattern met before, if this is one. */
    boolean voteIfKnown(float atX, float atY, Polarity seenAs) {
        for (int i = 0; i < count; i++) {
            float reach = 2.5f * module[i];
            boolean isNear = Math.abs(atX - x[i]) < reach && Math.abs(atY - y[i]) < reach;
            if (isNear && polarity[i] == seenAs) {
                votes[i]++;
                return true;
            }
        }
        return false;
    }
}
