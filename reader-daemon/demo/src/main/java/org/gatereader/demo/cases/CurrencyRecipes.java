package org.gatereader.demo.cases;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.CborMap;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Labels;

/** Checks 16 and 17 of PROFILE-P1: validity and status. */
final class CurrencyRecipes {
    private static final Duration ONE_HOUR = Duration.ofHours(1);
    private static final Duration ONE_DAY = Duration.ofDays(1);

    private CurrencyRecipes() {}

    static Map<String, Recipe> all() {
        var all = new LinkedHashMap<String, Recipe>();
        all.put(
                "not-yet-valid",
                forge ->
                        ShownCode.of(
                                forge.present(
                                        forge.credential().notBefore(forge.now().plus(ONE_DAY)))));
        all.put(
                "expired",
                forge ->
                        ShownCode.of(
                                forge.present(
                                        forge.credential()
                                                .validUntil(forge.now().minus(ONE_HOUR)))));
        all.put("no-status", CurrencyRecipes::noStatus);
        all.put("foreign-status-list", forge -> at(forge, 100, "https://elsewhere.example/1"));
        all.put("other-status-mechanism", CurrencyRecipes::identifierList);
        all.put("status-list-absent", forge -> at(forge, 100, DemoTrust.ABSENT_URI));
        all.put("status-list-stale", forge -> at(forge, 100, DemoTrust.STALE_URI));
        all.put("index-out-of-range", forge -> inTheList(forge, DemoSite.STATUS_ENTRIES));
        all.put("revoked", forge -> inTheList(forge, DemoTrust.REVOKED_INDEX));
        all.put("suspended", forge -> inTheList(forge, DemoTrust.SUSPENDED_INDEX));
        all.put("status-unknown", forge -> inTheList(forge, DemoTrust.UNKNOWN_INDEX));
        return all;
    }

    private static ShownCode noStatus(Forge forge) {
        var credential = forge.credential().withoutClaim(Labels.CLAIM_STATUS);
        return ShownCode.of(forge.present(credential));
    }

    private static ShownCode identifierList(Forge forge) {
        var reference =
                new CborMap()
                        .put("id", Cbor.bytes(new byte[8]))
                        .put("uri", Cbor.text(DemoSite.STATUS_URI));
        var mechanisms = new CborMap().put("identifier_list", Cbor.map(reference));
        var credential = forge.credential().claim(Labels.CLAIM_STATUS, Cbor.map(mechanisms));
        return ShownCode.of(forge.present(credential));
    }

    private static ShownCode inTheList(Forge forge, long index) {
        return at(forge, index, DemoSite.STATUS_URI);
    }

    private static ShownCode at(Forge forge, long index, String uri) {
        return ShownCode.of(forge.present(forge.credential().status(index, uri)));
    }
}
