package org.gatereader.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.CborMap;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Labels;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListToken;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.trust.TrustFault;
import org.gatereader.verifier.trust.TrustReading;
import org.gatereader.verifier.verdict.DenyReason;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * RULES, Status lists: what a list must be to serve. One that is not is left out with a fault that
 * names the place, its credentials are refused with 405, and everything else goes on.
 */
class StatusListTest {
    private static final Instant ISSUED = World.NOON.minusSeconds(3600);
    private static final byte[] OTHER_KEY_ID = {'s', 't', '0', '2'};
    private static final Cbor ONE = Cbor.integer(1);
    private static final int ENTRIES_MAX = 1 << 20;

    private final List<DynamicTest> tests = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> aListIsOneCoseSign1InTag18() {
        String envelope =
                "expected a status list that names its uri: a Token Status List in a .cwt or .jwt"
                        + " file, a W3C one in a .bitstring file, identifiers in an .identifiers or"
                        + " .states file";
        refuses("no tag", envelope, list -> list.tagging(array -> array));
        refuses("tag 61 around", envelope, l -> l.tagging(a -> Cbor.tag(61, Cbor.tag(18, a))));
        refuses("a MAC", envelope, list -> list.tagging(array -> Cbor.tag(17, array)));
        refuses("5 elements", envelope, list -> list.parts(StatusListTest::withAFifth));
        refuses("63 bytes of signature", envelope, l -> l.signature(s -> Arrays.copyOf(s, 63)));
        refuses("claims of an array", envelope, l -> l.claimBytes(_ -> Cbor.array(ONE).toBytes()));
        refuses(
                "claims cut short",
                envelope,
                l -> l.claimBytes(b -> Arrays.copyOf(b, b.length - 1)));
        refuses("a key twice", envelope, StatusListTest::twice);
        refuses("no sub", envelope, list -> list.withoutClaim(Labels.CLAIM_SUB));
        refuses("sub of a number", envelope, list -> list.claim(Labels.CLAIM_SUB, ONE));
        accepts("keys in another order", l -> l.claimBytes(_ -> reversed(l.claims())));
        accepts("headers in another order", l -> l.headerBytes(_ -> reversed(l.headers())));
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> headersAreAlgTypAndKidAndOnlyKidUnprotected() {
        String typ = "header 16 (typ): expected application/statuslist+cwt";
        String alg = "header 1 (alg): expected -7 or -9";
        String kid = "header 4 (kid): expected \"73743031\"";
        String headers = "header: expected alg, typ and kid, and of these only kid unprotected";
        refuses("no typ", typ, list -> list.withoutHeader(Labels.HEADER_TYP));
        refuses("the typ of JWT", typ, list -> typ(list, "statuslist+jwt"));
        refuses("typ in capitals", typ, list -> typ(list, "application/StatusList+cwt"));
        refuses("typ without application", typ, list -> typ(list, "statuslist+cwt"));
        refuses("typ as a number", typ, list -> list.header(Labels.HEADER_TYP, ONE));
        refuses("no alg", alg, list -> list.withoutHeader(Labels.HEADER_ALG));
        refuses("EdDSA", alg, list -> list.algorithm(Labels.ALG_EDDSA));
        accepts("ES256", list -> list.algorithm(Labels.ALG_ES256));
        accepts("no kid", list -> list.withoutHeader(Labels.HEADER_KID));
        accepts("kid unprotected", list -> list.keyIdUnprotected(keyId()));
        refuses(
                "another kid",
                kid,
                list -> list.header(Labels.HEADER_KID, Cbor.bytes(OTHER_KEY_ID)));
        refuses("another kid unprotected", kid, list -> list.keyIdUnprotected(OTHER_KEY_ID));
        refuses("kid as text", kid, list -> list.header(Labels.HEADER_KID, Cbor.text("st01")));
        refuses("crit", headers, list -> list.header(Labels.HEADER_CRIT, Cbor.array(ONE)));
        refuses("x5chain", headers, list -> list.header(33, Cbor.bytes(OTHER_KEY_ID)));
        refuses("alg unprotected, too", headers, list -> unprotected(list, Labels.HEADER_ALG));
        refuses("a header of its own unprotected", headers, list -> unprotected(list, 99));
        refuses("headers of an array", "header: expected a map", l -> l.headerBytes(_ -> array()));
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> onlyTheStatusKeySigns() {
        String signer = "signature: expected one by key \"73743031\", which did not sign this";
        refuses("a stranger", signer, list -> list.signedWith(DemoKeys.named("status-stranger")));
        refuses(
                "the key of credentials",
                signer,
                list -> list.signedWith(DemoKeys.named("issuer")));
        refuses("claims changed afterwards", signer, list -> list.parts(StatusListTest::changed));
        refuses("zeros", signer, list -> list.signature(_ -> new byte[64]));
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> aListIsForTheUriItsFileIsNamedAfterAndItsSourceCovers() {
        String sources = "expected a status entry of format cwt in issuers.json that covers ";
        refuses("another uri", named("/2"), list -> list.subject(DemoSite.STATUS_URI_PREFIX + "2"));
        refuses(
                "a uri with a slash",
                named("/1/"),
                list -> list.subject(DemoSite.STATUS_URI + "/"));
        covered("a uri of nobody's", sources, "https://elsewhere.example/1");
        covered("a uri like the prefix", sources, "https://st.mobileid.go.kr.example/1");
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> iatAndExpAreThereAndAtMost31DaysApart() {
        String iat = "iat: expected an unsigned integer";
        String exp = "exp: expected an unsigned integer";
        String days = "exp: expected after iat, " + ISSUED + ", and at most 31 days later, got ";
        var ahead = World.NOON.plusSeconds(60);
        var month = ISSUED.plus(Duration.ofDays(31));
        refuses("no iat", iat, list -> list.withoutClaim(Labels.CLAIM_IAT));
        refuses("a negative iat", iat, list -> list.claim(Labels.CLAIM_IAT, Cbor.integer(-1)));
        refuses("an iat of 2^63", iat, list -> list.claim(Labels.CLAIM_IAT, beyond63Bits()));
        refuses("no exp", exp, list -> list.withoutClaim(Labels.CLAIM_EXP));
        refuses("an exp in words", exp, list -> list.claim(Labels.CLAIM_EXP, Cbor.text("never")));
        accepts("60 s ahead", list -> list.issuedAt(ahead));
        refuses(
                "61 s ahead",
                "iat: expected at most 60 s ahead of 2030-01-01T03:00:00Z, got 2030-01-01T03:01:01Z",
                list -> list.issuedAt(ahead.plusSeconds(1)));
        accepts("31 days", list -> list.validUntil(month));
        refuses(
                "31 days and a second",
                days + month.plusSeconds(1),
                l -> l.validUntil(month.plusSeconds(1)));
        refuses("no time at all", days + ISSUED, list -> list.validUntil(ISSUED));
        accepts("one second", list -> list.validUntil(ISSUED.plusSeconds(1)));
        refuses(
                "an end before it begins",
                days + ISSUED.minusSeconds(1),
                l -> l.validUntil(ISSUED.minusSeconds(1)));
        refuses(
                "an exp beyond all calendars",
                "exp: expected seconds since 1970, got a time out of range",
                list -> list.claim(Labels.CLAIM_EXP, Cbor.integer(Long.MAX_VALUE)));
        accepts("a hint when to fetch again", list -> list.fetchAgainAfter(Duration.ofDays(99)));
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> entriesHave1Or2Or4Or8Bits() {
        String bits = "status_list.bits: expected 1, 2, 4 or 8, got ";
        byte[] zlib = new StatusArray(64, 1).compressed();
        for (int good : List.of(1, 2, 4, 8)) {
            accepts(good + " bits", list -> list.entries(good, zlib));
        }
        for (int bad : List.of(0, 3, 5, 16, 64)) {
            refuses(bad + " bits", bits + bad, list -> list.entries(bad, zlib));
        }
        refuses(
                "no bits",
                "status_list.bits: expected an unsigned integer",
                list -> without(list, "bits"));
        refuses("no lst", "status_list.lst: expected a byte string", list -> without(list, "lst"));
        refuses(
                "no list",
                "65533 (status_list): expected a map",
                l -> l.withoutClaim(Labels.CLAIM_STATUS_LIST));
        accepts("a member of its own", list -> with(list, "aggregation_uri", Cbor.text("x")));
        refuses(
                "lst as text",
                "status_list.lst: expected a byte string",
                list -> with(list, "lst", Cbor.text("eNpj")));
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> entriesAreOneZlibStreamOfAtMostTheConfiguredSize() {
        String zlib = "status_list.lst: expected a zlib stream";
        String whole = "status_list.lst: expected one whole zlib stream without a dictionary";
        String cap =
                "status_list.lst: expected at most " + ENTRIES_MAX / 4 + " bytes, decompressed";
        refuses("no byte", whole, list -> list.entries(2, new byte[0]));
        refuses("not zlib", zlib, list -> list.entries(2, new byte[] {1, 2, 3, 4}));
        refuses("bare deflate", zlib, list -> list.entries(2, deflate(8, true)));
        refuses("cut short", whole, list -> list.entries(2, resized(deflate(8, false), -1)));
        refuses(
                "a checksum that is wrong",
                zlib,
                list -> list.entries(2, flipped(deflate(8, false))));
        refuses(
                "a byte behind",
                "status_list.lst: expected nothing after the zlib stream",
                l -> l.entries(2, resized(deflate(8, false), 1)));
        refuses(
                "two streams",
                "status_list.lst: expected nothing after the zlib stream",
                l -> l.entries(2, twice(deflate(8, false))));
        refuses("a dictionary", whole, list -> list.entries(2, withDictionary()));
        accepts(
                "as many entries as configured",
                list -> list.entries(2, deflate(ENTRIES_MAX / 4, false)));
        refuses("one byte more", cap, list -> list.entries(2, deflate(ENTRIES_MAX / 4 + 1, false)));
        refuses("a bomb", cap, list -> list.entries(2, deflate(1 << 26, false)));
        accepts("nothing, compressed", list -> list.entries(2, deflate(0, false)));
        return tests.stream();
    }

    private void refuses(String sentence, String fault, UnaryOperator<StatusListToken> change) {
        tests.add(
                DynamicTest.dynamicTest(
                        "refuses: " + sentence,
                        () -> {
                            var world = new World();
                            world.listChange = change;
                            assertEquals(List.of(fault), faults(world));
                            assertEquals(
                                    new AccessDecision.Denied<>(DenyReason.STATUS_LIST_ABSENT),
                                    world.decide(world.token()));
                        }));
    }

    private void accepts(String sentence, UnaryOperator<StatusListToken> change) {
        tests.add(
                DynamicTest.dynamicTest(
                        "accepts: " + sentence,
                        () -> {
                            var world = new World();
                            world.listChange = change;
                            assertEquals(List.of(), faults(world));
                        }));
    }

    private void covered(String sentence, String fault, String uri) {
        tests.add(
                DynamicTest.dynamicTest(
                        "refuses: " + sentence,
                        () -> {
                            var world = new World();
                            var list = world.lists.token(uri, world.statuses, ISSUED);
                            world.moreLists.put(uri, list.toBytes());
                            assertEquals(List.of(fault + uri), faults(world));
                        }));
    }

    private static List<String> faults(World world) {
        var reading = world.read(world.directory().files());
        return assertInstanceOf(TrustReading.Whole.class, reading).listFaults().stream()
                .map(TrustFault::problem)
                .toList();
    }

    /** How a file should have been named for the uri below the prefix. */
    private static String named(String ending) {
        String uri = DemoSite.STATUS_URI_PREFIX + ending.substring(1);
        byte[] digest = World.CRYPTO.sha256(uri.getBytes(StandardCharsets.UTF_8));
        return "expected the file name to be status/"
                + HexFormat.of().formatHex(digest)
                + ".cwt for its sub";
    }

    private static StatusListToken typ(StatusListToken list, String typ) {
        return list.header(Labels.HEADER_TYP, Cbor.text(typ));
    }

    private static StatusListToken unprotected(StatusListToken list, long label) {
        var headers = new CborMap().put(4, Cbor.bytes(keyId())).put(label, ONE);
        return list.unprotected(Cbor.map(headers));
    }

    private static byte[] keyId() {
        return new byte[] {'s', 't', '0', '1'};
    }

    private static byte[] array() {
        return Cbor.array(ONE).toBytes();
    }

    private static byte[] reversed(CborMap entries) {
        return Cbor.mapAsGiven(entries.reversed()).toBytes();
    }

    private static StatusListToken twice(StatusListToken list) {
        list.claims().add(Cbor.integer(Labels.CLAIM_SUB), Cbor.text(DemoSite.STATUS_URI));
        return list;
    }

    private static List<Cbor> withAFifth(List<Cbor> parts) {
        return List.of(parts.get(0), parts.get(1), parts.get(2), parts.get(3), ONE);
    }

    /** Everybody is valid after all. */
    private static List<Cbor> changed(List<Cbor> parts) {
        byte[] claims = parts.get(2).toBytes();
        claims[claims.length - 1] ^= 1;
        return List.of(parts.get(0), parts.get(1), Cbor.raw(claims), parts.get(3));
    }

    private static Cbor beyond63Bits() {
        return Cbor.integer(BigInteger.TWO.pow(63));
    }

    private static StatusListToken with(StatusListToken list, String name, Cbor value) {
        return list.claim(Labels.CLAIM_STATUS_LIST, Cbor.map(members().put(name, value)));
    }

    private static StatusListToken without(StatusListToken list, String name) {
        return list.claim(Labels.CLAIM_STATUS_LIST, Cbor.map(members().remove(Cbor.text(name))));
    }

    private static CborMap members() {
        return new CborMap()
                .put("bits", ONE)
                .put("lst", Cbor.bytes(new StatusArray(64, 1).compressed()));
    }

    private static byte[] deflate(int zeros, boolean isBare) {
        return deflate(new Deflater(Deflater.BEST_COMPRESSION, isBare), new byte[zeros]);
    }

    private static byte[] withDictionary() {
        var deflater = new Deflater();
        deflater.setDictionary(new byte[] {1, 2, 3, 4});
        return deflate(deflater, new byte[] {1, 2, 3, 4, 1, 2, 3, 4});
    }

    static byte[] deflated(byte[] content) {
        return deflate(new Deflater(), content);
    }

    private static byte[] deflate(Deflater deflater, byte[] content) {
        deflater.setInput(content);
        deflater.finish();
        byte[] stream = new byte[content.length / 100 + 100];
        int length = deflater.deflate(stream);
        deflater.end();
        return Arrays.copyOf(stream, length);
    }

    private static byte[] resized(byte[] bytes, int by) {
        return Arrays.copyOf(bytes, bytes.length + by);
    }

    private static byte[] flipped(byte[] bytes) {
        bytes[bytes.length - 1] ^= 1;
        return bytes;
    }

    private static byte[] twice(byte[] bytes) {
        byte[] twice = Arrays.copyOf(bytes, 2 * bytes.length);
        System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
        return twice;
    }
}
