package org.gatereader.daemon.probe;

import java.time.Duration;
import java.util.Optional;
import org.gatereader.daemon.control.wire.GreyPicture;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Part;

/**
 * Tests one part, once. It touches no device: the device's owner answers for it, so that the gate
 * goes on meanwhile.
 */
public interface Probe {
    Part part();

    /** How long the part may take; after it, it counts as broken. */
    Duration patience();

    /**
     * One step; never waits for another thread.
     *
     * @param nanos monotonic
     * @return what the test showed; empty while it is not over
     */
    Optional<Finding> runOnce(long nanos);

    /**
     * Told once when the test is over, however it ended: whoever looks for it need not any more.
     */
    default void letGo() {}

    /** What the camera saw, with every code covered; only its probe has one, and not always. */
    default Optional<GreyPicture> picture() {
        return Optional.empty();
    }
}
