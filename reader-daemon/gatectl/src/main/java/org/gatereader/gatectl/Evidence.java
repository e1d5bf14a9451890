package org.gatereader.gatectl;

import java.util.List;
import java.util.Optional;
import org.gatereader.verifier.encoding.CborMap;
import org.gatereader.verifier.encoding.CborValue;
import org.gatereader.verifier.presentation.P1Labels;
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

    /** The entry whose issuer and key the credential names, if check 7 held. */
    Optional<TrustEntry> trustEntry() {
        return trustEntry;
    }

    /** The entry that check 17 read, if it came so far and the list is here. */
    Optional<ListEntry> listEntry() {
        return listEntry;
    }

    private static Optional<TrustEntry> trustEntry(Anatomy anatomy, TrustSnapshot<?> trust) {
        String issuer = anatomy.text(P1Labels.ISS).orElse("");
        byte[] keyId = anatomy.keyId().orElse(new byte[0]);
        List<IssuerKey> keys = trust.issuerKeys();
        for (int i = 0; i < keys.size(); i++) {
            IssuerKey.Identity identity = keys.get(i).identity();
            if (identity.issuer().equals(issuer) && identity.keyName().standsFor(keyId)) {
                return Optional.of(new TrustEntry(i + 1, keys.size(), keys.get(i)));
            }
        }
        return Optional.empty();
    }

    private static Optional<ListEntry> listEntry(
            Anatomy anatomy, TrustSnapshot<?> trust, IssuerKey key) {
        Optional<CborMap> reference =
                anatomy.credential()
                        .flatMap(claims -> claims.get(P1Labels.STATUS))
                        .flatMap(Evidence::map)
                        .flatMap(mechanisms -> mechanisms.get("status_list"))
                        .flatMap(Evidence::map);
        if (reference.isEmpty()
                || !(reference.get().get("uri").orElse(null) instanceof CborValue.Text uri)
                || !(reference.get().get("idx").orElse(null) instanceof CborValue.Int index)) {
            return Optional.empty();
        }
        return key.sourceOf(uri.value())
                .flatMap(source -> trust.list(source, uri.value()))
                .map(list -> new ListEntry(list, index.longValue()));
    }

    private static Optional<CborMap> map(CborValue value) {
        return value instanceof CborMap map ? Optional.of(map) : Optional.empty();
    }
}
