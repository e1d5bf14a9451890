package org.gatereader.daemon.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.gatereader.daemon.control.wire.TrustReport;
import org.gatereader.daemon.control.wire.TrustReport.Canary;
import org.gatereader.daemon.control.wire.TrustReport.StatusList;
import org.gatereader.daemon.control.wire.TrustReport.Target;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.revocation.RevocationList;
import org.gatereader.verifier.revocation.Staleness;
import org.gatereader.verifier.trust.StalenessRules;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.jspecify.annotations.Nullable;

/** Tells what serves, read back from it. */
final class ServingReport {
    private ServingReport() {}

    static TrustReport.Serving of(
            @Nullable TrustSnapshot<?> trust,
            List<Target> targets,
            CryptoModule crypto,
            Instant now) {
        if (trust == null) {
            return new TrustReport.Serving(0, List.of(), List.of());
        }
        StalenessRules ladders = trust.policy().admission().status().staleness();
        return new TrustReport.Serving(
                trust.issuerKeys().size(),
                trust.lists().stream()
                        .map(list -> list(list, ladders.worstAt(list.info(), now), crypto, now))
                        .toList(),
                targets);
    }

    private static StatusList list(
            RevocationList list, Staleness step, CryptoModule crypto, Instant now) {
        Instant issuedAt = list.info().issuedAt();
        Duration old = Duration.between(issuedAt, now);
        return new StatusList(
                list.info().uri(),
                new TrustReport.Age(
                        issuedAt,
                        list.info().expiresAt(),
                        old,
                        step.name().toLowerCase(Locale.ROOT)),
                list.size(),
                list.carriesCanary(crypto) ? Canary.OK : Canary.NONE);
    }
}
