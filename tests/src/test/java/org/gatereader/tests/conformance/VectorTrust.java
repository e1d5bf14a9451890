package org.gatereader.tests.conformance;

import static org.gatereader.tests.conformance.World.NOON;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Issuer;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.JwtIssuer;
import org.gatereader.demo.wallet.StatusArray;

/** The trust directories of {@code tests/vectors/trust}, by name. */
final class VectorTrust {
    static final String VISITOR = "mobileid.go.kr/visitor";
    static final String OTHER_ISSUER = "seoul.go.kr";
    static final String JWT_VISITOR = "https://mobileid.go.kr/visitor";
    static final String JWT_OTHER_ISSUER = "https://seoul.go.kr";
    static final String ABSENT = DemoSite.STATUS_URI_PREFIX + "2";
    static final String EXPIRES_NOW = DemoSite.STATUS_URI_PREFIX + "3";
    static final String EXPIRES_SOON = DemoSite.STATUS_URI_PREFIX + "4";
    static final long REVOKED = 40;
    static final long SUSPENDED = 41;
    static final long UNKNOWN = 42;

    private static final Map<String, Consumer<World>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("one-issuer", VectorTrust::oneIssuer);
        ALL.put("challenge", world -> lane(world, "p1-qr-challenge"));
        ALL.put("tap", world -> lane(world, "p1-tap"));
        ALL.put("narrow", VectorTrust::narrow);
        ALL.put("status-exempt", world -> policy(world, "statusExempt", DemoSite.CREDENTIAL_TYPE));
        ALL.put("es256", world -> entry(world, "alg", "ES256"));
        ALL.put("key-ends-now", world -> entry(world, "validUntil", NOON.toString()));
        ALL.put(
                "key-ends-soon",
                world -> entry(world, "validUntil", NOON.plusSeconds(1).toString()));
        ALL.put("jwt-issuer", VectorTrust::jwtIssuer);
        ALL.put("jwt-challenge", world -> jwtIssuer(world).world.open("p2-qr-challenge"));
        ALL.put("jwt-narrow", VectorTrust::jwtNarrow);
        ALL.put("jwt-esp256", world -> jwtIssuer(world).trustEntry.put("alg", "ESP256"));
        ALL.put(
                "jwt-key-ends-now",
                world -> jwtIssuer(world).trustEntry.put("validUntil", NOON.toString()));
        ALL.put(
                "jwt-key-ends-soon",
                world ->
                        jwtIssuer(world)
                                .trustEntry
                                .put("validUntil", NOON.plusSeconds(1).toString()));
    }

    private VectorTrust() {}

    static Iterable<String> names() {
        return ALL.keySet();
    }

    /** A world that trusts as the directory of this name says. */
    static World world(String name) {
        var world = new World();
        ALL.getOrDefault(name, VectorTrust::oneIssuer).accept(world);
        return world;
    }

    private static void oneIssuer(World world) {
        world.statuses
                .set(REVOKED, StatusArray.REVOKED)
                .set(SUSPENDED, StatusArray.SUSPENDED)
                .set(UNKNOWN, 3);
        var now = world.lists.token(EXPIRES_NOW, world.statuses, world.listIssuedAt);
        world.moreLists.put(EXPIRES_NOW, now.validUntil(NOON).toBytes());
        var soon = world.lists.token(EXPIRES_SOON, world.statuses, world.listIssuedAt);
        world.moreLists.put(EXPIRES_SOON, soon.validUntil(NOON.plusSeconds(1)).toBytes());
    }

    private static P2World jwtIssuer(World world) {
        oneIssuer(world);
        var p2 = new P2World(world);
        p2.list(EXPIRES_NOW, list -> list.claim("exp", NOON));
        p2.list(EXPIRES_SOON, list -> list.claim("exp", NOON.plusSeconds(1)));
        return p2;
    }

    private static void jwtNarrow(World world) {
        var p2 = jwtIssuer(world);
        p2.trustEntry.put("vct", List.of(DemoSite.JWT_TYPE, JWT_VISITOR));
        var other = JwtIssuer.demo(world.random).trustEntry(world.lists);
        world.moreTrustEntries.add(other.put("realm", "test").put("iss", JWT_OTHER_ISSUER));
        narrowTo(world, DemoSite.JWT_TYPE, DemoSite.JWT_ISSUER);
    }

    private static void lane(World world, String lane) {
        oneIssuer(world);
        world.open(lane);
    }

    private static void policy(World world, String key, Object value) {
        oneIssuer(world);
        world.policy.put(key, List.of(value));
    }

    private static void entry(World world, String member, String value) {
        oneIssuer(world);
        world.trustEntry.put(member, value);
    }

    /** Trusts more types and issuers than the site admits. */
    private static void narrow(World world) {
        oneIssuer(world);
        world.trustEntry.put("vct", List.of(DemoSite.CREDENTIAL_TYPE, VISITOR));
        world.moreTrustEntries.add(otherIssuer().trustEntry(world.lists).put("realm", "test"));
        narrowTo(world, DemoSite.CREDENTIAL_TYPE, DemoSite.ISSUER);
    }

    private static void narrowTo(World world, String type, String issuer) {
        var week = List.of("mon", "tue", "wed", "thu", "fri");
        var hours = new JsonMap().put("days", week).put("from", "07:00").put("until", "22:00");
        world.policy
                .put("types", List.of(type))
                .put("issuers", List.of(issuer))
                .put("classes", List.of(1, 2))
                .put("hours", List.of(hours))
                .put("requiredClaims", new JsonMap().put("agency", List.of("MOIS", "MPM")));
    }

    static Issuer otherIssuer() {
        byte[] keyId = {'s', 'e', 'o', '1'};
        return new Issuer(OTHER_ISSUER, keyId, DemoKeys.named("issuer-other"), new Random(1));
    }
}
