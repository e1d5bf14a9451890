package org.gatereader.verifier.revocation;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of a status list besides its entries.
 *
 * @param uri the list's {@code sub}, byte-equal to the configured and to the referenced one
 * @param issuedAt {@code iat}
 * @param expiresAt {@code exp}, at most {@link #LIFETIME_MAX} later
 * @param layout how the entries lie one after the other
 */
public record StatusListInfo(String uri, Instant issuedAt, Instant expiresAt, EntryLayout layout) {
    /** A list that lives longer is refused: it would outlive its own withdrawal. */
    public static final Duration LIFETIME_MAX = Duration.ofDays(31);

    /** An issuer's clock may run this far ahead of ours. */
    public static final Duration ISSUED_AHEAD_MAX = Duration.ofSeconds(60);
}
