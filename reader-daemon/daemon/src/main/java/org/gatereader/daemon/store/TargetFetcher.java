package org.gatereader.daemon.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.trust.TrustDirectory;
import org.gatereader.verifier.trust.tuf.Outcome;
import org.gatereader.verifier.trust.tuf.Refusal;
import org.gatereader.verifier.trust.tuf.TargetFile;
import org.gatereader.verifier.trust.tuf.TrustedTargets;

/** Collects the targets that one site needs, each as whoever is trusted for its path signed it. */
final class TargetFetcher {
    /** Room for every issuer's lists; the same as in a directory of plain files. */
    private static final int TARGETS_MAX = 256;

    /** What can stand in a generation's files and in their names. */
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._/-]{1,200}");

    /** What a gate's heap has room for beside its work: every target is read before one is kept. */
    private static final long ALL_BYTES_MAX = 24 << 20;

    private final CryptoModule crypto;
    private final Inbox inbox;
    private final Held held;
    private long fetched;

    /** A copy that the gate has already, to be judged like a fetched one. */
    @FunctionalInterface
    interface Held {
        Optional<byte[]> copyOf(String path) throws IOException;
    }

    TargetFetcher(CryptoModule crypto, Inbox inbox, Held held) {
        this.crypto = crypto;
        this.inbox = inbox;
        this.held = held;
    }

    /** The targets of a site, by path: its directory of holders only where there is one. */
    SortedMap<String, byte[]> fetch(TrustedTargets targets, String site)
            throws UpdateRefused, IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String path :
                List.of(
                        TrustDirectory.ISSUERS,
                        TrustDirectory.POLICY,
                        TrustDirectory.sitePolicy(site))) {
            files.put(path, bytes(targets, path));
        }
        String holders = TrustDirectory.holders(site);
        if (!isAbsent(targets.find(holders))) {
            files.put(holders, bytes(targets, holders));
        }
        for (String path : trusted(targets.list(TrustDirectory.STATUS))) {
            if (files.size() == TARGETS_MAX || !PATH.matcher(path).matches()) {
                throw new UpdateRefused(
                        UpdateRule.CONTENT,
                        TrustDirectory.STATUS,
                        "expected at most "
                                + TARGETS_MAX
                                + " targets, named with letters, digits, dots and hyphens");
            }
            files.put(path, bytes(targets, path));
        }
        return files;
    }

    private byte[] bytes(TrustedTargets targets, String path) throws UpdateRefused, IOException {
        TargetFile target = trusted(targets.find(path));
        requireRoom(path, target.bytesMax());
        Optional<byte[]> copy = held.copyOf(path).filter(bytes -> target.is(bytes, crypto));
        return copy.isPresent() ? copy.get() : trusted(targets.fetch(target));
    }

    /** Before a byte of it is read. */
    private void requireRoom(String path, long bytes) throws UpdateRefused {
        long most = Math.min(bytesMax(path), ALL_BYTES_MAX - fetched);
        if (bytes > most) {
            throw new UpdateRefused(
                    UpdateRule.CONTENT,
                    path,
                    ("expected at most %d bytes, and %d of all targets together; it has %d, those"
                                    + " before it %d")
                            .formatted(bytesMax(path), ALL_BYTES_MAX, bytes, fetched));
        }
        fetched += bytes;
    }

    private static long bytesMax(String path) {
        if (path.startsWith(TrustDirectory.STATUS)) {
            return TrustDirectory.LIST_BYTES_MAX;
        }
        return path.startsWith(TrustDirectory.HOLDERS)
                ? TrustDirectory.HOLDERS_BYTES_MAX
                : TrustDirectory.JSON_BYTES_MAX;
    }

    private static boolean isAbsent(Outcome<TargetFile> found) {
        return found instanceof Outcome.Refused<TargetFile>(Refusal why, String _)
                && why == Refusal.TARGET_ABSENT;
    }

    <T> T trusted(Outcome<T> outcome) throws UpdateRefused {
        return switch (outcome) {
            case Outcome.Trusted<T>(T value) -> value;
            case Outcome.Refused<T>(Refusal why, String file) ->
                    throw UpdateRefused.by(why, file, inbox);
        };
    }
}
