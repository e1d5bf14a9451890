package org.gatereader.demo.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Issuer;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.JwtIssuer;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.demo.wallet.TrustDirectory;

/** What the demo's gates trust: the trust directory of each scene. */
public final class DemoTrust {
    static final String OTHER_ISSUER = "seoul.go.kr";
    static final String VISITOR_TYPE = "mobileid.go.kr/visitor";

    /** Belongs to an issuer that may use it, and no file holds the list. */
    static final String ABSENT_URI = "https://st.mobileid.go.kr/2";

    static final String STALE_URI = "https://st.mobileid.go.kr/3";

    static final byte[] NEXT_KEY_ID = {'m', 'p', 'm', '2'};

    /** The entry of the passes that the phone carries: the one for which a loss can be reported. */
    public static final long PHONE_INDEX = 40_961;

    static final long REVOKED_INDEX = 40;
    static final long SUSPENDED_INDEX = 41;
    static final long UNKNOWN_INDEX = 42;

    /** SUSPENDED needs two (RULES, Status lists). */
    private static final int STATUS_BITS = 2;

    /** A value that RFC-to-be Token Status List leaves to applications. */
    private static final int APPLICATION_SPECIFIC = 3;

    private static final Duration LIST_AGE = Duration.ofHours(1);
    private static final Duration STALE_LIST_AGE = Duration.ofDays(40);

    private DemoTrust() {}

    /**
     * The trust directory of a scene.
     *
     * @param now the gate's time: lists are an hour old, and one is long past its expiry
     */
    public static TrustDirectory of(Scene scene, Instant now) {
        if (scene == Scene.NO_TRUST) {
            return TrustDirectory.withoutFiles();
        }
        var directory = new TrustDirectory().policy(policy(scene));
        var lists = StatusListIssuer.demo();
        addIssuers(directory, lists, now);
        var current = now.minus(LIST_AGE);
        var stale = now.minus(STALE_LIST_AGE);
        return directory
                .statusList(
                        DemoSite.STATUS_URI,
                        lists.token(DemoSite.STATUS_URI, states(), current).toBytes())
                .statusList(STALE_URI, lists.token(STALE_URI, states(), stale).toBytes())
                .statusList(
                        DemoSite.JWT_STATUS_URI,
                        lists.jwt(DemoSite.JWT_STATUS_URI, states(), current).toText());
    }

    private static void addIssuers(TrustDirectory directory, StatusListIssuer lists, Instant now) {
        // Trust entries draw nothing: any source of randomness serves.
        var random = new Random(0);
        var issuer = Issuer.demo(random);
        var next = new Issuer(issuer.name(), NEXT_KEY_ID, DemoKeys.named("issuer-next"), random);
        var other =
                new Issuer(OTHER_ISSUER, issuer.keyId(), DemoKeys.named("issuer-other"), random);
        var types = List.of(DemoSite.CREDENTIAL_TYPE, VISITOR_TYPE);
        var tomorrow = now.plus(Duration.ofDays(1)).toString();
        directory
                .issuer(issuer.trustEntry(lists).put("vct", types))
                .issuer(next.trustEntry(lists).put("validFrom", tomorrow))
                .issuer(other.trustEntry(lists))
                .issuer(JwtIssuer.demo(random).trustEntry(lists));
    }

    private static JsonMap policy(Scene scene) {
        List<String> lanes =
                switch (scene) {
                    case CHALLENGE -> List.of("p1-qr-challenge", "p2-qr-challenge");
                    case TAP_ONLY -> List.of("p1-tap");
                    default -> List.of("p1-qr", "p1-tap", "p2-qr");
                };
        var working =
                new JsonMap()
                        .put("days", List.of("mon", "tue", "wed", "thu", "fri"))
                        .put("from", "07:00")
                        .put("until", "22:00");
        return DemoSite.policy()
                .put("lanes", lanes)
                .put("types", List.of(DemoSite.CREDENTIAL_TYPE, DemoSite.JWT_TYPE))
                .put("issuers", List.of(DemoSite.ISSUER, DemoSite.JWT_ISSUER))
                .put("classes", List.of(1, 2))
                .put("hours", List.of(working))
                .put("requiredClaims", new JsonMap().put("agency", List.of("MOIS", "MPM")));
    }

    /** What the demo's lists say, before anybody reports anything lost. */
    public static StatusArray states() {
        return new StatusArray(DemoSite.STATUS_ENTRIES, STATUS_BITS)
                .set(REVOKED_INDEX, StatusArray.REVOKED)
                .set(SUSPENDED_INDEX, StatusArray.SUSPENDED)
                .set(UNKNOWN_INDEX, APPLICATION_SPECIFIC);
    }
}
