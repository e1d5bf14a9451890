package org.gatereader.gatectl.repo;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Makes the certificate with which a gate proves itself to a phone in the tap: the site's word that
 * a key is a gate's (PROFILE-P1, Tap, gate-cert).
 */
public final class GateCertificates {
    private static final int KEY_ID_BYTES = 8;
    private static final int COORDINATE_BYTES = 32;

    private GateCertificates() {}

    /**
     * A certificate, by the site's key, whose public part wallets got with their credentials.
     *
     * @param expires at most 31 days ahead, or no wallet takes it
     */
    public static byte[] certify(KeyFile site, String gate, ECPublicKey key, Instant expires) {
        byte[] header =
                Cbor.map(
                        Cbor.integer(1),
                        Cbor.integer(SignedCwt.ALG_ESP256),
                        Cbor.integer(4),
                        Cbor.bytes(keyId(site)),
                        Cbor.integer(16),
                        Cbor.text("application/gr-gate+cwt"));
        byte[] claims =
                Cbor.map(
                        Cbor.integer(2),
                        Cbor.text(gate),
                        Cbor.integer(4),
                        Cbor.integer(expires.getEpochSecond()),
                        Cbor.integer(8),
                        Cbor.map(Cbor.integer(1), coseKey(key)));
        return SignedCwt.of(site, header, claims);
    }

    /** Of whoever made it, a phone knows one key: the name is for people who look. */
    private static byte[] keyId(KeyFile site) {
        byte[] fingerprint = HexFormat.of().parseHex(site.publicKey().fingerprint());
        return Arrays.copyOf(fingerprint, KEY_ID_BYTES);
    }

    private static byte[] coseKey(ECPublicKey key) {
        return Cbor.map(
                Cbor.integer(1),
                Cbor.integer(2),
                Cbor.integer(-1),
                Cbor.integer(1),
                Cbor.integer(-2),
                Cbor.bytes(coordinate(key.getW().getAffineX())),
                Cbor.integer(-3),
                Cbor.bytes(coordinate(key.getW().getAffineY())));
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] signed = number.toByteArray();
        byte[] coordinate = new byte[COORDINATE_BYTES];
        int length = Math.min(signed.length, COORDINATE_BYTES);
        System.arraycopy(
                signed, signed.length - length, coordinate, COORDINATE_BYTES - length, length);
        return coordinate;
    }
}
