package org.gatereader.verifier.revocation;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.gatereader.verifier.crypto.P256Key;
import org.gatereader.verifier.encoding.KeyName;

/**
 * Who signs an issuer's status lists under a uri prefix, and how (RULES, Status lists).
 *
 * @param uriPrefix compared byte by byte with the uri that a credential names
 * @param entriesMax caps what a list may decompress to, 1..{@link #ENTRIES_MAX}
 */
public record StatusListSource(String uriPrefix, Format format, Signer signer, long entriesMax) {
    /** More entries than any population needs; at 2 bits such a list has 64 MiB. */
    public static final long ENTRIES_MAX = 1L << 28;

    /** The two forms of a Token Status List, and what else is turned into one. */
    public enum Format {
        CWT("cwt") {
            @Override
            public Optional<String> claimedUri(byte[] token) {
                return StatusListCwt.claimedUri(token);
            }

            @Override
            ListReading read(byte[] token, StatusListSource source, Instant now) {
                return new StatusListCwt(source, now).read(token);
            }
        },
        JWT("jwt") {
            @Override
            public Optional<String> claimedUri(byte[] token) {
                return StatusListJwt.claimedUri(token);
            }

            @Override
            ListReading read(byte[] token, StatusListSource source, Instant now) {
                return new StatusListJwt(source, now).read(token);
            }
        },
        /** A W3C Bitstring Status List in a JWT. */
        BITSTRING("bitstring") {
            @Override
            public Optional<String> claimedUri(byte[] token) {
                return BitstringStatusList.claimedUri(token);
            }

            @Override
            ListReading read(byte[] token, StatusListSource source, Instant now) {
                return new BitstringStatusList(source, now).read(token);
            }
        },
        /** The identifier list of ISO/IEC 18013-5, second edition, in a CWT. */
        IDENTIFIERS("identifiers") {
            @Override
            public Optional<String> claimedUri(byte[] token) {
                return IdentifierListCwt.claimedUri(IdentifierListCwt.Form.ISO, token);
            }

            @Override
            ListReading read(byte[] token, StatusListSource source, Instant now) {
                return new IdentifierListCwt(IdentifierListCwt.Form.ISO, source, now).read(token);
            }
        },
        /** A table of credentials and their states, in a CWT of ours. */
        STATES("states") {
            @Override
            public Optional<String> claimedUri(byte[] token) {
                return IdentifierListCwt.claimedUri(IdentifierListCwt.Form.STATES, token);
            }

            @Override
            ListReading read(byte[] token, StatusListSource source, Instant now) {
                return new IdentifierListCwt(IdentifierListCwt.Form.STATES, source, now)
                        .read(token);
            }
        };

        private final String label;

        Format(String label) {
            this.label = label;
        }

        /** The name in {@code issuers.json}, and the ending of a list's file. */
        public String label() {
            return label;
        }

        public static Optional<Format> labelled(String label) {
            return Arrays.stream(values()).filter(form -> form.label.equals(label)).findFirst();
        }

        /** The uri that a token claims for itself: unproved, good to find a source by. */
        public abstract Optional<String> claimedUri(byte[] token);

        abstract ListReading read(byte[] token, StatusListSource source, Instant now);
    }

    /** Reads and verifies a token in this source's form; untrusted, at most 64 MiB. */
    public ListReading read(byte[] token, Instant now) {
        return format.read(token, this, now);
    }

    /**
     * The key that signs, and its {@code kid}.
     *
     * @param hasCanary whether every list of its carries the canary, as our own do: one that does
     *     not is refused
     */
    public record Signer(KeyName keyName, P256Key key, boolean hasCanary) {
        /** One that knows nothing of canaries. */
        public Signer(KeyName keyName, P256Key key) {
            this(keyName, key, false);
        }
    }

    /** Whether lists of this uri are this source's. */
    public boolean covers(String uri) {
        return uri.startsWith(uriPrefix);
    }
}
