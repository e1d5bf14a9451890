package org.gatereader.verifier.trust.tuf;

import static org.gatereader.verifier.trust.tuf.TufException.require;

import java.time.Instant;
import java.util.Objects;
import org.gatereader.verifier.crypto.CryptoModule;
import org.jspecify.annotations.Nullable;

/**
 * Every rule of the client workflow (specification 1.0, section 5), and what is trusted by it.
 *
 * <p>One update's memory: bytes in, trust or a refusal out, each check under the number of its
 * step. A method that throws has changed nothing. It fetches and stores nothing: {@link Workflow}
 * does, in the order of the steps.
 */
final class TrustedMetadata {
    // The specification's W, X, Y and Z, which it leaves to the application. A root of five
    // people's RSA keys has 10 kB, a snapshot of a thousand roles 150 kB, and a site lists some
    // hundred targets.
    static final int ROOT_BYTES_MAX = 512 << 10;
    static final int TIMESTAMP_BYTES_MAX = 16 << 10;
    static final int SNAPSHOT_BYTES_MAX = 2 << 20;
    static final int TARGETS_BYTES_MAX = 4 << 20;

    private final CryptoModule crypto;
    private final Instant start;
    private RootMetadata root;
    private @Nullable TimestampMetadata timestamp;
    private @Nullable SnapshotMetadata snapshot;

    /**
     * Begins an update with the trusted root (5.2). Its expiry does not matter yet; that it signs
     * itself shows that it is whole.
     *
     * @param start the fixed update start time, against which all expiry is judged (5.1)
     */
    TrustedMetadata(byte[] trustedRoot, Instant start, CryptoModule crypto) throws TufException {
        this.crypto = crypto;
        this.start = start;
        SignedFile file = SignedFile.read(trustedRoot, ROOT_BYTES_MAX);
        RootMetadata held = RootMetadata.read(file.signed(), crypto);
        require(held.keysOf(RootMetadata.ROOT).haveSigned(file), Refusal.ROOT_NOT_SIGNED);
        root = held;
    }

    RootMetadata root() {
        return root;
    }

    /**
     * Takes over version N+1 of root.
     *
     * @return whether a key of timestamp or snapshot was rotated: what they signed is to be
     *     forgotten (5.3.11). A key that was only added says nothing against the old ones, and does
     *     not lift the protection against rollback.
     */
    boolean updateRoot(byte[] bytes) throws TufException {
        SignedFile file = SignedFile.read(bytes, ROOT_BYTES_MAX);
        // 5.3.4: a threshold of the keys of version N, and of its own.
        require(root.keysOf(RootMetadata.ROOT).haveSigned(file), Refusal.ROOT_NOT_SIGNED);
        RootMetadata next = RootMetadata.read(file.signed(), crypto);
        require(next.keysOf(RootMetadata.ROOT).haveSigned(file), Refusal.ROOT_NOT_SIGNED);
        // 5.3.5
        require(next.header().version() == root.header().version() + 1, Refusal.ROOT_NOT_NEXT);
        // 5.3.6: an expired one is taken; the last is judged in 5.3.10.
        boolean isRotated =
                isRotated(RootMetadata.TIMESTAMP, next) || isRotated(RootMetadata.SNAPSHOT, next);
        // 5.3.7
        root = next;
        return isRotated;
    }

    private boolean isRotated(String role, RootMetadata next) {
        return root.keysOf(role).lostAKeyIn(next.keysOf(role));
    }

    /** 5.3.10: the last root must not have expired. */
    void requireCurrentRoot() throws TufException {
        require(isCurrent(root.header()), Refusal.ROOT_EXPIRED);
    }

    /**
     * Remembers the timestamp of an earlier update, for 5.4.3. It may have expired; but the keys of
     * the present root must have signed it, so that one that 5.3.11 would have deleted, had the
     * power not gone, counts for nothing. Nor does a torn one.
     */
    void holdTimestamp(byte[] held) {
        try {
            timestamp = readTimestamp(held);
        } catch (TufException _) {
            timestamp = null;
        }
    }

    /**
     * Takes over a fetched timestamp.
     *
     * @return false if it is the version that is held, which stays (5.4.3.1)
     */
    boolean updateTimestamp(byte[] fetched) throws TufException {
        TimestampMetadata next = readTimestamp(fetched);
        TimestampMetadata held = timestamp;
        if (held != null) {
            // 5.4.3.1
            long newer = next.header().version() - held.header().version();
            require(newer >= 0, Refusal.TIMESTAMP_ROLLED_BACK);
            if (newer == 0) {
                // Its content is not looked at; but a held one that has expired is a freeze.
                require(isCurrent(held.header()), Refusal.TIMESTAMP_EXPIRED);
                return false;
            }
            // 5.4.3.2
            require(
                    next.snapshot().version() >= held.snapshot().version(),
                    Refusal.SNAPSHOT_ROLLED_BACK);
        }
        // 5.4.4
        require(isCurrent(next.header()), Refusal.TIMESTAMP_EXPIRED);
        timestamp = next;
        return true;
    }

    private TimestampMetadata readTimestamp(byte[] bytes) throws TufException {
        SignedFile file = SignedFile.read(bytes, TIMESTAMP_BYTES_MAX);
        // 5.4.2
        require(root.keysOf(RootMetadata.TIMESTAMP).haveSigned(file), Refusal.TIMESTAMP_NOT_SIGNED);
        return TimestampMetadata.read(file.signed());
    }

    /** What the trusted timestamp lists. */
    MetaFile listedSnapshot() {
        return Objects.requireNonNull(timestamp, "timestamp comes before snapshot").snapshot();
    }

    /**
     * Remembers the snapshot of an earlier update, for 5.5.5, as with the timestamp. Its hash is
     * not asked for: that belongs to the timestamp of then.
     *
     * @return whether it is the one that the timestamp lists now, so that none need be fetched
     */
    boolean holdSnapshot(byte[] held) {
        try {
            SnapshotMetadata read = readSnapshot(held);
            snapshot = read;
            return read.header().version() == listedSnapshot().version()
                    && listedSnapshot().hasHashesOf(held, crypto)
                    && isCurrent(read.header());
        } catch (TufException _) {
            return false;
        }
    }

    /** Takes over a fetched snapshot. */
    void updateSnapshot(byte[] fetched) throws TufException {
        // 5.5.2
        require(listedSnapshot().hasHashesOf(fetched, crypto), Refusal.SNAPSHOT_HASH);
        SnapshotMetadata next = readSnapshot(fetched);
        // 5.5.4
        require(next.header().version() == listedSnapshot().version(), Refusal.SNAPSHOT_VERSION);
        // 5.5.5
        require(snapshot == null || snapshot.isContinuedBy(next), Refusal.TARGETS_ROLLED_BACK);
        // 5.5.6
        require(isCurrent(next.header()), Refusal.SNAPSHOT_EXPIRED);
        snapshot = next;
    }

    private SnapshotMetadata readSnapshot(byte[] bytes) throws TufException {
        SignedFile file = SignedFile.read(bytes, SNAPSHOT_BYTES_MAX);
        // 5.5.3
        require(root.keysOf(RootMetadata.SNAPSHOT).haveSigned(file), Refusal.SNAPSHOT_NOT_SIGNED);
        return SnapshotMetadata.read(file.signed());
    }

    /** What the trusted snapshot lists under a role of targets. */
    MetaFile listedTargets(String role) throws TufException {
        SnapshotMetadata trusted =
                Objects.requireNonNull(snapshot, "snapshot comes before targets");
        MetaFile listed = trusted.files().get(role + ".json");
        if (listed == null) {
            throw new TufException(Refusal.TARGETS_NOT_LISTED);
        }
        return listed;
    }

    /**
     * Judges the file of targets, or of a role that is delegated to, held or fetched alike. Nothing
     * is remembered: a role that several delegate to is judged by each one's keys.
     *
     * @param keys those that the delegating role names for it; for targets, root
     */
    TargetsMetadata targets(String role, RoleKeys keys, byte[] bytes) throws TufException {
        MetaFile listed = listedTargets(role);
        // 5.6.2
        require(listed.hasHashesOf(bytes, crypto), Refusal.TARGETS_HASH);
        SignedFile file = SignedFile.read(bytes, TARGETS_BYTES_MAX);
        // 5.6.3
        require(keys.haveSigned(file), Refusal.TARGETS_NOT_SIGNED);
        TargetsMetadata read = TargetsMetadata.read(file.signed(), crypto);
        // 5.6.4
        require(read.header().version() == listed.version(), Refusal.TARGETS_VERSION);
        // 5.6.5
        require(isCurrent(read.header()), Refusal.TARGETS_EXPIRED);
        return read;
    }

    /** "MUST be higher than the fixed update start time" (5.3.10, 5.4.4, 5.5.6, 5.6.5). */
    private boolean isCurrent(Header header) {
        return header.expires().isAfter(start);
    }
}
