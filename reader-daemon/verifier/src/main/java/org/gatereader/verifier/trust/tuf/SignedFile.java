package org.gatereader.verifier.trust.tuf;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatereader.verifier.encoding.CanonicalJson;
import org.gatereader.verifier.encoding.JsonFault;
import org.gatereader.verifier.encoding.JsonReader;
import org.gatereader.verifier.encoding.JsonReading;
import org.gatereader.verifier.encoding.JsonValue;

/** One metadata file, taken apart and not yet believed (section 4.2.1). */
final class SignedFile {
    private final Fields signed;
    private final byte[] toBeSigned;
    private final Map<String, String> signatures;

    private SignedFile(Fields signed, byte[] toBeSigned, Map<String, String> signatures) {
        this.signed = signed;
        this.toBeSigned = toBeSigned;
        this.signatures = signatures;
    }

    /** Takes a file apart; duplicate members and anything after the object are refused. */
    static SignedFile read(byte[] file, int bytesMax) throws TufException {
        Fields envelope =
                switch (JsonReader.read(file, bytesMax)) {
                    case JsonReading.Whole(JsonValue root) -> Fields.of(root);
                    case JsonFault _ -> throw new TufException(Refusal.MALFORMED);
                };
        Fields signed = envelope.object("signed");
        byte[] toBeSigned =
                CanonicalJson.of(signed.json())
                        .orElseThrow(() -> new TufException(Refusal.MALFORMED));
        return new SignedFile(signed, toBeSigned, signatures(envelope));
    }

    private static Map<String, String> signatures(Fields envelope) throws TufException {
        Map<String, String> signatures = new LinkedHashMap<>();
        for (JsonValue item : envelope.array("signatures")) {
            Fields signature = Fields.of(item);
            String previous = signatures.put(signature.text("keyid"), signature.text("sig"));
            // "The keyid MUST be unique in the signatures array" (4.2.1).
            TufException.require(previous == null, Refusal.MALFORMED);
        }
        return signatures;
    }

    /** The signed part, for whoever has verified it, or verifies it with keys in it. */
    Fields signed() {
        return signed;
    }

    /** The signed part in the one form that is signed. */
    byte[] toBeSigned() {
        return toBeSigned;
    }

    /** Hex by keyid; no signature yet proves anything. */
    Map<String, String> signatures() {
        return signatures;
    }
}
