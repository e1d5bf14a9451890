package org.gatereader.verifier.presentation;

import java.util.List;
import org.gatereader.verifier.verdict.Lane;

/**
 * A well-formed presentation of which nothing is proved yet: one subtype a format. Subtypes are
 * classes without {@code toString}: identity never prints.
 */
public sealed interface Presentation permits P1Presentation, P2Presentation {
    /** The lane it came in by, which is open. */
    Lane lane();

    /** The challenges that were outstanding on its channel when it was captured. */
    List<byte[]> challenges();
}
