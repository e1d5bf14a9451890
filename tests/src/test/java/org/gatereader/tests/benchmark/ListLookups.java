package org.gatereader.tests.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What one question to a list costs, ours and three peers', asked in turns about the same people.
 *
 * @param peers ours first
 * @param wireBytes the signed list as it is sent
 */
record ListLookups(ListedPopulation people, long wireBytes, List<Figures> peers) {
    static final String OURS = "ours, mapped";
    static final String SQLITE = "SQLite";

    private static final int ASKED = 1 << 16;
    private static final int ROUNDS = 9;
    private static final int WARM_UP_ROUNDS = 3;

    /** A peer and how often it is asked about everybody in one round. */
    private record Contender(String name, ListPeer peer, int passes) {}

    /** Medians over the rounds. */
    record Figures(String name, double nanos, double allocatedBytes, long bytes) {}

    private record Sample(double nanos, double allocatedBytes) {}

    static ListLookups measure(ListedPopulation people, Path directory)
            throws IOException, SQLException {
        byte[] token = people.token(ListedPopulation.ISSUED);
        String name = people.entries() + "-" + people.bits();
        Path entries = directory.resolve(name + ".entries");
        try (var sqlite = ListPeer.Sqlite.of(people, directory.resolve(name + ".sqlite"))) {
            var contenders =
                    List.of(
                            new Contender(
                                    OURS, new ListPeer.Mapped(people.mapped(token, entries)), 16),
                            new Contender("HashSet", ListPeer.Hashed.of(people), 4),
                            new Contender("RoaringBitmap", ListPeer.Roaring.of(people), 4),
                            new Contender(SQLITE, sqlite, 1));
            return new ListLookups(people, token.length, inTurns(contenders, people.asked(ASKED)));
        }
    }

    double nanosOf(String peer) {
        return figures(peer).nanos();
    }

    /** How much quicker ours is than a peer. */
    double speedUpOver(String peer) {
        return nanosOf(peer) / nanosOf(OURS);
    }

    Figures figures(String peer) {
        return peers.stream().filter(one -> one.name().equals(peer)).findFirst().orElseThrow();
    }

    private static List<Figures> inTurns(List<Contender> contenders, int[] asked)
            throws SQLException {
        List<List<Sample>> samples = new ArrayList<>();
        contenders.forEach(_ -> samples.add(new ArrayList<>()));
        long expected = contenders.getFirst().peer().sumOf(asked);
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            for (int i = 0; i < contenders.size(); i++) {
                Sample sample = sample(contenders.get(i), asked, expected);
                if (round >= 0) {
                    samples.get(i).add(sample);
                }
            }
        }
        List<Figures> figures = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            Contender each = contenders.get(i);
            figures.add(
                    new Figures(
                            each.name(),
                            Median.of(samples.get(i), Sample::nanos),
                            Median.of(samples.get(i), Sample::allocatedBytes),
                            each.peer().bytes()));
        }
        return figures;
    }

    private static Sample sample(Contender contender, int[] asked, long expected)
            throws SQLException {
        long bytesBefore = ThreadCost.bytesOfThisThread();
        long nanosBefore = ThreadCost.cpuNanosOfThisThread();
        for (int pass = 0; pass < contender.passes(); pass++) {
            if (contender.peer().sumOf(asked) != expected) {
                throw new IllegalStateException(contender.name() + " answers otherwise");
            }
        }
        double questions = (double) asked.length * contender.passes();
        double nanos = ThreadCost.cpuNanosOfThisThread() - nanosBefore;
        double bytes = ThreadCost.bytesOfThisThread() - bytesBefore;
        return new Sample(nanos / questions, bytes / questions);
    }
}
