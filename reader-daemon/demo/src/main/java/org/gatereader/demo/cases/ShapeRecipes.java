package org.gatereader.demo.cases;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.CborMap;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Labels;

/** Checks 5 and 6 of PROFILE-P1: tags, arrays, headers, claims. */
final class ShapeRecipes {
    /** x5chain (RFC 9360, section 2). */
    private static final long HEADER_X5CHAIN = 33;

    /** The key under which SD-CWT lists what was redacted from a map. */
    private static final int REDACTED_CLAIM_KEYS = 59;

    private ShapeRecipes() {}

    static Map<String, Recipe> all() {
        var all = new LinkedHashMap<String, Recipe>();
        addStructure(all);
        addHeaders(all);
        addClaims(all);
        return all;
    }

    private static void addStructure(Map<String, Recipe> all) {
        all.put("untagged", forge -> ShownCode.of(forge.presentation().tagging(array -> array)));
        all.put(
                "tagged-as-cwt",
                forge -> ShownCode.of(forge.presentation().tagging(ShapeRecipes::taggedAsCwt)));
        all.put("unprotected-header", ShapeRecipes::unprotectedHeader);
        all.put(
                "signature-of-63-bytes",
                forge -> ShownCode.of(forge.presentation().signature(s -> Arrays.copyOf(s, 63))));
        all.put(
                "three-elements",
                forge -> ShownCode.of(forge.presentation().parts(parts -> parts.subList(0, 3))));
        all.put("credential-wrapped", ShapeRecipes::wrappedCredential);
    }

    private static void addHeaders(Map<String, Recipe> all) {
        var keyBinding = Cbor.integer(Labels.TYP_KEY_BINDING);
        var credential = Cbor.integer(Labels.TYP_CREDENTIAL);
        var labels = Cbor.array(Cbor.integer(Labels.HEADER_TYP));
        var chain = Cbor.bytes(new byte[8]);
        all.put("credential-typ", forge -> withHeader(forge, Labels.HEADER_TYP, keyBinding));
        all.put(
                "presentation-typ",
                forge -> ShownCode.of(forge.presentation().header(Labels.HEADER_TYP, credential)));
        all.put("critical-header", forge -> withHeader(forge, Labels.HEADER_CRIT, labels));
        all.put("certificate-chain", forge -> withHeader(forge, HEADER_X5CHAIN, chain));
    }

    private static void addClaims(Map<String, Recipe> all) {
        all.put(
                "expiry-missing",
                forge ->
                        ShownCode.of(
                                forge.present(forge.credential().withoutClaim(Labels.CLAIM_EXP))));
        all.put(
                "subject-short",
                forge -> ShownCode.of(forge.present(forge.credential().subject("1234567"))));
        all.put("audience-list", ShapeRecipes::audienceList);
        all.put("token-id-short", forge -> ShownCode.of(forge.presentation().tokenId(new byte[7])));
        all.put(
                "presentation-with-subject",
                forge ->
                        ShownCode.of(
                                forge.presentation()
                                        .claim(Labels.CLAIM_SUB, Cbor.text("anybody-else"))));
        all.put(
                "status-index-negative",
                forge ->
                        ShownCode.of(
                                forge.present(forge.credential().status(-1, DemoSite.STATUS_URI))));
        all.put("redacted-claim", ShapeRecipes::redactedClaim);
    }

    private static Cbor taggedAsCwt(Cbor array) {
        return Cbor.tag(Labels.TAG_CWT, Cbor.tag(Labels.TAG_SIGN1, array));
    }

    private static ShownCode unprotectedHeader(Forge forge) {
        var kid = new CborMap().put(Labels.HEADER_KID, Cbor.bytes(new byte[4]));
        return ShownCode.of(forge.presentation().unprotected(Cbor.map(kid)));
    }

    private static ShownCode wrappedCredential(Forge forge) {
        return ShownCode.of(forge.present(Cbor.bytes(forge.credential().toBytes())));
    }

    private static ShownCode withHeader(Forge forge, long label, Cbor value) {
        return ShownCode.of(forge.present(forge.credential().header(label, value)));
    }

    private static ShownCode audienceList(Forge forge) {
        var audiences = Cbor.array(Cbor.text(DemoSite.GATE));
        return ShownCode.of(forge.presentation().claim(Labels.CLAIM_AUD, audiences));
    }

    private static ShownCode redactedClaim(Forge forge) {
        var digests = Cbor.array(Cbor.bytes(new byte[32]));
        var credential = forge.credential().claim(Cbor.simple(REDACTED_CLAIM_KEYS), digests);
        return ShownCode.of(forge.present(credential));
    }
}
