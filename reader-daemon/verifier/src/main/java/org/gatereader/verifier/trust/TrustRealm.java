package org.gatereader.verifier.trust;

import java.util.Arrays;
import java.util.Optional;

/** What the keys of a trust entry are for; anything but production opens no real gate. */
public enum TrustRealm {
    PRODUCTION("production"),
    /** Public keys of the demo: only where every driver is simulated. */
    DEMO("demo"),
    /** Public keys of tests and vectors: likewise. */
    TEST("test"),
    /** The built-in vectors of the self-check: judged against their own snapshot only. */
    SELF_TEST("selftest");

    private final String label;

    TrustRealm(String label) {
        this.label = label;
    }

    /** The name in {@code issuers.json}. */
    public String label() {
        return label;
    }

    static Optional<TrustRealm> labelled(String label) {
        return Arrays.stream(values()).filter(realm -> realm.label.equals(label)).findFirst();
    }
}
