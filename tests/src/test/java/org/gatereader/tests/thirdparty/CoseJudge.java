package org.gatereader.tests.thirdparty;

import static org.gatereader.tests.thirdparty.ThirdParty.CRYPTO;
import static org.gatereader.tests.thirdparty.ThirdParty.hex;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.upokecenter.cbor.CBORObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.gatereader.verifier.encoding.CborMap;
import org.gatereader.verifier.encoding.CborReader;
import org.gatereader.verifier.encoding.CborValue;
import org.gatereader.verifier.encoding.CoseSign1;
import org.gatereader.verifier.trust.SignatureAlgorithm;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Verdict;

/**
 * The COSE working group's examples, read as a gate reads an envelope: strict CBOR, a tagged
 * COSE_Sign1, an algorithm of ours in the protected header, the signature.
 */
final class CoseJudge implements Judge {
    @Override
    public String outcome(Path file) {
        var example = ThirdParty.json(file);
        var refusal = judge(example);
        boolean mustFail = example.ContainsKey("fail") && example.get("fail").AsBoolean();
        assertFalse(refusal.isEmpty() && mustFail, "what must fail is accepted");
        return refusal.isEmpty() ? "accepted" : "refused " + refusal.get().code();
    }

    private static Optional<DenyReason> judge(CBORObject example) {
        byte[] document = hex(example.get("output").get("cbor"));
        if (!(CborReader.read(document) instanceof Verdict.Passed<CborValue>(CborValue item))) {
            return Optional.of(DenyReason.MALFORMED);
        }
        var envelope = CoseSign1.split(item);
        if (envelope.isEmpty()) {
            return Optional.of(DenyReason.WRONG_SHAPE);
        }
        if (!isOurAlgorithm(envelope.get())) {
            return Optional.of(DenyReason.ALGORITHM_REFUSED);
        }
        var key = example.get("input").get("sign0").get("key");
        boolean holds =
                CRYPTO.p256Key(coordinate(key, "x"), coordinate(key, "y"))
                        .orElseThrow()
                        .verifies(envelope.get().toBeSigned(), envelope.get().signature());
        return holds ? Optional.empty() : Optional.of(DenyReason.ISSUER_SIGNATURE_INVALID);
    }

    private static boolean isOurAlgorithm(CoseSign1 envelope) {
        return CborReader.read(envelope.protectedHeader())
                        instanceof Verdict.Passed<CborValue>(CborMap header)
                && header.get(1).orElse(null) instanceof CborValue.Int algorithm
                && Arrays.stream(SignatureAlgorithm.values())
                        .anyMatch(ours -> algorithm.is(ours.cose()));
    }

    private static byte[] coordinate(CBORObject key, String name) {
        return key.ContainsKey(name + "_hex")
                ? hex(key.get(name + "_hex"))
                : Base64.getUrlDecoder().decode(key.get(name).AsString());
    }
}
