package org.gatereader.verifier.trust.tuf;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.gatereader.verifier.encoding.DerReader;

/**
 * The DER of public keys and of ECDSA signatures, taken apart into what the crypto module takes.
 */
final class KeyEncoding {
    static final int COORDINATE_BYTES = 32;

    /** The content of the algorithm identifier id-ecPublicKey with P-256 (RFC 5480, 2.1.1). */
    private static final byte[] EC_P256 =
            HexFormat.of().parseHex("06072a8648ce3d020106082a8648ce3d030107");

    /** The content of the algorithm identifier rsaEncryption (RFC 3279, section 2.3.1). */
    private static final byte[] RSA = HexFormat.of().parseHex("06092a864886f70d0101010500");

    private static final int POINT_BYTES = 1 + 2 * COORDINATE_BYTES;
    private static final byte UNCOMPRESSED = 4;

    record RsaKey(BigInteger modulus, BigInteger exponent) {}

    private KeyEncoding() {}

    /** The 65 bytes of an uncompressed point, from a SubjectPublicKeyInfo. */
    static Optional<byte[]> pointOfP256(byte[] der) {
        return subjectPublicKey(der, EC_P256)
                .filter(point -> point.length == POINT_BYTES && point[0] == UNCOMPRESSED);
    }

    /** Modulus and exponent, from a SubjectPublicKeyInfo. */
    static Optional<RsaKey> rsaKey(byte[] der) {
        return subjectPublicKey(der, RSA)
                .flatMap(DerReader::onlySequence)
                .flatMap(
                        content -> {
                            var reader = new DerReader(content);
                            return reader.unsigned()
                                    .flatMap(
                                            modulus ->
                                                    reader.unsigned()
                                                            .map(
                                                                    exponent ->
                                                                            new RsaKey(
                                                                                    modulus,
                                                                                    exponent)))
                                    .filter(_ -> reader.isAtEnd());
                        });
    }

    /** The key in a SubjectPublicKeyInfo of this algorithm (RFC 5280, section 4.1.2.7). */
    private static Optional<byte[]> subjectPublicKey(byte[] der, byte[] algorithm) {
        return DerReader.onlySequence(der)
                .flatMap(
                        content -> {
                            var reader = new DerReader(content);
                            return reader.sequence()
                                    .filter(identifier -> Arrays.equals(identifier, algorithm))
                                    .flatMap(_ -> reader.wholeBytes())
                                    .filter(_ -> reader.isAtEnd());
                        });
    }

    /** An ECDSA-Sig-Value (RFC 3279, section 2.2.3) as r ‖ s; no bytes if it is none. */
    static byte[] rawSignature(byte[] der) {
        return DerReader.onlySequence(der).map(KeyEncoding::raw).orElseGet(() -> new byte[0]);
    }

    private static byte[] raw(byte[] sequence) {
        var reader = new DerReader(sequence);
        byte[] r = fixed(reader.unsigned());
        byte[] s = fixed(reader.unsigned());
        if (r.length == 0 || s.length == 0 || !reader.isAtEnd()) {
            return new byte[0];
        }
        byte[] raw = Arrays.copyOf(r, 2 * COORDINATE_BYTES);
        System.arraycopy(s, 0, raw, COORDINATE_BYTES, COORDINATE_BYTES);
        return raw;
    }

    /** In 32 bytes, big-endian; no bytes where there is no such number. */
    private static byte[] fixed(Optional<BigInteger> number) {
        if (number.isEmpty() || number.get().bitLength() > COORDINATE_BYTES * Byte.SIZE) {
            return new byte[0];
        }
        byte[] signed = number.get().toByteArray();
        int length = Math.min(signed.length, COORDINATE_BYTES);
        byte[] fixed = new byte[COORDINATE_BYTES];
        System.arraycopy(signed, signed.length - length, fixed, COORDINATE_BYTES - length, length);
        return fixed;
    }
}
