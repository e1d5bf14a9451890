package org.gatereader.tests.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.verifier.revocation.RevocationList;
import org.roaringbitmap.RoaringBitmap;

/** One way of keeping who is listed. Each has a loop of its own, so that none pays for another. */
interface ListPeer extends AutoCloseable {
    /** The states of these entries, added up: all peers must come to the same. */
    long sumOf(int[] indices) throws SQLException;

    /** What it takes, in memory or where it is kept. */
    long bytes();

    @Override
    default void close() throws SQLException {}

    /** Ours: the array of a verified list, read from the mapping. */
    record Mapped(RevocationList list) implements ListPeer {
        @Override
        public long sumOf(int[] indices) {
            long sum = 0;
            for (int index : indices) {
                sum +=
                        switch (list.stateAt(index)) {
                            case VALID -> StatusArray.VALID;
                            case REVOKED -> StatusArray.REVOKED;
                            case SUSPENDED -> StatusArray.SUSPENDED;
                            case UNKNOWN_VALUE, NOT_COVERED ->
                                    throw new IllegalStateException("entry " + index);
                        };
            }
            return sum;
        }

        @Override
        public long bytes() {
            return list.bytes();
        }
    }

    /** A set of those who are listed, one for each state. */
    record Hashed(Set<Integer> revoked, Set<Integer> suspended, long bytes) implements ListPeer {
        static Hashed of(ListedPopulation people) {
            long before = ThreadCost.bytesOfThisThread();
            int[] listed = people.listed();
            Set<Integer> revoked = HashSet.newHashSet(listed.length);
            Set<Integer> suspended = new HashSet<>();
            for (int index : listed) {
                boolean isRevoked = people.valueOf(index) == StatusArray.REVOKED;
                (isRevoked ? revoked : suspended).add(index);
            }
            return new Hashed(revoked, suspended, ThreadCost.bytesOfThisThread() - before);
        }

        @Override
        public long sumOf(int[] indices) {
            long sum = 0;
            for (int index : indices) {
                if (revoked.contains(index)) {
                    sum += StatusArray.REVOKED;
                } else if (suspended.contains(index)) {
                    sum += StatusArray.SUSPENDED;
                }
            }
            return sum;
        }
    }

    /** A compressed bitmap of those who are listed, one for each state. */
    record Roaring(RoaringBitmap revoked, RoaringBitmap suspended) implements ListPeer {
        static Roaring of(ListedPopulation people) {
            var peer = new Roaring(new RoaringBitmap(), new RoaringBitmap());
            for (int index : people.listed()) {
                boolean isRevoked = people.valueOf(index) == StatusArray.REVOKED;
                (isRevoked ? peer.revoked : peer.suspended).add(index);
            }
            peer.revoked.runOptimize();
            peer.suspended.runOptimize();
            return peer;
        }

        @Override
        public long sumOf(int[] indices) {
            long sum = 0;
            for (int index : indices) {
                if (revoked.contains(index)) {
                    sum += StatusArray.REVOKED;
                } else if (suspended.contains(index)) {
                    sum += StatusArray.SUSPENDED;
                }
            }
            return sum;
        }

        @Override
        public long bytes() {
            return (long) revoked.serializedSizeInBytes() + suspended.serializedSizeInBytes();
        }
    }

    /**
     * A table of those who are listed, by its integer primary key, asked by one prepared statement:
     * a file in the kernel's cache, opened by one process that locks it once.
     */
    record Sqlite(Connection connection, PreparedStatement select, long bytes) implements ListPeer {
        static Sqlite of(ListedPopulation people, Path file) throws SQLException, IOException {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA locking_mode = EXCLUSIVE");
                statement.execute("PRAGMA mmap_size = 1073741824");
                statement.execute("CREATE TABLE listed (idx INTEGER PRIMARY KEY, state INTEGER)");
            }
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement("INSERT INTO listed VALUES (?, ?)")) {
                for (int index : people.listed()) {
                    insert.setInt(1, index);
                    insert.setInt(2, people.valueOf(index));
                    insert.executeUpdate();
                }
            }
            connection.commit();
            return new Sqlite(
                    connection,
                    connection.prepareStatement("SELECT state FROM listed WHERE idx = ?"),
                    Files.size(file));
        }

        @Override
        public long sumOf(int[] indices) throws SQLException {
            long sum = 0;
            for (int index : indices) {
                select.setInt(1, index);
                try (var row = select.executeQuery()) {
                    sum += row.next() ? row.getInt(1) : StatusArray.VALID;
                }
            }
            return sum;
        }

        @Override
        public void close() throws SQLException {
            select.close();
            connection.close();
        }
    }
}
