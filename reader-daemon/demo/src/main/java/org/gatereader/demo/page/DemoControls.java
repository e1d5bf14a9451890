package org.gatereader.demo.page;

import java.util.Optional;
import org.gatereader.demo.cases.DemoCase;
import org.gatereader.demo.cases.Scene;

/** What the page can do to the simulated world, and the two pictures that it draws of it. */
public interface DemoControls {
    /** Plays a case; one that is playing is finished first. Returns at once. */
    void play(DemoCase demoCase);

    /** The phone shows this case's code while nothing is played: the pass that it carries. */
    void carry(DemoCase usual);

    /** The gate stands as in this scene: with a challenge on its display, or without. */
    void stand(Scene scene);

    /** The phone is lost: the office suspends its passes, and the gate takes that over. */
    void reportLost();

    /** It was found: its passes are restored. */
    void reportFound();

    /** The challenge on the gate's display as a PNG file; empty where none is shown. */
    Optional<byte[]> challengePicture();

    /** The phone's screen as a PNG file: the holder's own, which no event carries. */
    byte[] phonePicture();

    /** What stands before the camera, as a PNG file. */
    byte[] cameraPicture();
}
