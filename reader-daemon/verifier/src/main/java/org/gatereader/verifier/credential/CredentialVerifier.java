package org.gatereader.verifier.credential;

import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.presentation.P1Presentation;
import org.gatereader.verifier.presentation.P2Presentation;
import org.gatereader.verifier.presentation.Presentation;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.CheckTrace;
import org.gatereader.verifier.verdict.Realm;
import org.gatereader.verifier.verdict.Verdict;

/**
 * Judges presentations by one trust snapshot for one gate. Genuine first ({@link #authenticate}),
 * current second ({@link #confirmCurrent}): the types do not allow another order, so that nothing
 * about a credential's status is ever answered to somebody who merely made one up.
 */
public final class CredentialVerifier<R extends Realm> {
    private final P1Authenticity p1;
    private final P2Authenticity p2;
    private final Currency currency;
    private final TrustSnapshot<R> trust;

    /**
     * A verifier for one gate and one snapshot.
     *
     * @param gate this gate's id, as holders name it in {@code aud}
     */
    public CredentialVerifier(CryptoModule crypto, TrustSnapshot<R> trust, String gate) {
        this.p1 = new P1Authenticity(crypto);
        this.p2 = new P2Authenticity(crypto);
        this.currency = new Currency(gate);
        this.trust = trust;
    }

    /**
     * Checks 7 to 11 of P1, 7 to 15 of P2: issuer, key, both signatures and what lies between.
     *
     * @return refused with 108, 114, 201, 202, 210, 211 or 301..306
     */
    public Verdict<AuthenticCredential<R>> authenticate(
            Presentation presentation, Moment moment, CheckTrace trace) {
        return switch (presentation) {
            case P1Presentation token -> p1.authenticate(token, trust, moment.now(), trace);
            case P2Presentation token -> p2.authenticate(token, trust, moment.now(), trace);
        };
    }

    /**
     * What is asked of every format: validity, audience, challenge, freshness, currency, status.
     *
     * @return refused with 203..209, 307, 401..410 or 902
     */
    public Verdict<VerifiedCredential<R>> confirmCurrent(
            AuthenticCredential<R> credential, Moment moment, CheckTrace trace) {
        return currency.confirm(credential, trust, moment, trace)
                .then(current -> Verdict.passed(new VerifiedCredential<>(current)));
    }
}
