package org.gatereader.demo.wallet;

import java.time.Duration;
import java.time.Instant;

/** A Status List Token in CWT form while it is being made (Token Status List, section 5.2). */
public final class StatusListToken extends CwtBuilder<StatusListToken> {
    StatusListToken(SigningKey key) {
        super(key);
    }

    /** The list's own address, which the gate compares and never fetches. */
    public StatusListToken subject(String uri) {
        return claim(Labels.CLAIM_SUB, Cbor.text(uri));
    }

    public StatusListToken issuedAt(Instant iat) {
        return claim(Labels.CLAIM_IAT, iat);
    }

    public StatusListToken validUntil(Instant exp) {
        return claim(Labels.CLAIM_EXP, exp);
    }

    /** A hint when to fetch again. */
    public StatusListToken fetchAgainAfter(Duration ttl) {
        return claim(Labels.CLAIM_TTL, Cbor.integer(ttl.toSeconds()));
    }

    public StatusListToken entries(StatusArray entries) {
        return entries(entries.bits(), entries.compressed());
    }

    /** Any zlib stream, or what calls itself one, under any number of bits. */
    public StatusListToken entries(int bits, byte[] zlib) {
        return claim(Labels.CLAIM_STATUS_LIST, StatusArray.claim(bits, zlib));
    }

    /** Moves the key id where many issuers put it: into the unprotected headers. */
    public StatusListToken keyIdUnprotected(byte[] kid) {
        return withoutHeader(Labels.HEADER_KID)
                .unprotected(Cbor.map(new CborMap().put(Labels.HEADER_KID, Cbor.bytes(kid))));
    }

    @Override
    StatusListToken self() {
        return this;
    }
}
