package org.gatereader.demo.wallet;

import java.time.Instant;

/** A P1 presentation while the phone makes it: a key-binding token around a credential. */
public final class Presentation extends CwtBuilder<Presentation> {
    private static final String PREFIX = "GR1:";

    Presentation(SigningKey key) {
        super(key);
    }

    /** Puts this credential into the header. */
    public Presentation credential(Cbor credential) {
        return header(Labels.HEADER_CREDENTIAL, credential);
    }

    /** The gate or group of gates that it is made for. */
    public Presentation audience(String aud) {
        return claim(Labels.CLAIM_AUD, Cbor.text(aud));
    }

    public Presentation issuedAt(Instant iat) {
        return claim(Labels.CLAIM_IAT, iat);
    }

    /**
     * Answers a gate's challenge.
     *
     * @param cnonce 8..32 bytes where the profile is kept
     */
    public Presentation challenge(byte[] cnonce) {
        return claim(Labels.CLAIM_CNONCE, Cbor.bytes(cnonce));
    }

    /**
     * Replaces the token's own number, fresh random unless told otherwise.
     *
     * @param cti 8..16 bytes where the profile is kept
     */
    public Presentation tokenId(byte[] cti) {
        return claim(Labels.CLAIM_CTI, Cbor.bytes(cti));
    }

    /** Signs, and writes the text that a QR code carries. */
    public String toText() {
        return textOf(toBytes());
    }

    /** The text of a QR code around these bytes, a presentation or not. */
    public static String textOf(byte[] presentation) {
        return PREFIX + Base45.encode(presentation);
    }

    @Override
    Presentation self() {
        return this;
    }
}
