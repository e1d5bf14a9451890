package org.gatereader.daemon.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.trust.TrustContent;
import org.gatereader.verifier.trust.TrustDirectory;
import org.gatereader.verifier.trust.TrustFault;
import org.gatereader.verifier.trust.TrustReading;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Realm;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the serving snapshot equal to the trust directory: looks for changes, reads the whole,
 * verifies, and swaps. What is faulty is told once and changes nothing: the last good one serves
 * on.
 */
public final class TrustStore {
    private final TrustFiles files;
    private final CryptoModule crypto;
    private final Drivers drivers;
    private final Wires wires;
    private final PublicKeys publicKeys = new PublicKeys();
    private @Nullable String readFingerprint;
    private volatile List<String> faults = List.of();
    private volatile boolean isPublic;

    /** Whether any device behind this process is real: then public keys are refused. */
    public enum Drivers {
        ALL_SIMULATED,
        SOME_REAL
    }

    /** Where the snapshot goes, and who hears of it. */
    public record Wires(
            AtomicReference<@Nullable TrustSnapshot<Realm.Production>> serving,
            Listener listener) {}

    /** Hears what became of the directory; never blocks. */
    public interface Listener {
        /** Another snapshot serves, with so many issuer keys. */
        void loaded(int issuerKeys);

        /** So many faults were found, each told once; what they touch serves on as it was. */
        void refused(int faults);
    }

    public TrustStore(Path directory, CryptoModule crypto, Drivers drivers, Wires wires) {
        this.files = new TrustFiles(directory);
        this.crypto = crypto;
        this.drivers = drivers;
        this.wires = wires;
    }

    /**
     * One turn: reads the directory if it changed since the last.
     *
     * @param now against which new lists are judged
     */
    public void runOnce(Instant now) {
        try {
            String fingerprint = files.fingerprint();
            if (!fingerprint.equals(readFingerprint)) {
                // Taken before the files: one that is written meanwhile is read again next turn.
                readFingerprint = fingerprint;
                take(reader(now).read(files.read()));
            }
        } catch (IOException failure) {
            refuse(List.of("trust directory: " + failure.getMessage()));
        }
    }

    /** What is wrong with the directory as it stands, for the admin; empty if nothing is. */
    public List<String> faults() {
        return faults;
    }

    /** Whether the directory was refused because everybody has a key that it trusts. */
    public boolean isPublic() {
        return isPublic;
    }

    private TrustDirectory reader(Instant now) {
        return new TrustDirectory(crypto, now, Optional.ofNullable(wires.serving().get()));
    }

    private void take(TrustReading reading) {
        switch (reading) {
            case TrustReading.Faulty(List<TrustFault> found) -> refuse(texts(found));
            case TrustReading.Whole(TrustContent content, List<TrustFault> listFaults) ->
                    content.asProduction()
                            .ifPresentOrElse(
                                    trust -> take(trust, texts(listFaults)),
                                    () ->
                                            refuse(
                                                    List.of(
                                                            "issuers.json: expected no key of the"
                                                                    + " self-test")));
        }
    }

    private void take(TrustSnapshot<Realm.Production> trust, List<String> listFaults) {
        isPublic = drivers == Drivers.SOME_REAL && publicKeys.areTrustedBy(trust);
        if (isPublic) {
            refuse(
                    List.of(
                            "issuers.json: expected keys of production, got a public one of the"
                                    + " demo or the tests"));
            return;
        }
        wires.serving().set(trust);
        wires.listener().loaded(trust.issuerKeys().size());
        faults = listFaults;
        tellRefused(listFaults);
    }

    private void refuse(List<String> found) {
        if (!found.equals(faults)) {
            faults = found;
            tellRefused(found);
        }
    }

    private void tellRefused(List<String> found) {
        if (!found.isEmpty()) {
            wires.listener().refused(found.size());
        }
    }

    private static List<String> texts(List<TrustFault> faults) {
        return faults.stream().map(TrustFault::toString).toList();
    }
}
