package org.gatereader.gatectl.repo;

/** Claims in a COSE_Sign1 with its tag (RFC 9052, section 4.2; RFC 8392). */
final class SignedCwt {
    /** The name of ECDSA with P-256 and SHA-256 that says all three (RFC 9864). */
    static final int ALG_ESP256 = -9;

    private static final int TAG_SIGN1 = 18;

    private SignedCwt() {}

    /**
     * The whole token.
     *
     * @param header the protected header, encoded
     * @param claims encoded
     */
    static byte[] of(KeyFile key, byte[] header, byte[] claims) {
        // Sig_structure of RFC 9052, section 4.4, with no external data.
        byte[] toBeSigned =
                Cbor.array(
                        Cbor.text("Signature1"),
                        Cbor.bytes(header),
                        Cbor.bytes(new byte[0]),
                        Cbor.bytes(claims));
        return Cbor.tag(
                TAG_SIGN1,
                Cbor.array(
                        Cbor.bytes(header),
                        Cbor.map(),
                        Cbor.bytes(claims),
                        Cbor.bytes(key.signRaw(toBeSigned))));
    }
}
