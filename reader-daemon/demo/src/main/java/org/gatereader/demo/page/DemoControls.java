package org.gatereader.demo.page;

import org.gatereader.demo.cases.DemoCase;

/** What the page can do to the simulated world, and the two pictures that it draws of it. */
public interface DemoControls {
    /** Plays a case; one that is playing is finished first. Returns at once. */
    void play(DemoCase demoCase);

    /** The phone's screen as a PNG file: the holder's own, which no event carries. */
    byte[] phonePicture();

    /** What stands before the camera, as a PNG file. */
    byte[] cameraPicture();
}
