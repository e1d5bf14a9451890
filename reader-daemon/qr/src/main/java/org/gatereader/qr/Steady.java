package org.gatereader.qr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What most of the last frames say: an answer that changes only when the frames agree, and then
 * stands long enough to be read. Allocates nothing after it was made.
 *
 * @param <E> the answers there are
 */
final class Steady<E extends Enum<E>> {
    /** Four fifths of a second at fifteen frames a second. */
    static final int FRAMES = 12;

    /** As many of them must agree: half would let two answers take turns. */
    static final int AGREEING = 8;

    /** Two short lines are read in about a second. */
    static final int STANDS_FRAMES = 15;

    private final List<E> latest;
    private int next;
    private int framesToStand;
    private E shown;

    /** As if every frame so far had said {@code first}. */
    Steady(E first) {
        shown = first;
        latest = new ArrayList<>(Collections.nCopies(FRAMES, first));
    }

    /** One more frame says this. */
    void say(E answer) {
        latest.set(next, answer);
        next = (next + 1) % FRAMES;
        framesToStand = Math.max(0, framesToStand - 1);
        if (answer != shown && framesToStand == 0 && agreeing(answer) >= AGREEING) {
            shown = answer;
            framesToStand = STANDS_FRAMES;
        }
    }

    E shown() {
        return shown;
    }

    private int agreeing(E answer) {
        int count = 0;
        for (int i = 0; i < FRAMES; i++) {
            count += latest.get(i) == answer ? 1 : 0;
        }
        return count;
    }
}
