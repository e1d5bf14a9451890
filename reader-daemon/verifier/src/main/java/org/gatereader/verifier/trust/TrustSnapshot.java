package org.gatereader.verifier.trust;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.revocation.RevocationList;
import org.gatereader.verifier.revocation.StatusListSource;
import org.gatereader.verifier.revocation.StatusListSource.Format;
import org.gatereader.verifier.verdict.Realm;

/**
 * Everything a gate trusts at one moment: issuer keys, site policy and status lists. Immutable;
 * swapped whole and read once a payload, so that no decision mixes two of them.
 *
 * @param <R> whose snapshot it is: only {@link TrustContent} makes one, and it keeps the realms
 *     apart
 */
public final class TrustSnapshot<R extends Realm> {
    private final TrustContent content;

    TrustSnapshot(TrustContent content) {
        this.content = content;
    }

    public SitePolicy policy() {
        return content.policy();
    }

    public List<IssuerKey> issuerKeys() {
        return content.issuerKeys();
    }

    /** The realms that its entries name: the daemon refuses public keys where a driver is real. */
    public Set<TrustRealm> realms() {
        Set<TrustRealm> realms = new TreeSet<>();
        issuerKeys().forEach(key -> realms.add(key.identity().realm()));
        return realms;
    }

    /** The list of this uri that this source's key signed, if it is here. */
    public Optional<RevocationList> list(StatusListSource source, String uri) {
        return content.list(ListKey.of(source, uri));
    }

    /** All lists that serve. */
    public List<RevocationList> lists() {
        return content.lists();
    }

    /** Those beside them that nobody can ask, and why. */
    public List<TrustFault> unasked() {
        return content.unasked();
    }

    /** Those that do not, or no longer, carry the canary which their source promises. */
    public List<RevocationList> listsWithoutCanary(CryptoModule crypto) {
        return content.listsWithoutCanary(crypto);
    }

    /** Whose key a phone has, at sites that have such a directory. */
    public Optional<HolderDirectory> holders() {
        return content.holders();
    }

    /**
     * Whether nobody can be admitted by it any more, for every list is closed to every pass class
     * and no type is exempt from lists (903).
     */
    public boolean isClosedAt(Instant now) {
        var status = policy().admission().status();
        return status.exempt().isEmpty()
                && !content.lists().isEmpty()
                && lists().stream()
                        .allMatch(list -> status.staleness().areAllClosedAt(list.info(), now));
    }

    /** The newest signed time that it knows of: the ratchet of the clock and of floor F. */
    public Instant newestSignedTime() {
        return lists().stream()
                .map(list -> list.info().issuedAt())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /** A list serves only the sources of its form that share the key which signed it. */
    record ListKey(String uri, String signer, Format format) implements Comparable<ListKey> {
        private static final Comparator<ListKey> ORDER =
                Comparator.comparing(ListKey::uri)
                        .thenComparing(ListKey::signer)
                        .thenComparing(ListKey::format);

        @Override
        public int compareTo(ListKey other) {
            return ORDER.compare(this, other);
        }

        static ListKey of(StatusListSource source, String uri) {
            return new ListKey(uri, source.signer().key().thumbprint(), source.format());
        }
    }
}
