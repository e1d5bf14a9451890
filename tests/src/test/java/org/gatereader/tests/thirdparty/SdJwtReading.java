package org.gatereader.tests.thirdparty;

import static org.gatereader.tests.thirdparty.ThirdParty.CRYPTO;
import static org.gatereader.tests.thirdparty.ThirdParty.passed;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.upokecenter.cbor.CBORObject;
import java.util.List;
import org.gatereader.tests.fuzz.PlainJson;
import org.gatereader.verifier.crypto.P256Key;
import org.gatereader.verifier.encoding.CompactJws;
import org.gatereader.verifier.encoding.JsonObject;
import org.gatereader.verifier.encoding.JsonReader;
import org.gatereader.verifier.encoding.JsonReading;
import org.gatereader.verifier.presentation.DisclosedClaims;
import org.gatereader.verifier.presentation.Disclosure;

/** An SD-JWT read by our parts, without what makes it a credential of a gate. */
final class SdJwtReading {
    private SdJwtReading() {}

    /** The claims with the disclosures in their places, once the issuer's signature held. */
    static CBORObject disclosed(String text, P256Key issuer) {
        List<String> parts = List.of(text.split("~", -1));
        var envelope = passed(CompactJws.split(parts.getFirst()));
        assertTrue(issuer.verifies(envelope.toBeSigned(), envelope.signature()));
        var disclosures =
                parts.subList(1, parts.size() - 1).stream()
                        .map(part -> passed(Disclosure.read(part)))
                        .toList();
        var claims = passed(DisclosedClaims.of(CRYPTO, payload(envelope), disclosures));
        return CBORObject.FromJSONString(PlainJson.of(claims));
    }

    private static JsonObject payload(CompactJws envelope) {
        byte[] document = envelope.payload();
        return switch (JsonReader.read(document, document.length)) {
            case JsonReading.Whole(JsonObject claims) -> claims;
            case JsonReading reading -> throw new AssertionError(reading.toString());
        };
    }
}
