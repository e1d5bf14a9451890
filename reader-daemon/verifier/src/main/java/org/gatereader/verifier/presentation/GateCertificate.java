package org.gatereader.verifier.presentation;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.crypto.P256Key;
import org.gatereader.verifier.encoding.CborMap;
import org.gatereader.verifier.encoding.CborReader;
import org.gatereader.verifier.encoding.CborValue;
import org.gatereader.verifier.encoding.CoseSign1;
import org.gatereader.verifier.verdict.Verdict;

/**
 * What a gate shows to a phone so that the phone answers in the background: the site's word that
 * this key is this gate's (PROFILE-P1, Tap, gate-cert). Its signature is the phone's to verify; the
 * gate only sees that it carries the right one.
 */
public final class GateCertificate {
    /** A request of 640 bytes still fits three short commands beside it. */
    public static final int BYTES_MAX = 512;

    private static final String TYPE = "application/gr-gate+cwt";
    private static final long ESP256 = -9;
    private static final int KEY_ID_BYTES_MIN = 4;
    private static final int KEY_ID_BYTES_MAX = 16;
    private static final int GATE_BYTES_MAX = 64;

    /** In a certificate, label 2 (sub) is the gate. */
    private static final Set<Long> CLAIMS = Set.of(P1Labels.SUB, P1Labels.EXP, P1Labels.CNF);

    private static final Set<Long> HEADERS =
            Set.of(P1Labels.HEADER_ALG, P1Labels.HEADER_KID, P1Labels.HEADER_TYP);

    private final byte[] encoded;
    private final String gate;
    private final Instant expiresAt;
    private final P256Key key;

    private GateCertificate(byte[] encoded, String gate, Instant expiresAt, P256Key key) {
        this.encoded = encoded;
        this.gate = gate;
        this.expiresAt = expiresAt;
        this.key = key;
    }

    /**
     * Reads a certificate, as strictly as a phone should.
     *
     * @return empty unless it is one COSE_Sign1 of at most {@link #BYTES_MAX} bytes with exactly
     *     the headers and claims of the profile and a key on P-256
     */
    public static Optional<GateCertificate> read(byte[] encoded, CryptoModule crypto) {
        if (encoded.length > BYTES_MAX) {
            return Optional.empty();
        }
        return value(CborReader.read(encoded))
                .flatMap(CoseSign1::split)
                .filter(sign1 -> sign1.unprotectedHeader().size() == 0)
                .filter(GateCertificate::hasExactHeaders)
                .flatMap(sign1 -> map(sign1.payload()))
                .flatMap(claims -> of(encoded, claims, crypto));
    }

    /** As it goes to the phone. */
    public byte[] toBytes() {
        return encoded.clone();
    }

    /** The gate's id, as phones name it in {@code aud}. */
    public String gate() {
        return gate;
    }

    /** The bound is exclusive (RFC 7519, section 4.1.4). */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** The gate's key, with which it proves itself. */
    public P256Key key() {
        return key;
    }

    private static boolean hasExactHeaders(CoseSign1 sign1) {
        return map(sign1.protectedHeader())
                .map(ClaimReader::new)
                .filter(
                        headers -> {
                            headers.requireOnly(HEADERS);
                            headers.bytes(P1Labels.HEADER_KID, KEY_ID_BYTES_MIN, KEY_ID_BYTES_MAX);
                            return headers.areValid()
                                    && headers.any(P1Labels.HEADER_ALG)
                                            instanceof CborValue.Int algorithm
                                    && algorithm.is(ESP256)
                                    && headers.text(P1Labels.HEADER_TYP, 1, TYPE.length())
                                            .equals(TYPE);
                        })
                .isPresent();
    }

    private static Optional<GateCertificate> of(
            byte[] encoded, CborMap claims, CryptoModule crypto) {
        var reader = new ClaimReader(claims);
        reader.requireOnly(CLAIMS);
        String gate = reader.text(P1Labels.SUB, 1, GATE_BYTES_MAX);
        long expiresAt = reader.unsigned(P1Labels.EXP);
        HolderKey key = P1Claims.confirmedKey(reader);
        if (!reader.areValid() || key == null || expiresAt > Instant.MAX.getEpochSecond()) {
            return Optional.empty();
        }
        var end = Instant.ofEpochSecond(expiresAt);
        return key.asP256(crypto)
                .map(point -> new GateCertificate(encoded.clone(), gate, end, point));
    }

    private static Optional<CborMap> map(CborValue.Bytes document) {
        return value(CborReader.read(document))
                .map(item -> item instanceof CborMap map ? map : null);
    }

    private static Optional<CborValue> value(Verdict<CborValue> reading) {
        return reading instanceof Verdict.Passed<CborValue>(CborValue value)
                ? Optional.of(value)
                : Optional.empty();
    }
}
