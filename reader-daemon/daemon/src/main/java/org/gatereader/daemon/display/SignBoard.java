package org.gatereader.daemon.display;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides which sign stands and for how long: one rests, a cue to a person stands over it for a
 * while, and the person who is walking through keeps PASS.
 *
 * <p>While somebody walks, a cue to the next person waits: whoever reads "please try again" inside
 * a moving barrier stops there. It is shown as soon as the passage is over, if it is still fresh,
 * so that nobody stands without an answer.
 *
 * <p>A hint stands only below a sign that asks for a phone: below any other it would be answered by
 * holding a phone out to a gate that does not look.
 */
public final class SignBoard {
    private final Display display;
    private final long cueNanos;
    private Sign resting = Sign.STARTING;
    private @Nullable Sign shown;
    private @Nullable Cue cue;
    private @Nullable Cue waiting;
    private boolean isPassing;
    private Sign.Words hint = Sign.Words.NONE;
    private Sign.Words notice = Sign.Words.NONE;
    private Sign.Words hinted = Sign.Words.NONE;

    /** A sign said to one person, and when it has been said for long enough. */
    private record Cue(Sign sign, Sign.Words words, long untilNanos) {
        boolean isOver(long nanos) {
            return nanos - untilNanos >= 0;
        }
    }

    /**
     * @param cue how long a sign said to one person stands: long enough to read two short lines,
     *     and over when the next person steps up
     */
    public SignBoard(Display display, Duration cue) {
        this.display = display;
        this.cueNanos = cue.toNanos();
    }

    /** What stands while nothing is said to anybody. WAY_OUT ends whatever is being said. */
    public void rest(Sign sign, long nanos) {
        if (sign != resting) {
            resting = sign;
            isPassing = isPassing && sign != Sign.WAY_OUT;
            waiting = null;
            cue = isPassing ? cue : null;
        }
        if (cue == null) {
            showOnce(sign, nanos);
        }
    }

    /** Says PASS to a person, who keeps it until {@link #passageIsOver}. */
    public void pass(long nanos) {
        isPassing = true;
        waiting = null;
        show(Sign.PASS, Sign.Words.NONE, nanos);
    }

    /** Nobody walks any more: PASS stands until its time is over, if this gate still serves. */
    public void passageIsOver() {
        if (isPassing) {
            isPassing = false;
            cue = isServing() ? cue : null;
        }
    }

    /** Says a decision's advice to a person, unless the resting sign already says all there is. */
    public void tell(Sign sign, long nanos) {
        tell(sign, Sign.Words.NONE, nanos);
    }

    /** The same with what would help: it stands below the sign, in place of the camera's hint. */
    public void tell(Sign sign, Sign.Words words, long nanos) {
        if (resting == Sign.WAY_OUT) {
            return;
        }
        if (isPassing) {
            waiting = new Cue(sign, words, nanos + cueNanos);
        } else {
            // Where nobody is served, "try again" would be a lie whatever was presented.
            show(isServing() ? sign : resting, words, nanos);
        }
    }

    /** Says any sign for as long as a cue, to a technician who wants to see and hear it. */
    public void rehearse(Sign sign, long nanos) {
        show(sign, Sign.Words.NONE, nanos);
    }

    /** What the camera thinks could be done better, until it thinks otherwise. */
    public void hint(Sign.Words words) {
        hint = words;
    }

    /** What everybody should know who comes now; a hint to the one who stands there goes first. */
    public void notice(Sign.Words words) {
        notice = words;
    }

    /** Ends cues whose time is over, and lets the display mend itself. */
    public void runOnce(long nanos) {
        display.runOnce(nanos);
        if (!isPassing) {
            endCues(nanos);
        }
        Sign.Words wanted = shown().asksForAPhone() ? wordsBelow() : Sign.Words.NONE;
        if (!wanted.equals(hinted)) {
            hinted = wanted;
            display.hint(wanted);
        }
    }

    /** The sign that stands now. */
    public Sign shown() {
        return shown == null ? resting : shown;
    }

    private void endCues(long nanos) {
        Cue next = waiting;
        waiting = null;
        if (next != null && !next.isOver(nanos)) {
            show(next.sign(), next.words(), nanos);
        } else if (cue == null || cue.isOver(nanos)) {
            cue = null;
            showOnce(resting, nanos);
        }
    }

    private boolean isServing() {
        return resting == Sign.READY;
    }

    private Sign.Words wordsBelow() {
        if (cue != null && !cue.words().equals(Sign.Words.NONE)) {
            return cue.words();
        }
        return hint.equals(Sign.Words.NONE) ? notice : hint;
    }

    private void show(Sign sign, Sign.Words words, long nanos) {
        cue = new Cue(sign, words, nanos + cueNanos);
        shown = sign;
        display.show(sign, nanos);
    }

    /** A resting sign is not said again to a person who already sees it. */
    private void showOnce(Sign sign, long nanos) {
        if (shown != sign) {
            shown = sign;
            display.show(sign, nanos);
        }
    }
}
