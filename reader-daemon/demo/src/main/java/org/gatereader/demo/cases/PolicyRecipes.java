package org.gatereader.demo.cases;

import java.util.LinkedHashMap;
import java.util.Map;

/** Check 18 of PROFILE-P1: what this site admits of what is trusted. */
final class PolicyRecipes {
    private PolicyRecipes() {}

    static Map<String, Recipe> all() {
        var all = new LinkedHashMap<String, Recipe>();
        all.put(
                "visitor",
                forge ->
                        ShownCode.of(
                                forge.present(forge.credential().type(DemoTrust.VISITOR_TYPE))));
        all.put(
                "class-not-admitted",
                forge -> ShownCode.of(forge.present(forge.credential().passClass(9))));
        all.put(
                "other-agency",
                forge -> ShownCode.of(forge.present(forge.credential().agency("NTS"))));
        all.put("issuer-not-admitted", PolicyRecipes::issuerNotAdmitted);
        return all;
    }

    private static ShownCode issuerNotAdmitted(Forge forge) {
        var issuer = forge.issuerNamed(DemoTrust.OTHER_ISSUER, "issuer-other");
        return ShownCode.of(forge.present(forge.credentialOf(issuer)));
    }
}
