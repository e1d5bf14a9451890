package org.gatereader.verifier.trust;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatereader.verifier.crypto.P256Key;
import org.gatereader.verifier.encoding.KeyName;
import org.gatereader.verifier.revocation.StatusListSource;

/**
 * One entry of {@code issuers.json}: a key of an issuer, what it may sign, when, and who signs the
 * status lists of what it signed.
 *
 * @param types {@code vct}: the credential types that the issuer is trusted for with this key
 * @param sources by uri prefix, none of them the prefix of another
 */
public record IssuerKey(
        Identity identity, P256Key key, Set<String> types, List<StatusListSource> sources) {

    /** Which key of whom, by which algorithm, valid when. */
    public record Identity(
            TrustRealm realm,
            String issuer,
            KeyName keyName,
            SignatureAlgorithm algorithm,
            Period validity) {}

    /** From inclusive, until exclusive. */
    public record Period(Instant from, Instant until) {
        public boolean contains(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(until);
        }

        /**
         * Whether an instant as tokens sign it lies within.
         *
         * @param seconds since 1970; a saturated one is after any period
         */
        public boolean containsSecond(long seconds) {
            return seconds <= Instant.MAX.getEpochSecond()
                    && contains(Instant.ofEpochSecond(seconds));
        }
    }

    /**
     * The same, so that nobody has to wait at the gate for what makes its signatures quick to
     * verify. A lists' signer is asked once a list and not for each person, and stays as it is.
     */
    IssuerKey kept() {
        return new IssuerKey(identity, key.kept(), types, sources);
    }

    /** The source whose prefix the uri has; the longest, should prefixes nest. */
    public Optional<StatusListSource> sourceOf(String uri) {
        return sources.stream()
                .filter(source -> source.covers(uri))
                .max(Comparator.comparingInt(source -> source.uriPrefix().length()));
    }
}
