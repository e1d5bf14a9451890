package org.gatereader.verifier.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Verdict;

/** The JSON documents of a P2 presentation, all read before the shape of any is judged. */
final class P2Documents {
    private static final String TYP_CREDENTIAL = "dc+sd-jwt";
    private static final String TYP_KEY_BINDING = "kb+jwt";

    private final SdJwtText text;
    private final P2Jwt credential;
    private final List<Disclosure> disclosures;
    private final Optional<P2Jwt> keyBinding;

    private P2Documents(
            SdJwtText text,
            P2Jwt credential,
            List<Disclosure> disclosures,
            Optional<P2Jwt> keyBinding) {
        this.text = text;
        this.credential = credential;
        this.disclosures = disclosures;
        this.keyBinding = keyBinding;
    }

    /** Reads them all; refused with 105 if one is not strict JSON. */
    static Verdict<P2Documents> read(SdJwtText text) {
        List<Disclosure> disclosures = new ArrayList<>();
        for (String disclosure : text.disclosures()) {
            switch (Disclosure.read(disclosure)) {
                case Verdict.Passed<Disclosure>(Disclosure read) -> disclosures.add(read);
                case Verdict.Refused<Disclosure>(DenyReason reason) -> {
                    return Verdict.refused(reason);
                }
            }
        }
        return P2Jwt.read(text.credential())
                .then(
                        credential ->
                                keyBinding(text)
                                        .then(
                                                kb ->
                                                        Verdict.passed(
                                                                new P2Documents(
                                                                        text,
                                                                        credential,
                                                                        disclosures,
                                                                        kb))));
    }

    private static Verdict<Optional<P2Jwt>> keyBinding(SdJwtText text) {
        return text.keyBinding()
                .map(jws -> P2Jwt.read(jws).then(jwt -> Verdict.passed(Optional.of(jwt))))
                .orElseGet(() -> Verdict.passed(Optional.empty()));
    }

    /** Check 5: objects, types and headers of both JWTs, the issuer's first: 106, 107, 109. */
    Verdict<P2Documents> judgeShape() {
        Optional<DenyReason> refusal =
                credential
                        .judgeShape(TYP_CREDENTIAL)
                        .or(() -> keyBinding.flatMap(jwt -> jwt.judgeShape(TYP_KEY_BINDING)));
        return refusal.<Verdict<P2Documents>>map(Verdict::refused)
                .orElseGet(() -> Verdict.passed(this));
    }

    /**
     * Check 6: neither token chooses its algorithm, so {@code none} and HMAC have no way in: 303.
     */
    Verdict<P2Documents> judgeAlgorithm() {
        return credential.hasOurAlgorithm() && keyBinding.map(P2Jwt::hasOurAlgorithm).orElse(true)
                ? Verdict.passed(this)
                : Verdict.refused(DenyReason.ALGORITHM_REFUSED);
    }

    P2Jwt credential() {
        return credential;
    }

    List<Disclosure> disclosures() {
        return disclosures;
    }

    Optional<P2Jwt> keyBinding() {
        return keyBinding;
    }

    /** What {@code sd_hash} is over, as received. */
    String hashed() {
        return text.hashed();
    }
}
