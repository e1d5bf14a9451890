package org.gatereader.daemon.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.TrustReport;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.trust.TrustContent;
import org.gatereader.verifier.trust.TrustDirectory;
import org.gatereader.verifier.trust.TrustFault;
import org.gatereader.verifier.trust.TrustReading;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Realm;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the serving snapshot equal to a directory of plain files, which nobody signed: whoever may
 * write it is believed. Where a device is real, that must be root alone.
 */
public final class PlainTrustStore implements TrustStore {
    private final TrustFiles files;
    private final CryptoModule crypto;
    private final Drivers drivers;
    private final Wires wires;
    private final PublicKeys publicKeys = new PublicKeys();
    private @Nullable String readFingerprint;
    private volatile List<String> faults = List.of();
    private volatile boolean isPublic;
    private volatile Optional<TrustReport.Refusal> lastRefusal = Optional.empty();
    private boolean isTold;

    public PlainTrustStore(Path directory, CryptoModule crypto, Drivers drivers, Wires wires) {
        this.files = new TrustFiles(directory);
        this.crypto = crypto;
        this.drivers = drivers;
        this.wires = wires;
    }

    /** One turn: reads the directory if it changed since the last. */
    @Override
    public void runOnce(TrustedTime time) {
        List<String> before = faults;
        look(time);
        if (!faults.equals(before)) {
            lastRefusal = faults.stream().findFirst().map(first -> refusal(first, time.now()));
        }
    }

    private TrustReport.Refusal refusal(String first, Instant now) {
        String more = faults.size() == 1 ? "" : ", and " + (faults.size() - 1) + " more";
        return new TrustReport.Refusal(
                now, UpdateRule.CONTENT.name(), "trust.directory", first + more);
    }

    private void look(TrustedTime time) {
        try {
            String fingerprint = files.fingerprint();
            if (!fingerprint.equals(readFingerprint)) {
                // Taken before the files: one that is written meanwhile is read again next turn.
                readFingerprint = fingerprint;
                if (drivers == Drivers.SOME_REAL) {
                    files.requireOnlyRootWrites();
                }
                // Who does not know the time takes newer lists all the same: they may tell it.
                take(reader(time.latest()).read(files.read()));
            }
        } catch (IOException failure) {
            refuse(List.of("trust directory: " + failure.getMessage()));
        }
    }

    @Override
    public ControlAnswer importNow(TrustedTime time) {
        return new ControlAnswer.Refused(
                "trust is unsigned here: put files into trust.directory, they are taken at once");
    }

    @Override
    public TrustReport report(TrustedTime time) {
        return new TrustReport(
                TrustReport.Source.PLAIN,
                ServingReport.of(wires.serving().get(), List.of(), crypto, time.now()),
                List.of(),
                lastRefusal);
    }

    @Override
    public boolean isEnrolled() {
        return true;
    }

    @Override
    public List<String> faults() {
        return faults;
    }

    @Override
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
        if (!isTold) {
            isTold = true;
            wires.listener().servesUnsigned();
        }
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
