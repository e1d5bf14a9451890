package org.gatereader.gatectl.repo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Signs a status list (Token Status List, sections 5.1 and 5.2) with the list's own key. */
final class StatusToken {
    /** As long as an exported stick may travel; before that, the gate's ladder asks its age. */
    private static final Duration LIFETIME = Publication.OFFLINE_MAX;

    private static final int HEADER_ALG = 1;
    private static final int HEADER_KID = 4;
    private static final int HEADER_TYP = 16;
    private static final int CLAIM_SUB = 2;
    private static final int CLAIM_EXP = 4;
    private static final int CLAIM_IAT = 6;
    private static final int CLAIM_STATUS_LIST = 65_533;

    private final OwnList.Form form;
    private final byte[] entries;
    private final Instant issuedAt;

    /**
     * A version of a list.
     *
     * @param entries packed, the canary of this version in them
     */
    StatusToken(OwnList.Form form, byte[] entries, Instant issuedAt) {
        this.form = form;
        this.entries = entries;
        this.issuedAt = issuedAt;
    }

    byte[] signedBy(KeyFile key) {
        return form.format().equals("cwt") ? cwt(key) : jwt(key).getBytes(US_ASCII);
    }

    private byte[] cwt(KeyFile key) {
        byte[] header =
                Cbor.map(
                        Cbor.integer(HEADER_ALG),
                        Cbor.integer(SignedCwt.ALG_ESP256),
                        Cbor.integer(HEADER_KID),
                        Cbor.bytes(form.kid().getBytes(US_ASCII)),
                        Cbor.integer(HEADER_TYP),
                        Cbor.text("application/statuslist+cwt"));
        byte[] claims =
                Cbor.map(
                        Cbor.integer(CLAIM_SUB),
                        Cbor.text(form.uri()),
                        Cbor.integer(CLAIM_EXP),
                        Cbor.integer(expiresAt()),
                        Cbor.integer(CLAIM_IAT),
                        Cbor.integer(issuedAt.getEpochSecond()),
                        Cbor.integer(CLAIM_STATUS_LIST),
                        Cbor.map(
                                Cbor.text("lst"),
                                Cbor.bytes(compressed()),
                                Cbor.text("bits"),
                                Cbor.integer(form.bits())));
        return SignedCwt.of(key, header, claims);
    }

    private String jwt(KeyFile key) {
        Object header = Json.object("alg", "ES256", "kid", form.kid(), "typ", "statuslist+jwt");
        Object claims =
                Json.object(
                        "sub",
                        form.uri(),
                        "iat",
                        issuedAt.getEpochSecond(),
                        "exp",
                        expiresAt(),
                        "status_list",
                        Json.object("bits", (long) form.bits(), "lst", base64Url(compressed())));
        String toBeSigned =
                base64Url(Json.canonical(header)) + "." + base64Url(Json.canonical(claims));
        return toBeSigned + "." + base64Url(key.signRaw(toBeSigned.getBytes(US_ASCII)));
    }

    private long expiresAt() {
        return issuedAt.plus(LIFETIME).getEpochSecond();
    }

    private static String base64Url(byte[] content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    }

    /** One zlib stream (RFC 1950). */
    private byte[] compressed() {
        var compressed = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (var zlib = new DeflaterOutputStream(compressed, deflater)) {
            zlib.write(entries);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        } finally {
            deflater.end();
        }
        return compressed.toByteArray();
    }
}
