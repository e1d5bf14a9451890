package org.gatereader.tests.fuzz;

import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectDecoder;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import org.gatereader.demo.wallet.DemoSite;

/**
 * An SD-JWT VC with key binding, verified by nimbus-jose-jwt and authlete's sd-jwt and otherwise
 * with as little code as their users write: what a gate demands, in no particular order.
 */
final class SdJwtPeer {
    private static final long LIFETIME_SECONDS_MAX = 400 * 86_400L;

    private final ECKey issuer;
    private final long now;

    /**
     * @param issuer as a JWK
     * @param now in seconds
     */
    SdJwtPeer(String issuer, long now) {
        this.issuer = key(issuer).orElseThrow();
        this.now = now;
    }

    /** The claims, with what is disclosed in its place; empty if anything is wrong. */
    Optional<Map<String, Object>> verified(String text) {
        try {
            var presentation = SDJWT.parse(text);
            var credential = JWSObject.parse(presentation.getCredentialJwt());
            var payload = credential.getPayload().toJSONObject();
            var claims = new SDObjectDecoder().decode(payload, presentation.getDisclosures());
            // Signatures come last, for they cost a hundred times the rest.
            boolean holds =
                    DemoSite.JWT_KID.equals(credential.getHeader().getKeyID())
                            && areCurrent(claims)
                            && isBound(presentation, claims)
                            && isSigned(credential, issuer, "dc+sd-jwt");
            return holds ? Optional.of(claims) : Optional.empty();
        } catch (ParseException | JOSEException | RuntimeException _) {
            // The libraries tell of bad input in each of these ways.
            return Optional.empty();
        }
    }

    private static boolean isSigned(JWSObject jws, ECKey key, String typ) throws JOSEException {
        var header = jws.getHeader();
        return header.getType() != null
                && header.getType().getType().equals(typ)
                && header.getAlgorithm().getName().equals("ES256")
                && jws.verify(new ECDSAVerifier(key));
    }

    private boolean areCurrent(Map<String, Object> claims) throws ParseException {
        long issuedAt = seconds(claims, "iat");
        long notBefore = notBefore(claims);
        long expiresAt = seconds(claims, "exp");
        return DemoSite.JWT_ISSUER.equals(claims.get("iss"))
                && DemoSite.JWT_TYPE.equals(claims.get("vct"))
                && (!claims.containsKey("aud") || DemoSite.SITE.equals(claims.get("aud")))
                && issuedAt < expiresAt
                && notBefore < expiresAt
                && expiresAt - issuedAt <= LIFETIME_SECONDS_MAX
                && notBefore <= now
                && now < expiresAt
                && isListed(JSONObjectUtils.getJSONObject(claims, "status"));
    }

    /** Nobody in that list is revoked. */
    private static boolean isListed(Map<String, Object> status) throws ParseException {
        var entry = JSONObjectUtils.getJSONObject(status, "status_list");
        long index = seconds(entry, "idx");
        return DemoSite.JWT_STATUS_URI.equals(entry.get("uri")) && index < DemoSite.STATUS_ENTRIES;
    }

    private boolean isBound(SDJWT presentation, Map<String, Object> claims)
            throws ParseException, JOSEException {
        var confirmation = JSONObjectUtils.getJSONObject(claims, "cnf");
        var jwk = JSONObjectUtils.getJSONObject(confirmation, "jwk");
        var holder = key(JSONObjectUtils.toJSONString(jwk));
        var binding = JWSObject.parse(presentation.getBindingJwt());
        var bound = binding.getPayload().toJSONObject();
        long signedAt = seconds(bound, "iat");
        return presentation.getSDHash().equals(bound.get("sd_hash"))
                && DemoSite.GATE.equals(bound.get("aud"))
                && bound.get("nonce") instanceof String nonce
                && nonce.length() >= 16
                && signedAt >= Math.max(now - 15, notBefore(claims))
                && signedAt >= seconds(claims, "iat")
                && signedAt <= now + 5
                && signedAt < seconds(claims, "exp")
                && holder.isPresent()
                && isSigned(binding, holder.get(), "kb+jwt");
    }

    private static long notBefore(Map<String, Object> claims) throws ParseException {
        return seconds(claims, claims.containsKey("nbf") ? "nbf" : "iat");
    }

    private static long seconds(Map<String, Object> claims, String name) throws ParseException {
        long seconds = JSONObjectUtils.getLong(claims, name);
        if (seconds < 0) {
            throw new ParseException(name, 0);
        }
        return seconds;
    }

    private static Optional<ECKey> key(String jwk) {
        try {
            return Optional.of(ECKey.parse(jwk)).filter(key -> key.getCurve().equals(Curve.P_256));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
