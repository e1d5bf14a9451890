package org.gatereader.gatectl;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatereader.verifier.encoding.CborMap;
import org.gatereader.verifier.encoding.CborValue;
import org.gatereader.verifier.presentation.P1Labels;

/** What the numbers in P1's maps are called. */
final class Names {
    static final Names CLAIMS =
            new Names(
                    Map.ofEntries(
                            entry(P1Labels.ISS, "iss"),
                            entry(P1Labels.SUB, "sub"),
                            entry(P1Labels.AUD, "aud"),
                            entry(P1Labels.EXP, "exp"),
                            entry(P1Labels.NBF, "nbf"),
                            entry(P1Labels.IAT, "iat"),
                            entry(P1Labels.CTI, "cti"),
                            entry(P1Labels.CNF, "cnf"),
                            entry(P1Labels.CNONCE, "cnonce"),
                            entry(P1Labels.VCT, "vct"),
                            entry(P1Labels.STATUS, "status"),
                            entry(P1Labels.PASS_CLASS, "class"),
                            entry(P1Labels.AGENCY, "agency")),
                    Set.of(P1Labels.EXP, P1Labels.NBF, P1Labels.IAT));
    static final Names HEADERS =
            new Names(
                    Map.of(
                            P1Labels.HEADER_ALG, "alg",
                            P1Labels.HEADER_KID, "kid",
                            P1Labels.HEADER_TYP, "typ"),
                    Set.of());

    private final Map<Long, String> byLabel;
    private final Set<Long> instants;

    private Names(Map<Long, String> byLabel, Set<Long> instants) {
        this.byLabel = Map.copyOf(byLabel);
        this.instants = Set.copyOf(instants);
    }

    /** The name of a key, if P1 has one for it. */
    Optional<String> of(CborValue key) {
        return label(key).map(byLabel::get);
    }

    /** {@code " (instant)"} behind seconds since 1970, and nothing behind all else. */
    String instant(CborMap.Entry entry) {
        boolean isInstant = label(entry.key()).filter(instants::contains).isPresent();
        return isInstant && entry.value() instanceof CborValue.Int seconds && seconds.fitsLong()
                ? Notation.instant(seconds.longValue())
                : "";
    }

    private static Optional<Long> label(CborValue key) {
        return key instanceof CborValue.Int number && number.fitsLong()
                ? Optional.of(number.longValue())
                : Optional.empty();
    }
}
