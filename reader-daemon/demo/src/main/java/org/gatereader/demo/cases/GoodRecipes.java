package org.gatereader.demo.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.SigningKey;

/** What a gate must admit, and the cases in which only the gate itself stands against it. */
final class GoodRecipes {
    /** Good codes: what is wrong is with the gate, or with the code being shown twice. */
    private static final List<String> GATE_SAYS_NO =
            List.of(
                    "replayed-screenshot",
                    "challenge",
                    "old-challenge",
                    "outside-hours",
                    "lane-closed",
                    "busy",
                    "maintenance",
                    "relay-broken",
                    "fire-alarm",
                    "camera-unplugged",
                    "lost-phone",
                    "clock-lost",
                    "no-trust");

    private GoodRecipes() {}

    static Map<String, Recipe> all() {
        var all = new LinkedHashMap<String, Recipe>();
        all.put("valid", GoodRecipes::valid);
        all.put(
                "valid-for-the-group",
                forge -> ShownCode.of(forge.presentation().audience(DemoSite.GATE_GROUP)));
        all.put("valid-with-the-key-in-full", GoodRecipes::withTheKeyInFull);
        all.put("valid-with-twin-signatures", GoodRecipes::withTwinSignatures);
        all.put("valid-with-a-claim-nobody-asked-for", GoodRecipes::withAnotherClaim);
        all.put("valid-light-on-dark", forge -> valid(forge).inverted());
        all.put("no-challenge", forge -> ShownCode.of(forge.oneWay()));
        for (String name : GATE_SAYS_NO) {
            all.put(name, GoodRecipes::valid);
        }
        return all;
    }

    /** The pass that the phone carries: each code is new, the credential's entry is not. */
    static ShownCode valid(Forge forge) {
        var pass = forge.credential().status(DemoTrust.PHONE_INDEX, DemoSite.STATUS_URI);
        return ShownCode.of(forge.present(pass));
    }

    private static ShownCode withTheKeyInFull(Forge forge) {
        var key = forge.phone().key().coseKeyInFull();
        return ShownCode.of(forge.present(forge.credential().holderKey(key)));
    }

    private static ShownCode withTwinSignatures(Forge forge) {
        var credential = forge.credential().signature(SigningKey::twin);
        return ShownCode.of(forge.present(credential).signature(SigningKey::twin));
    }

    private static ShownCode withAnotherClaim(Forge forge) {
        var credential = forge.credential().claim("floor", Cbor.integer(3));
        return ShownCode.of(forge.present(credential));
    }
}
