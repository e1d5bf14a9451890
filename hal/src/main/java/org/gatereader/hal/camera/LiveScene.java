package org.gatereader.hal.camera;

/**
 * Whatever its producer last pushed, from any thread and as often as it likes: the camera looks at
 * its own rate and sees the newest, as a real one would.
 */
public final class LiveScene implements Scene {
    private volatile Picture picture;

    /**
     * @param first what is seen before anything is pushed
     */
    public LiveScene(Picture first) {
        this.picture = first;
    }

    /** Replaces what stands before the camera. */
    public void push(Picture next) {
        picture = next;
    }

    @Override
    public Picture at(long nanos) {
        return picture;
    }
}
