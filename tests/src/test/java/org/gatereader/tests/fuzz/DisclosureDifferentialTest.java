package org.gatereader.tests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDObjectDecoder;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.upokecenter.cbor.CBORObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.encoding.JsonObject;
import org.gatereader.verifier.encoding.JsonReader;
import org.gatereader.verifier.encoding.JsonReading;
import org.gatereader.verifier.presentation.DisclosedClaims;
import org.gatereader.verifier.verdict.Verdict;
import org.junit.jupiter.api.Test;

/**
 * Our processing of disclosures against authlete's sd-jwt: both arrive at the same claims, or both
 * refuse, or {@link SdJwtRule} names why ours refuses.
 */
class DisclosureDifferentialTest {
    private static final CryptoModule CRYPTO = new BouncyCastle();

    private final Tally tally = new Tally("disclosures against authlete sd-jwt");

    @Test
    void bothArriveAtTheSameClaimsOrARuleNamesTheDifference() {
        var random = new Random(9901);
        Set<SdJwtRule> met = EnumSet.noneOf(SdJwtRule.class);
        for (int i = 0; i < Tally.CASES; i++) {
            var credential = new RandomSdJwt(random);
            String payload = JSONObjectUtils.toJSONString(credential.claims());
            met.addAll(judge(payload, credential.shown()));
        }
        assertEquals(EnumSet.allOf(SdJwtRule.class), met, "rules that no case has met");
        tally.print();
    }

    private Set<SdJwtRule> judge(String payload, List<String> disclosures) {
        Optional<CBORObject> ours = ours(payload, disclosures);
        Optional<CBORObject> other = other(Json.object(payload), disclosures);
        var broken = broken(payload, disclosures);
        boolean isValid = broken.filter(Set::isEmpty).isPresent();
        assertEquals(isValid, ours.isPresent(), () -> broken + payload + disclosures);
        if (ours.isPresent()) {
            assertEquals(other, ours, () -> payload + disclosures);
            tally.accepted();
        } else if (other.isPresent()) {
            assertTrue(broken.isPresent(), () -> "only the other accepts " + disclosures);
            tally.explained();
        } else {
            tally.refused();
        }
        return broken.orElse(Set.of());
    }

    /** Empty where a disclosure is none at all. */
    private static Optional<Set<SdJwtRule>> broken(String payload, List<String> disclosures) {
        try {
            return Optional.of(SdJwtRule.brokenBy(Json.object(payload), disclosures));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<CBORObject> ours(String payload, List<String> texts) {
        List<org.gatereader.verifier.presentation.Disclosure> disclosures = new ArrayList<>();
        for (String text : texts) {
            if (org.gatereader.verifier.presentation.Disclosure.read(text)
                    instanceof
                    Verdict.Passed<org.gatereader.verifier.presentation.Disclosure>(var read)) {
                disclosures.add(read);
            } else {
                return Optional.empty();
            }
        }
        byte[] document = payload.getBytes(UTF_8);
        return JsonReader.read(document, document.length)
                                instanceof JsonReading.Whole(JsonObject claims)
                        && DisclosedClaims.of(CRYPTO, claims, disclosures)
                                instanceof Verdict.Passed<JsonObject>(JsonObject disclosed)
                ? Optional.of(Json.comparable(PlainJson.of(disclosed)))
                : Optional.empty();
    }

    private static Optional<CBORObject> other(Map<String, Object> payload, List<String> texts) {
        try {
            var disclosures = texts.stream().map(Disclosure::parse).toList();
            return Optional.of(Json.comparable(new SDObjectDecoder().decode(payload, disclosures)));
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }
}
