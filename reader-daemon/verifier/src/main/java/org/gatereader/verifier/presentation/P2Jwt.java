package org.gatereader.verifier.presentation;

import java.util.Optional;
import java.util.Set;
import org.gatereader.verifier.crypto.P256Key;
import org.gatereader.verifier.encoding.CompactJws;
import org.gatereader.verifier.encoding.JsonObject;
import org.gatereader.verifier.encoding.JsonReader;
import org.gatereader.verifier.encoding.JsonReading;
import org.gatereader.verifier.encoding.JsonValue;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Verdict;

/** One of P2's two JWTs: header and claims are strict JSON, and nothing is proved. */
final class P2Jwt {
    /** The one algorithm of JOSE that a trust entry can name (RFC 7518, section 3.4). */
    private static final String ALGORITHM = "ES256";

    /**
     * Headers that would change what is signed or bring a key along, and those that demand to be
     * understood (RFC 7515, section 4.1; RFC 7797).
     */
    private static final Set<String> REFUSED = Set.of("crit", "b64", "jwk", "jku", "x5u");

    private final CompactJws envelope;
    private final JsonValue header;
    private final JsonValue claims;

    private P2Jwt(CompactJws envelope, JsonValue header, JsonValue claims) {
        this.envelope = envelope;
        this.header = header;
        this.claims = claims;
    }

    /** Refused with 105 if header or payload is not strict JSON. */
    static Verdict<P2Jwt> read(CompactJws envelope) {
        return json(envelope.header())
                .then(
                        header ->
                                json(envelope.payload())
                                        .then(
                                                claims ->
                                                        Verdict.passed(
                                                                new P2Jwt(
                                                                        envelope, header,
                                                                        claims))));
    }

    private static Verdict<JsonValue> json(byte[] document) {
        JsonReading reading = JsonReader.read(document, document.length);
        return reading.asVerdict();
    }

    /** Shape before type before strangers: 106, 107, 109. */
    Optional<DenyReason> judgeShape(String typ) {
        if (!(header instanceof JsonObject members)
                || !(claims instanceof JsonObject)
                || envelope.signature().length != P256Key.SIGNATURE_BYTES) {
            return Optional.of(DenyReason.WRONG_SHAPE);
        }
        if (text("typ").filter(typ::equals).isEmpty()) {
            return Optional.of(DenyReason.WRONG_TYPE);
        }
        return members.members().stream().anyMatch(member -> REFUSED.contains(member.name()))
                ? Optional.of(DenyReason.HEADER_REFUSED)
                : Optional.empty();
    }

    boolean hasOurAlgorithm() {
        return text("alg").filter(ALGORITHM::equals).isPresent();
    }

    /** A header that is a text. */
    Optional<String> text(String name) {
        return header instanceof JsonObject members ? members.text(name) : Optional.empty();
    }

    /** The signature and exactly the bytes that it is over. */
    CompactJws envelope() {
        return envelope;
    }

    /** The claims of a JWT whose shape was judged. */
    JsonObject claims() {
        return (JsonObject) claims;
    }
}
