package org.gatereader.tests.benchmark;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectDecoder;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import java.security.Provider;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gatereader.demo.wallet.DemoSite;

/**
 * A whole SD-JWT with key binding as one verifies it with authlete's sd-jwt and nimbus-jose-jwt, by
 * their documentation and with any provider: both signatures, types, disclosures, hash, audience,
 * age. No status list, no policy, no replay: what ours does more is to ours' disadvantage.
 */
final class SdJwtLibraries {
    private static final Duration AGE_MAX = Duration.ofSeconds(15);

    private final Provider provider;
    private final ECDSAVerifier issuer;

    SdJwtLibraries(Provider provider, ECPublicKey issuerKey) throws JOSEException {
        this.provider = provider;
        this.issuer = verifier(issuerKey);
    }

    /** Whether everything holds. */
    boolean holds(String text, Instant now) throws ParseException, JOSEException {
        var presented = SDJWT.parse(text);
        var credential = SignedJWT.parse(presented.getCredentialJwt());
        if (!isOf(credential, "dc+sd-jwt") || !credential.verify(issuer)) {
            return false;
        }
        Map<String, Object> claims = claims(credential, presented.getDisclosures());
        var holder = ECKey.parse(member(member(claims, "cnf"), "jwk"));
        var binding = SignedJWT.parse(presented.getBindingJwt());
        return isOf(binding, "kb+jwt")
                && binding.verify(verifier(holder.toECPublicKey()))
                && DemoSite.JWT_TYPE.equals(claims.get("vct"))
                && credential.getJWTClaimsSet().getExpirationTime().toInstant().isAfter(now)
                && isForThisGateNow(binding, presented, now);
    }

    private static boolean isOf(SignedJWT jwt, String type) {
        return jwt.getHeader().getType().toString().equals(type);
    }

    private static Map<String, Object> claims(SignedJWT credential, List<Disclosure> disclosures)
            throws ParseException {
        return new SDObjectDecoder()
                .decode(credential.getJWTClaimsSet().toJSONObject(), disclosures);
    }

    private static boolean isForThisGateNow(SignedJWT binding, SDJWT presented, Instant now)
            throws ParseException {
        var claims = binding.getJWTClaimsSet();
        var age = Duration.between(claims.getIssueTime().toInstant(), now);
        return claims.getAudience().equals(List.of(DemoSite.GATE))
                && claims.getStringClaim("sd_hash").equals(presented.getSDHash())
                && claims.getStringClaim("nonce").length() >= 16
                && age.compareTo(AGE_MAX) <= 0;
    }

    private ECDSAVerifier verifier(ECPublicKey key) throws JOSEException {
        var verifier = new ECDSAVerifier(key);
        verifier.getJCAContext().setProvider(provider);
        return verifier;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> member(Map<String, Object> object, String name) {
        return (Map<String, Object>) object.getOrDefault(name, Map.of());
    }
}
