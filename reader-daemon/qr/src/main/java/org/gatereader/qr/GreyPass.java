package org.gatereader.qr;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Reads the code at given finder patterns, all in grey: geometry, modules, text. */
final class GreyPass {
    // Without timing patterns to say no, only the likeliest are worth the time of decoding.
    private static final int UNCONFIRMED_RANKS = 2;

    private final Grey grey = new Grey();
    private final CodeGeometry geometry = new CodeGeometry(grey);
    private final ModuleGrid modules = new ModuleGrid(grey);
    private final Equalizer equalizer = new Equalizer();
    private final CodeText text = new CodeText();

    Optional<String> read(Luma luma, Finders finders, Polarity polarity, BooleanSupplier isLate) {
        grey.look(luma, polarity);
        var triples = Triples.of(finders, polarity);
        for (int rank = 0; rank < triples.size() && !isLate.getAsBoolean(); rank++) {
            var triple = triples.get(rank);
            boolean isWorthTrying =
                    geometry.find(finders, triple)
                            && (geometry.isConfirmed() || rank < UNCONFIRMED_RANKS);
            var found = isWorthTrying ? text() : Optional.<String>empty();
            if (found.isEmpty() && isWorthTrying && geometry.pin(finders, triple)) {
                found = text();
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Of the code that was read last: 21 modules a side are version 1, each 4 more the next. */
    int version() {
        return (modules.side() - 17) / 4;
    }

    /** As sampled first; sharpened only if that says nothing. */
    private Optional<String> text() {
        modules.sample(geometry.plane(), geometry.dimension());
        modules.flatten();
        var found = text.of(modules.bits());
        if (found.isPresent()) {
            return found;
        }
        equalizer.sharpen(modules.levels(), modules.side());
        return text.of(modules.bits());
    }
}
