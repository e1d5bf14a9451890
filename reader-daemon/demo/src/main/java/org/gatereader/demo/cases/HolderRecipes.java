package org.gatereader.demo.cases;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.CborMap;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Labels;

/** Checks 10, 11 and 13 to 15 of PROFILE-P1: the holder, the audience, the moment. */
final class HolderRecipes {
    private static final int COORDINATE_BYTES = 32;

    /** Long enough ago to be outside of every window, whatever the clock's uncertainty. */
    private static final Duration ONE_MINUTE = Duration.ofMinutes(1);

    /** Inside the window of 15 s, and before the floor of a gate that starts now. */
    private static final Duration BEFORE_START = Duration.ofSeconds(8);

    private HolderRecipes() {}

    static Map<String, Recipe> all() {
        var all = new LinkedHashMap<String, Recipe>();
        all.put("other-phone", HolderRecipes::otherPhone);
        all.put("audience-changed", HolderRecipes::audienceChanged);
        all.put("key-off-the-curve", HolderRecipes::keyOffTheCurve);
        all.put("key-too-large", HolderRecipes::keyTooLarge);
        all.put("wrong-gate", forge -> withAudience(forge, "sejong-main-01"));
        all.put(
                "almost-this-gate",
                forge -> withAudience(forge, DemoSite.GATE.toUpperCase(Locale.ROOT)));
        all.put(
                "other-site",
                forge -> ShownCode.of(forge.present(forge.credential().audience("sejong"))));
        all.put("screenshot", forge -> signedAfter(forge, ONE_MINUTE.negated()));
        all.put("clock-ahead", forge -> signedAfter(forge, ONE_MINUTE));
        all.put("foreign-challenge", HolderRecipes::foreignChallenge);
        all.put("before-the-floor", forge -> signedAfter(forge, BEFORE_START.negated()));
        return all;
    }

    private static ShownCode otherPhone(Forge forge) {
        var thief = forge.otherPhone();
        return ShownCode.of(thief.present(forge.credential(), forge.now()));
    }

    /** Changes the payload behind the signature's back; its length stays the same. */
    private static ShownCode audienceChanged(Forge forge) {
        var presentation = forge.presentation().audience("sejong-main-1");
        return ShownCode.of(
                presentation.parts(
                        parts ->
                                List.of(
                                        parts.get(0),
                                        parts.get(1),
                                        claimsForThisGate(presentation.claims()),
                                        parts.get(3))));
    }

    private static Cbor claimsForThisGate(CborMap claims) {
        claims.put(Labels.CLAIM_AUD, Cbor.text(DemoSite.GATE));
        return Cbor.bytes(Cbor.map(claims).toBytes());
    }

    private static ShownCode keyOffTheCurve(Forge forge) {
        byte[] y = forge.phone().key().y();
        y[y.length - 1] ^= 1;
        var key = forge.phone().key().coseKeyInFull().put(Labels.KEY_Y, Cbor.bytes(y));
        return ShownCode.of(forge.present(forge.credential().holderKey(key)));
    }

    private static ShownCode keyTooLarge(Forge forge) {
        byte[] x = new byte[COORDINATE_BYTES];
        Arrays.fill(x, (byte) 0xff);
        var key = forge.phone().key().coseKey().put(Labels.KEY_X, Cbor.bytes(x));
        return ShownCode.of(forge.present(forge.credential().holderKey(key)));
    }

    private static ShownCode withAudience(Forge forge, String audience) {
        return ShownCode.of(forge.presentation().audience(audience));
    }

    private static ShownCode signedAfter(Forge forge, Duration later) {
        return ShownCode.of(forge.presentation().issuedAt(forge.now().plus(later)));
    }

    private static ShownCode foreignChallenge(Forge forge) {
        byte[] challenge = new byte[16];
        forge.random().nextBytes(challenge);
        return ShownCode.of(forge.presentation().challenge(challenge));
    }
}
