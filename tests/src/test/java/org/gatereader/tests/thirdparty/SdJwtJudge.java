package org.gatereader.tests.thirdparty;

import static org.gatereader.tests.thirdparty.ThirdParty.CRYPTO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectDecoder;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSObjectJSON;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.UnprotectedHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.upokecenter.cbor.CBORObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The SD-JWT test suite: each case is issued by authlete's sd-jwt and signed by nimbus-jose-jwt, so
 * that nothing of it is ours, and read by our parts: envelope, signature, disclosures.
 */
final class SdJwtJudge implements Judge {
    private static final List<String> ADDED = List.of("iss", "iat", "exp");

    private final ECKey issuer = key();

    @Override
    public String outcome(Path file) {
        return switch (file.getFileName().toString()) {
            case "settings.yml" -> "keys and times of the cases";
            case "foreign-presentations.json" -> ForeignPresentations.outcome(file);
            default -> ofCase(new SdJwtCase(file));
        };
    }

    private String ofCase(SdJwtCase specified) {
        try {
            var payload = new Payload(specified.payload());
            return specified.member("serialization_format").equals(Optional.of("json"))
                    ? inJson(specified, payload)
                    : compact(specified, payload);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private String inJson(SdJwtCase specified, Payload payload) throws JOSEException {
        var disclosures = specified.disclosed().stream().map(Disclosure::getDisclosure);
        var unprotected =
                new UnprotectedHeader.Builder().param("disclosures", disclosures.toList()).build();
        var jws = new JWSObjectJSON(payload);
        jws.sign(header(), unprotected, new ECDSASigner(issuer));
        String flattened = AtTheGate.STRANGER.outcome(jws.serializeFlattened());
        assertEquals(flattened, AtTheGate.STRANGER.outcome(jws.serializeGeneral()));
        return flattened;
    }

    private String compact(SdJwtCase specified, Payload payload) throws JOSEException {
        var jws = new JWSObject(header(), payload);
        jws.sign(new ECDSASigner(issuer));
        String text = new SDJWT(jws.serialize(), specified.disclosed()).toString();
        var key = CRYPTO.p256Key(issuer.getX().decode(), issuer.getY().decode()).orElseThrow();
        CBORObject ours = SdJwtReading.disclosed(text, key);
        var authlete = new SDObjectDecoder().decode(payload.toJSONObject(), specified.disclosed());
        assertEquals(json(authlete), ours);
        ADDED.forEach(name -> ours.Remove(CBORObject.FromObject(name)));
        var expected = specified.member("expect_verified_user_claims");
        expected.ifPresent(
                it -> assertEquals(CBORObject.FromJSONString(toJson((Map<?, ?>) it)), ours));
        return expected.isPresent() ? "disclosed as expected" : "disclosed as authlete does";
    }

    private static JWSHeader header() {
        return new JWSHeader(JWSAlgorithm.ES256);
    }

    /** The key of {@code settings.yml}. */
    private static ECKey key() {
        return new ECKey.Builder(
                        Curve.P_256,
                        new Base64URL("b28d4MwZMjw8-00CG4xfnn9SLMVMM19SlqZpVb_uNtQ"),
                        new Base64URL("Xv5zWwuoaTgdS6hV43yI6gBwTnjukmFQQnJ_kCxzqk8"))
                .d(new Base64URL("Ur2bNKuBPOrAaxsRnbSH6hIhmNTxSGXshDSUD1a1y7g"))
                .build();
    }

    @SuppressWarnings("unchecked")
    private static String toJson(Map<?, ?> object) {
        return JSONObjectUtils.toJSONString((Map<String, ?>) object);
    }

    private static CBORObject json(Map<String, Object> object) {
        return CBORObject.FromJSONString(JSONObjectUtils.toJSONString(object));
    }
}
