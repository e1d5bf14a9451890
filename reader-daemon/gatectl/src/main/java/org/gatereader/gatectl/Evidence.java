package org.gatereader.gatectl;

import java.util.List;
import java.util.Optional;
import org.gatereader.verifier.revocation.RevocationList;
import org.gatereader.verifier.trust.IssuerKey;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Check;

/**
 * By what a presentation was judged: what it says, the trust entry it led to and the status list
 * that was asked. Found anew along the verifier's own rules, and only where its checks held.
 */
final class Evidence {
    private final Anatomy anatomy;
    private final Optional<TrustEntry> trustEntry;
    private final Optional<ListEntry> listEntry;

    /**
     * One entry of {@code issuers.json}.
     *
     * @param position from 1, in the order of the file
     */
    record TrustEntry(int position, int of, IssuerKey key) {}

    /** One entry of a status list; its index is the credential's own. */
    record ListEntry(RevocationList list, long index) {
        @Override
        public String toString() {
            return "ListEntry";
        }
    }

    private Evidence(
            Anatomy anatomy, Optional<TrustEntry> trustEntry, Optional<ListEntry> listEntry) {
        this.anatomy = anatomy;
        this.trustEntry = trustEntry;
        this.listEntry = listEntry;
    }

    static Evidence of(Anatomy anatomy, TrustSnapshot<?> trust, List<Check> held) {
        Optional<TrustEntry> entry =
                held.contains(Check.TRUST_ENTRY) ? trustEntry(anatomy, trust) : Optional.empty();
        // Before an issuer's signature holds, its name leads to nobody's list.
        Optional<ListEntry> list =
                held.contains(Check.CURRENCY)
                        ? entry.flatMap(found -> listEntry(anatomy, trust, found.key()))
                        : Optional.empty();
        return new Evidence(anatomy, entry, list);
    }

    Anatomy anatomy() {
        return anatomy;
    }

    /** The entry whose issuer and key the credential names, once check 7 held. */
    Optional<TrustEntry> trustEntry() {
        return trustEntry;
    }

    /** The entry that the status check read, if it came so far and the list is here. */
    Optional<ListEntry> listEntry() {
        return listEntry;
    }

    private static Optional<TrustEntry> trustEntry(Anatomy anatomy, TrustSnapshot<?> trust) {
        String issuer = anatomy.issuer().orElse("");
        List<IssuerKey> keys = trust.issuerKeys();
        for (int i = 0; i < keys.size(); i++) {
            IssuerKey.Identity identity = keys.get(i).identity();
            if (identity.issuer().equals(issuer) && anatomy.isSignedBy(identity.keyName())) {
                return Optional.of(new TrustEntry(i + 1, keys.size(), keys.get(i)));
            }
        }
        return Optional.empty();
    }

    private static Optional<ListEntry> listEntry(
            Anatomy anatomy, TrustSnapshot<?> trust, IssuerKey key) {
        return anatomy.status()
                .flatMap(
                        status ->
                                key.sourceOf(status.uri())
                                        .flatMap(source -> trust.list(source, status.uri()))
                                        .map(list -> new ListEntry(list, status.index())));
    }
}
