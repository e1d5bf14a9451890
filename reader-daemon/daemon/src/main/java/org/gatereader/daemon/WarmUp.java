package org.gatereader.daemon;

import org.gatereader.daemon.selftest.SelfCheck;
import org.jspecify.annotations.Nullable;

/**
 * Decides built-in vectors and reads pictures again and again while the gate waits for its floor
 * and nobody can be let in anyway, so that the first person does not wait for the compiler. Belongs
 * to the admission thread.
 */
final class WarmUp {
    /** Where the compiler has little left to do; a floor leaves time for some thousands. */
    private static final int STEPS_MAX = 10_000;

    private @Nullable SelfCheck selfCheck;
    private int steps;

    /** From now on there is something to go through. */
    void with(SelfCheck check) {
        selfCheck = check;
    }

    /**
     * Takes one step, which is short.
     *
     * @param isStarting whether the floor still lies ahead
     * @return false if there is none to take, now or ever
     */
    boolean runOnce(boolean isStarting) {
        if (!isStarting || steps == STEPS_MAX) {
            end();
        }
        if (selfCheck == null) {
            return false;
        }
        steps++;
        selfCheck.rehearse();
        return true;
    }

    /**
     * No more steps. What they left behind is some twenty megabytes that nobody needs any more, and
     * that a collector would keep until its heap is full; it is given back before anybody comes.
     */
    private void end() {
        if (selfCheck != null) {
            selfCheck = null;
            System.gc();
        }
    }
}
