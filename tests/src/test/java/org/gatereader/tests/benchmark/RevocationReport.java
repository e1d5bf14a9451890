package org.gatereader.tests.benchmark;

import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.gatereader.tests.benchmark.ListLookups.Figures;

/** What {@code ./gate bench revocation} found, as the document that it writes. */
record RevocationReport(List<ListLookups> lookups, ListSwap.Seen swap) {
    // Targets of PERFORMANCE.
    private static final double SPEED_UP_MIN = 80;

    /** "Unchanged", within what a machine that others use, too, lets one see. */
    private static final double SWAP_RATIO_MAX = 1.25;

    /** Less than a byte in a thousand questions is the measurement's own. */
    private static final double ALLOCATED_MAX = 0.001;

    boolean isReached() {
        return speedUp() >= SPEED_UP_MIN
                && allocated() <= ALLOCATED_MAX
                && swap.ratio() <= SWAP_RATIO_MAX;
    }

    /** The least over all sizes. */
    private double speedUp() {
        return lookups.stream()
                .mapToDouble(each -> each.speedUpOver(ListLookups.SQLITE))
                .min()
                .orElse(Double.NaN);
    }

    private double allocated() {
        return lookups.stream()
                .mapToDouble(each -> each.figures(ListLookups.OURS).allocatedBytes())
                .max()
                .orElse(Double.NaN);
    }

    String toMarkdown() {
        var text = new StringBuilder("# Performance of revocation\n\n");
        text.append("Written by `./gate bench revocation`; every figure is from one run on\n");
        text.append(Machine.inWords()).append(".\n");
        text.append("Times are this machine's; what counts are the ratios.\n\n## Targets\n\n");
        text.append("| | seen | target | |\n|---|---|---|---|\n");
        text.append(
                target(
                        "SQLite / ours, one lookup, the least of all sizes",
                        "%.0f | ≥ %.0f".formatted(speedUp(), SPEED_UP_MIN),
                        speedUp() >= SPEED_UP_MIN));
        text.append(
                target(
                        "bytes allocated by a lookup, the most of all sizes",
                        "%.0f | %.0f".formatted(allocated(), 0.0),
                        allocated() <= ALLOCATED_MAX));
        text.append(
                target(
                        "p99 of a decision while 50 M entries are swapped / at rest",
                        "%.2f | ≤ %.2f".formatted(swap.ratio(), SWAP_RATIO_MAX),
                        swap.ratio() <= SWAP_RATIO_MAX));
        addLookups(text);
        addSizes(text);
        addSwap(text);
        return text.append(HOW).toString();
    }

    private static String target(String what, String figures, boolean isReached) {
        return row("| %s | %s | %s |", what, figures, isReached ? "reached" : "**missed**");
    }

    private void addLookups(StringBuilder text) {
        text.append("\n## One lookup\n\n");
        text.append("| entries | bits | by | ns | / ours | bytes allocated |\n");
        text.append("|---|---|---|---|---|---|\n");
        for (ListLookups each : lookups) {
            for (Figures peer : each.peers()) {
                text.append(
                        row(
                                "| %,d | %d | %s | %.1f | %.1f | %.0f |",
                                each.people().entries(),
                                each.people().bits(),
                                peer.name(),
                                peer.nanos(),
                                each.speedUpOver(peer.name()),
                                peer.allocatedBytes()));
            }
        }
    }

    private void addSizes(StringBuilder text) {
        text.append("\n## Size, kB\n\n| entries | bits | sent");
        lookups.getFirst().peers().forEach(peer -> text.append(" | ").append(peer.name()));
        text.append(" |\n|---|---|---").append("|---".repeat(lookups.getFirst().peers().size()));
        text.append("|\n");
        for (ListLookups each : lookups) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "| %,d | %d | %.1f",
                            each.people().entries(),
                            each.people().bits(),
                            each.wireBytes() / 1e3));
            for (Figures peer : each.peers()) {
                text.append(String.format(Locale.ROOT, " | %.1f", peer.bytes() / 1e3));
            }
            text.append(" |\n");
        }
    }

    private void addSwap(StringBuilder text) {
        text.append("\n## Decisions while a list of 50 M entries, 2 bits, is swapped, µs\n\n");
        text.append("| | decisions | p50 | p95 | p99 | max |\n|---|---|---|---|---|---|\n");
        text.append(decisions("at rest", swap.quiet().wall()));
        text.append(decisions("during swaps", swap.busy().wall()));
        text.append(decisions("at rest, on a processor", swap.quiet().cpu()));
        text.append(decisions("during swaps, on a processor", swap.busy().cpu()));
        text.append(
                row(
                        "\n%d swaps, each from the look into the inbox until the list serves: median"
                                + " %.0f ms. Two times at rest differ in p99 by %.2f.",
                        swap.pairs().size(),
                        Median.of(swap.pairs(), ListSwap.Pair::millis),
                        Median.of(swap.pairs(), ListSwap.Pair::quietRatio)));
    }

    private static String decisions(String when, Histogram nanos) {
        return row(
                "| %s | %d | %.0f | %.0f | %.0f | %.0f |",
                when,
                nanos.getTotalCount(),
                nanos.getValueAtPercentile(50) / 1e3,
                nanos.getValueAtPercentile(95) / 1e3,
                nanos.getValueAtPercentile(99) / 1e3,
                nanos.getMaxValue() / 1e3);
    }

    private static String row(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }

    private static final String HOW =
            """

            ## How it is measured

            * **Lists** have one entry in a hundred listed; with two bits every fifth of those is suspended. Ours is what a
              gate has: a signed Token Status List, verified, inflated, written to a file and read from its mapping. The
              others hold those who are listed and nobody else: a set or a bitmap for each state, boxed once; a table by
              its integer primary key, one prepared statement, the file locked once and in the kernel's cache.
            * **Lookups** are about 65536 people in random order, every second of them listed. The four take turns; CPU
              time, median of 9 rounds, and all must answer alike.
            * **Size**: *sent* is the signed list; ours is what is mapped, outside the heap; HashSet is heap, RoaringBitmap
              its serialised form, SQLite its file. A set of 50 M entries' listed half million fits into the heap; one of
              all 50 M would not on a small board, and is not what anybody keeps.
            * **Swaps** are the daemon's own store on a disk: a repository of The Update Framework comes into the inbox, is
              verified step by step, the list's signature too, inflated, written aside, synced, mapped, compared, its
              canary read, then swapped. A second thread decides about valid presentations without a pause, each with
              both signatures and the list. After each swap come two times at rest, as long; the ratio is the median of
              the pairs' p99. A gate decides once a second, so what is seen here is the worst. *On a processor* is the
              time that the deciding thread was running: where only the other is longer, its core was somebody else's.
            """;
}
