package org.gatereader.tests.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gatereader.daemon.store.FileDisk;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.encoding.KeyName;
import org.gatereader.verifier.revocation.ListReading;
import org.gatereader.verifier.revocation.RevocationList;
import org.gatereader.verifier.revocation.StatusListSource;

/**
 * So many credentials, of which one in a hundred is listed: revoked, or where there are two bits an
 * entry every fifth of them suspended.
 *
 * @param from the first entry that may be listed
 */
record ListedPopulation(int entries, int bits, int from) {
    static final Instant ISSUED = Instant.parse("2026-11-23T00:00:00Z");

    private static final int ONE_IN = 100;
    private static final int SUSPENDED_ONE_IN = 5;
    private static final long SEED = 20_261_122;

    /** What is listed, ascending, each once. */
    int[] listed() {
        var random = new SplittableRandom(SEED);
        return random.ints(entries / ONE_IN, from, entries).sorted().distinct().toArray();
    }

    /** Whom a gate asks for: as many listed as drawn from all. */
    int[] asked(int count) {
        var random = new SplittableRandom(SEED + 1);
        int[] listed = listed();
        return IntStream.range(0, count)
                .map(
                        i ->
                                i % 2 == 0
                                        ? listed[random.nextInt(listed.length)]
                                        : random.nextInt(from, entries))
                .toArray();
    }

    /** The state of an entry that is listed. */
    int valueOf(int index) {
        return bits > 1 && index % SUSPENDED_ONE_IN == 0
                ? StatusArray.SUSPENDED
                : StatusArray.REVOKED;
    }

    /** The signed list as it is sent. */
    byte[] token(Instant issuedAt) {
        var array = new StatusArray(entries, bits);
        for (int index : listed()) {
            array.set(index, valueOf(index));
        }
        return StatusListIssuer.demo().token(DemoSite.STATUS_URI, array, issuedAt).toBytes();
    }

    /** The list as the gate has it: verified, inflated, written, and read from the mapping. */
    RevocationList mapped(byte[] token, Path file) throws IOException {
        var signer = StatusListIssuer.demo();
        var key = new BouncyCastle().p256Key(signer.key().x(), signer.key().y()).orElseThrow();
        var source =
                new StatusListSource(
                        DemoSite.STATUS_URI_PREFIX,
                        StatusListSource.Format.CWT,
                        new StatusListSource.Signer(KeyName.of(signer.keyName()), key),
                        entries);
        return switch (source.read(token, ISSUED)) {
            case ListReading.Accepted(RevocationList list) -> {
                var disk = new FileDisk();
                disk.write(file, list.packed());
                yield list.over(disk.map(file));
            }
            case ListReading.Rejected(String fault) -> throw new IllegalStateException(fault);
        };
    }
}
