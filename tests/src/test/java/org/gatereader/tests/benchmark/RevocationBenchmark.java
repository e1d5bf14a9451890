package org.gatereader.tests.benchmark;

import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.gatereader.tests.Checkout;

/**
 * What it costs to ask whether somebody is revoked, against a set, a database and a compressed
 * bitmap; how large a list is on its way; and whether anybody at the gate notices that another list
 * of fifty million entries takes its place.
 */
final class RevocationBenchmark implements Benchmark {
    private static final List<Integer> ENTRIES = List.of(13_000, 1_000_000, 50_000_000);
    private static final List<Integer> BITS = List.of(1, 2);

    /** Before it lies the canary. */
    private static final int FIRST_LISTED = 32;

    private static final String DOCUMENT = "reader-daemon/docs/revocation-benchmark.md";

    @Override
    public String name() {
        return "revocation";
    }

    @Override
    public String summary() {
        return "lookups against HashSet, SQLite and RoaringBitmap; 50 M entries swapped in service";
    }

    @Override
    public boolean run(List<String> arguments, PrintStream out) throws Exception {
        List<ListLookups> lookups = new ArrayList<>();
        try (var scratch = Scratch.create()) {
            for (int entries : ENTRIES) {
                for (int bits : BITS) {
                    var people = new ListedPopulation(entries, bits, FIRST_LISTED);
                    lookups.add(ListLookups.measure(people, scratch.directory()));
                }
            }
            var report = new RevocationReport(lookups, ListSwap.measure(scratch.directory()));
            String text = report.toMarkdown();
            out.print(text);
            Files.writeString(Checkout.root().resolve(DOCUMENT), text);
            out.println("written to " + DOCUMENT);
            return report.isReached();
        }
    }
}
