package org.gatereader.daemon;

import org.gatereader.daemon.config.Configuration;
import org.gatereader.daemon.store.FileDisk;
import org.gatereader.daemon.store.PlainTrustStore;
import org.gatereader.daemon.store.SignedTrustStore;
import org.gatereader.daemon.store.TrustStore;
import org.gatereader.verifier.crypto.CryptoModule;

/** Makes the store that the configuration names. */
final class Stores {
    private Stores() {}

    static TrustStore of(
            Configuration configuration,
            CryptoModule crypto,
            TrustStore.Drivers drivers,
            TrustStore.Wires wires) {
        return switch (configuration.trustSource()) {
            case PLAIN ->
                    new PlainTrustStore(configuration.trustDirectory(), crypto, drivers, wires);
            case SIGNED ->
                    new SignedTrustStore(
                            new SignedTrustStore.Place(
                                    new FileDisk(),
                                    configuration.trustState(),
                                    configuration.trustInbox()),
                            new SignedTrustStore.Judge(crypto, drivers, configuration.trustSite()),
                            wires);
        };
    }
}
