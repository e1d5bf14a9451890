package org.gatereader.tests.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What benchmarks publish: one slow neighbour does not move it. */
final class Median {
    private Median() {}

    /** The median of one figure of them all. */
    static <T> double of(List<T> measured, ToDoubleFunction<T> figure) {
        return of(measured.stream().map(figure::applyAsDouble).toList());
    }

    /** The middle one, the upper of two; NaN where there is none. */
    static double of(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }
}
