package org.gatereader.qr;

/** Which way round a code is drawn; a phone in dark mode may show light modules on dark ground. */
enum Polarity {
    DARK_ON_LIGHT(0),
    LIGHT_ON_DARK(0xFF);

    /** Exclusive-or with this makes the code's modules the dark ones. */
    final int mask;

    Polarity(int mask) {
        this.mask = mask;
    }

    Polarity other() {
        return this == DARK_ON_LIGHT ? LIGHT_ON_DARK : DARK_ON_LIGHT;
    }
}
