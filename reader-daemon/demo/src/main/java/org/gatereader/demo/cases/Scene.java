package org.gatereader.demo.cases;

import java.time.Instant;
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

    /** A Monday at nine in Seoul, well inside the site's hours. */
    private static final Instant MORNING = Instant.parse("2026-11-23T00:00:00Z");

    private static final Instant HALF_AN_HOUR_BEFORE_MIDNIGHT =
            Instant.parse("2026-11-23T14:30:00Z");

    /** The gate's time when the scene begins. */
    public Instant beginsAt() {
        return this == NIGHT ? HALF_AN_HOUR_BEFORE_MIDNIGHT : MORNING;
    }

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
