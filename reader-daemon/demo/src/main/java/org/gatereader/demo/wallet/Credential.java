package org.gatereader.demo.wallet;

import java.time.Instant;

/** A P1 credential while its issuer makes it (PROFILE-P1, {@code cred}). */
public final class Credential extends CwtBuilder<Credential> {
    Credential(SigningKey key) {
        super(key);
    }

    public Credential issuer(String iss) {
        return claim(Labels.CLAIM_ISS, Cbor.text(iss));
    }

    public Credential keyId(byte[] kid) {
        return header(Labels.HEADER_KID, Cbor.bytes(kid));
    }

    public Credential subject(String sub) {
        return claim(Labels.CLAIM_SUB, Cbor.text(sub));
    }

    /** Binds the credential to one site; most are not. */
    public Credential audience(String aud) {
        return claim(Labels.CLAIM_AUD, Cbor.text(aud));
    }

    public Credential issuedAt(Instant iat) {
        return claim(Labels.CLAIM_IAT, iat);
    }

    public Credential notBefore(Instant nbf) {
        return claim(Labels.CLAIM_NBF, nbf);
    }

    /** The instant at which it is no longer valid. */
    public Credential validUntil(Instant exp) {
        return claim(Labels.CLAIM_EXP, exp);
    }

    public Credential type(String vct) {
        return claim(Labels.CLAIM_VCT, Cbor.text(vct));
    }

    public Credential passClass(long passClass) {
        return claim(Labels.CLAIM_PASS_CLASS, Cbor.integer(passClass));
    }

    public Credential agency(String agency) {
        return claim(Labels.CLAIM_AGENCY, Cbor.text(agency));
    }

    /** Binds the credential to a holder's key, y as its sign bit. */
    public Credential holderKey(SigningKey key) {
        return holderKey(key.coseKey());
    }

    /** Binds the credential to a COSE_Key, however it was put together. */
    public Credential holderKey(CborMap coseKey) {
        var cnf = new CborMap().put(Labels.CNF_COSE_KEY, Cbor.map(coseKey));
        return claim(Labels.CLAIM_CNF, Cbor.map(cnf));
    }

    /** Points to its place in a status list (Token Status List, section 6.3). */
    public Credential status(long index, String uri) {
        var reference = new CborMap().put("idx", Cbor.integer(index)).put("uri", Cbor.text(uri));
        var mechanisms = new CborMap().put("status_list", Cbor.map(reference));
        return claim(Labels.CLAIM_STATUS, Cbor.map(mechanisms));
    }

    @Override
    Credential self() {
        return this;
    }
}
