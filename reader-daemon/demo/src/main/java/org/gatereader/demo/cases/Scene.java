package org.gatereader.demo.cases;

import java.util.Arrays;
import java.util.Locale;

/** The circumstances of a case that one gate can not have all at once: each scene is a gate. */
public enum Scene {
    /** A gate in service on a Monday morning. */
    DAY,
    /** The same gate outside of its hours. */
    NIGHT,
    /** A gate that demands an answer to its challenge. */
    CHALLENGE,
    /** A gate that takes taps and no QR codes. */
    TAP_ONLY,
    /** A gate that has started this very moment. */
    RESTART,
    /** A gate whose clock was set back. */
    CLOCK_LOST,
    /** A gate with an empty trust directory. */
    NO_TRUST;

    /** As the data file and the exported directories say it: {@code clock-lost}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Scene parse(String label) {
        return Arrays.stream(values())
                .filter(scene -> scene.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scene is named " + label));
    }
}
