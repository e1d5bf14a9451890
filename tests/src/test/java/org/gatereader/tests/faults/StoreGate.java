package org.gatereader.tests.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.TrustReport;
import org.gatereader.daemon.store.Disk;
import org.gatereader.daemon.store.SignedTrustStore;
import org.gatereader.daemon.store.SignedTrustStore.Judge;
import org.gatereader.daemon.store.SignedTrustStore.Place;
import org.gatereader.daemon.store.TrustStore;
import org.gatereader.daemon.store.TrustStore.Drivers;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.revocation.RevocationState;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Realm;
import org.jspecify.annotations.Nullable;

/** A gate's store as one process has it: what serves, what was told, and the time by hand. */
final class StoreGate implements TrustStore.Listener {
    static final CryptoModule CRYPTO = new BouncyCastle();
    static final Path STATE = Path.of("/trust-state");

    final List<Integer> refusals = new ArrayList<>();
    final AtomicReference<@Nullable TrustSnapshot<Realm.Production>> serving =
            new AtomicReference<>();
    private final TrustStore store;
    TrustedTime time = trusted(StoreSite.NOON);
    int loads;

    /** A process that starts, with this disk and this inbox. */
    StoreGate(Disk disk, Path state, Path inbox) {
        store =
                new SignedTrustStore(
                        new Place(disk, state, inbox),
                        new Judge(CRYPTO, Drivers.ALL_SIMULATED, StoreSite.SITE),
                        new TrustStore.Wires(serving, this));
    }

    /** Puts the root where enrolment does. */
    static void enroll(Disk disk, Path state, byte[] root) throws IOException {
        Path metadata = state.resolve("metadata");
        disk.createDirectory(state);
        disk.createDirectory(metadata);
        disk.replace(metadata.resolve("root.json"), java.nio.ByteBuffer.wrap(root));
        disk.syncDirectory(state);
        disk.syncDirectory(Objects.requireNonNull(state.getParent()));
    }

    static TrustedTime trusted(Instant now) {
        return TrustedTime.synchronised(now, Duration.ZERO, TrustedTime.DRIFT_PPM);
    }

    StoreGate turn() {
        store.runOnce(time);
        return this;
    }

    ControlAnswer.Imported importNow() {
        return (ControlAnswer.Imported) store.importNow(time);
    }

    TrustReport report() {
        return store.report(time);
    }

    /** What the last refusal says, rule and file; empty where the last look went well. */
    String refusal() {
        return report().lastRefusal()
                .map(last -> last.rule() + ": " + last.file() + ": " + last.message())
                .orElse("");
    }

    /** What the serving list says of the one credential that the tests are about. */
    String answer() {
        TrustSnapshot<Realm.Production> trust = serving.get();
        return trust == null
                ? "nothing serves"
                : state(trust) + " since " + trust.lists().getFirst().info().issuedAt();
    }

    private static RevocationState state(TrustSnapshot<Realm.Production> trust) {
        return trust.lists().getFirst().stateAt(StoreSite.INDEX);
    }

    /** Versions by role. */
    Map<String, Long> versions() {
        Map<String, Long> versions = new TreeMap<>();
        report().roles().forEach(role -> versions.put(role.name(), role.version()));
        return versions;
    }

    @Override
    public void loaded(int issuerKeys) {
        loads++;
    }

    @Override
    public void servesUnsigned() {
        throw new AssertionError("what is signed is not unsigned");
    }

    @Override
    public void refused(int faults) {
        throw new AssertionError("only plain files are refused by number of faults");
    }

    @Override
    public void updateRefused(int rule) {
        refusals.add(rule);
    }
}
