package org.gatereader.verifier.crypto;

import java.math.BigInteger;

/** The numbers of the curve and of one public key on it, for tests that stand on their bounds. */
final class P256 {
    /** The prime of the field (NIST SP 800-186, section 3.2.1.3). */
    static final BigInteger P =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);

    /** The order of the base point. */
    static final BigInteger N =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    /** The curve's constant b; the square root of b is the y of x = 0. */
    static final BigInteger B =
            new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);

    /** A public key (RFC 6979, appendix A.2.5). */
    static final String X = "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6";

    static final String Y = "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299";

    private P256() {}

    /** A number of at most 32 bytes, big-endian. */
    static byte[] bytes(BigInteger number) {
        byte[] bytes = new byte[32];
        byte[] magnitude = number.toByteArray();
        int length = Math.min(magnitude.length, bytes.length);
        System.arraycopy(
                magnitude, magnitude.length - length, bytes, bytes.length - length, length);
        return bytes;
    }
}
