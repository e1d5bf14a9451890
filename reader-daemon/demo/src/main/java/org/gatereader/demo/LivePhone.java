package org.gatereader.demo;

import java.time.Duration;
import java.time.Instant;
import org.gatereader.demo.cases.DemoCase;
import org.gatereader.demo.cases.ShownCode;
import org.gatereader.demo.page.PageEvents;
import org.gatereader.demo.page.PageEvents.Topic;
import org.gatereader.demo.wallet.JsonMap;

/** The phone that the page shows: whose code it draws, and whether it is held out. */
final class LivePhone {
    /** How long a code is shown before the wallet signs another: well inside its 15 s. */
    static final Duration ROTATION = Duration.ofSeconds(5);

    private final PageEvents events;
    private DemoCase demoCase;
    private ShownCode code;
    private Instant shownAt;
    private boolean isPresented;
    private int pictures;

    /** A phone in somebody's pocket that shows this code. */
    LivePhone(PageEvents events, DemoCase demoCase, ShownCode code, Instant now) {
        this.events = events;
        this.demoCase = demoCase;
        this.code = code;
        this.shownAt = now;
    }

    /** Draws a code and holds the phone out to the gate. */
    synchronized void present(DemoCase presented, ShownCode shown) {
        demoCase = presented;
        code = shown;
        isPresented = true;
        pictures++;
        publish(0);
    }

    /** Back in the hand, with another code. */
    synchronized void rotate(DemoCase next, ShownCode shown, Instant now) {
        demoCase = next;
        code = shown;
        shownAt = now;
        isPresented = false;
        pictures++;
        publish(ROTATION.toSeconds());
    }

    /** Whether it is this case whose code it shows. */
    synchronized boolean shows(DemoCase one) {
        return demoCase.equals(one);
    }

    /** Whether it is time for another code. */
    synchronized boolean isStale(Instant now) {
        return !isPresented && now.isAfter(shownAt.plus(ROTATION));
    }

    /** Tells the page how long this code is still shown. */
    synchronized void tick(Instant now) {
        if (!isPresented) {
            publish(Math.max(1, Duration.between(now, shownAt.plus(ROTATION)).toSeconds() + 1));
        }
    }

    synchronized byte[] toPng() {
        return code.picture().toPng();
    }

    /** The picture itself is fetched from its own address: no event carries a code. */
    private void publish(long secondsLeft) {
        events.publish(
                Topic.PHONE,
                new JsonMap()
                        .put("case", demoCase.name())
                        .put("picture", pictures)
                        .put("presented", isPresented)
                        .put("secondsLeft", secondsLeft));
    }
}
