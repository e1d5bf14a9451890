package org.gatereader.daemon.display;

import java.util.Optional;

/** Something that shows signs to the person at the barrier. Owned by the gate's thread. */
public interface Display extends AutoCloseable {
    /**
     * Shows the sign and sounds its chime, in place of the one before; the same sign again sounds
     * again, for it is said to somebody else. Returns at once.
     *
     * <p>Does not fail: a broken lamp is the display's to report and to reopen, and never the
     * relay's concern.
     *
     * @param nanos the gate's monotonic time
     */
    void show(Sign sign, long nanos);

    /**
     * Puts a hint below a sign that asks for a phone, in place of the one before; {@link
     * Sign.Words#NONE} takes it away. Makes no sound, and does not fail.
     */
    default void hint(Sign.Words words) {}

    /**
     * Shows a challenge as a QR code of exactly this text, in place of the one before, beside every
     * sign that asks for a phone; an empty text takes it away. A display without a screen has
     * nowhere to show one.
     */
    default void challenge(String text) {}

    /** Called on every turn of the gate, so that a display can mend itself. */
    default void runOnce(long nanos) {}

    /** What keeps it from being seen and heard; empty while it works. For the technician. */
    default Optional<String> problem() {
        return Optional.empty();
    }

    @Override
    default void close() {}
}
