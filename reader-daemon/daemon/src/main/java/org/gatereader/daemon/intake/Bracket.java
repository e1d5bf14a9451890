package org.gatereader.daemon.intake;

import java.time.Duration;
import org.gatereader.hal.camera.Camera.Light;
import org.gatereader.qr.QrHint;

/**
 * Chooses how much light the camera shall take by what can be seen of a code: one that is washed
 * out gets less, one that is dim gets more, and when neither was seen for a while the camera
 * chooses by itself again.
 */
final class Bracket {
    /** Long enough to read a phone that is held still, short enough for the next person. */
    static final Duration HOLD = Duration.ofSeconds(3);

    private Light light = Light.AS_IT_IS;
    private long chosenAtNanos;

    /**
     * @param hint what the last pictures say of a code, steady over some frames
     */
    Light choose(QrHint hint, long nanos) {
        Light wanted =
                switch (hint) {
                    case TOO_BRIGHT -> Light.LESS;
                    case TOO_DARK -> Light.MORE;
                    default -> Light.AS_IT_IS;
                };
        if (wanted == light) {
            chosenAtNanos = nanos;
        } else if (light == Light.AS_IT_IS || nanos - chosenAtNanos >= HOLD.toNanos()) {
            // Not from less to more and back: a screen that is both is for the person to mend.
            light = light == Light.AS_IT_IS ? wanted : Light.AS_IT_IS;
            chosenAtNanos = nanos;
        }
        return light;
    }
}
