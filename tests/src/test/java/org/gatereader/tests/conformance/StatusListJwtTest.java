package org.gatereader.tests.conformance;

import static org.gatereader.tests.conformance.World.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.Jwt;
import org.gatereader.demo.wallet.SigningKey;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.trust.TrustFault;
import org.gatereader.verifier.trust.TrustReading;
import org.gatereader.verifier.verdict.DenyReason;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A Token Status List in JWT form (Token Status List, section 5.1; RULES, Status lists): what a
 * {@link StatusListTest} asks of the entries is asked of both forms by one code.
 */
class StatusListJwtTest {
    private static final String URI = DemoSite.JWT_STATUS_URI;

    private final List<DynamicTest> tests = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> headerSignatureAndClaimsAreAsTheRulesSay() {
        accepts("as it is made", list -> list);
        accepts("without a kid", list -> list.withoutHeader("kid"));
        accepts("a twin signature", list -> list.signature(SigningKey::twin));
        accepts("a ttl", list -> list.claim("ttl", 300));
        refuses("typ", "typ: expected statuslist+jwt", l -> l.header("typ", "JWT"));
        refuses("typ of a CWT", "typ: expected statuslist+jwt", l -> typ(l, "statuslist+cwt"));
        refuses("no signature", "alg: expected ES256", l -> l.header("alg", "none"));
        refuses("a MAC", "alg: expected ES256", l -> l.header("alg", "HS256"));
        String header = "header: expected alg, typ and kid, nothing else";
        refuses("a key of its own", header, l -> l.header("jwk", World.stranger().jwk()));
        refuses("crit", header, l -> l.header("crit", List.of("exp")));
        refuses("another kid", "kid: expected \"73743031\"", l -> l.header("kid", "73743032"));
        refuses("a kid of its bytes", "kid: expected \"73743031\"", l -> l.header("kid", "st01"));
        String signature = "signature: expected one by key \"73743031\", which did not sign this";
        refuses("a stranger's", signature, list -> list.signedWith(World.stranger()));
        refuses("63 bytes", signature, l -> l.signature(bytes -> Arrays.copyOf(bytes, 63)));
        refuses("header no object", "header: expected an object", l -> l.headerText(_ -> "[]"));
        refuses("no iat", "iat: expected an unsigned integer", l -> l.withoutClaim("iat"));
        refuses("no exp", "exp: expected an unsigned integer", l -> l.withoutClaim("exp"));
        refuses("no list", "status_list: expected an object", l -> l.withoutClaim("status_list"));
        String lst = "status_list.lst: expected canonical base64url";
        refuses("no lst", lst, list -> list.claim("status_list", new JsonMap().put("bits", 1)));
        refuses("padded", lst, l -> l.claim("status_list", entries("eNpjYAAAAAEAAQ==")));
        refuses(
                "not zlib",
                "status_list.lst: expected a zlib stream",
                list -> list.claim("status_list", entries("AQIDBA")));
        String form =
                "expected a status list that names its uri: a Token Status List in a .cwt or .jwt"
                        + " file, a W3C one in a .bitstring file, identifiers in an .identifiers or"
                        + " .states file";
        refuses("no sub", form, list -> list.withoutClaim("sub"));
        refuses("claims twice", form, l -> l.claimText(t -> t.replaceFirst("\\{", "{\"sub\":1,")));
        return tests.stream();
    }

    /** A string of a presentation has at most 16 384 characters; this one is far longer. */
    @Test
    void aListOfManyEntriesIsReadWhole() {
        var world = new World();
        var p2 = new P2World(world);
        var random = new Random(1);
        var many = new StatusArray(1 << 20, 2);
        for (int i = 0; i < 1 << 20; i++) {
            many.set(i, i == World.INDEX ? StatusArray.VALID : random.nextInt(2));
        }
        String token = world.lists.jwt(URI, many, NOON.minusSeconds(60)).toText();
        assertTrue(token.length() > 100_000);
        world.jwtLists.put(URI, token);
        assertInstanceOf(AccessDecision.Granted.class, world.decideText(p2.token().toText()));
    }

    private void refuses(String sentence, String fault, UnaryOperator<Jwt> change) {
        tests.add(
                DynamicTest.dynamicTest(
                        "refuses: " + sentence,
                        () -> {
                            var world = new World();
                            var p2 = new P2World(world);
                            p2.list(URI, change);
                            assertEquals(List.of(fault), faults(world));
                            assertEquals(
                                    new AccessDecision.Denied<>(DenyReason.STATUS_LIST_ABSENT),
                                    world.decideText(p2.token().toText()));
                        }));
    }

    private void accepts(String sentence, UnaryOperator<Jwt> change) {
        tests.add(
                DynamicTest.dynamicTest(
                        "accepts: " + sentence,
                        () -> {
                            var world = new World();
                            new P2World(world).list(URI, change);
                            assertEquals(List.of(), faults(world));
                        }));
    }

    private static List<String> faults(World world) {
        var reading = world.read(world.directory().files());
        return assertInstanceOf(TrustReading.Whole.class, reading).listFaults().stream()
                .map(TrustFault::problem)
                .toList();
    }

    private static Jwt typ(Jwt list, String typ) {
        return list.header("typ", typ);
    }

    private static JsonMap entries(String lst) {
        return new JsonMap().put("bits", 1).put("lst", lst);
    }
}
