package org.gatereader.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.CborMap;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Labels;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.demo.wallet.StatusListToken;
import org.gatereader.verifier.encoding.KeyName;
import org.gatereader.verifier.revocation.ListReading;
import org.gatereader.verifier.revocation.RevocationList;
import org.gatereader.verifier.revocation.RevocationState;
import org.gatereader.verifier.revocation.StatusListSource;
import org.gatereader.verifier.revocation.StatusListSource.Format;
import org.gatereader.verifier.revocation.StatusListSource.Signer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** ISO/IEC 18013-5's identifier list and our table of states: read into a list as ours are. */
class IdentifierListTest {
    private static final StatusListIssuer ISSUER = StatusListIssuer.demo();
    private static final long STATUS_LIST = 65_533;
    private static final int ENTRIES_MAX = 1000;
    private static final byte[] ANN = {1, 2, 3};
    private static final byte[] BOB = {1, 2, 3, 0};
    private static final byte[] CYD = {(byte) 0xFF};

    private final List<DynamicTest> tests = new ArrayList<>();

    /** A form, the claim that it has its entries in, and an entry that is right there. */
    private record Kind(Format format, String typ, long claim, Cbor entry) {}

    private static final Kind ISO =
            new Kind(
                    Format.IDENTIFIERS,
                    "application/identifierlist+cwt",
                    65_530,
                    Cbor.map(new CborMap()));

    private static final Kind STATES =
            new Kind(Format.STATES, "application/gr-states+cwt", -65_539, Cbor.integer(1));

    @Test
    void whoIsInAnIdentifierListIsRevokedAndNobodyElse() {
        RevocationList list = accepted(ISO, of(ISO, ANN, CYD));
        assertEquals(2, list.size());
        assertEquals(RevocationState.REVOKED, list.stateOf(ANN));
        assertEquals(RevocationState.REVOKED, list.stateOf(CYD));
        assertEquals(RevocationState.VALID, list.stateOf(BOB));
        assertEquals(RevocationState.VALID, list.stateOf(new byte[0]));
        assertEquals(RevocationState.VALID, list.stateOf(new byte[100]));
    }

    @Test
    void aTableTellsSuspendedFromRevokedAndKnowsNothingOfWhomItLacks() {
        var states = new CborMap();
        states.put(Cbor.bytes(ANN), Cbor.integer(StatusArray.VALID));
        states.put(Cbor.bytes(BOB), Cbor.integer(StatusArray.SUSPENDED));
        states.put(Cbor.bytes(CYD), Cbor.integer(StatusArray.REVOKED));
        states.put(Cbor.bytes(new byte[] {9}), Cbor.integer(77));
        RevocationList list = accepted(STATES, states);
        assertEquals(RevocationState.VALID, list.stateOf(ANN));
        assertEquals(RevocationState.SUSPENDED, list.stateOf(BOB));
        assertEquals(RevocationState.REVOKED, list.stateOf(CYD));
        assertEquals(RevocationState.UNKNOWN_VALUE, list.stateOf(new byte[] {9}));
        assertEquals(RevocationState.NOT_COVERED, list.stateOf(new byte[] {1, 2}));
    }

    /** Neither kind of list guesses about a reference of the other kind. */
    @Test
    void anIndexIsNoIdentifier() {
        assertEquals(RevocationState.NOT_COVERED, accepted(STATES, of(STATES, ANN)).stateAt(0));
        assertEquals(RevocationState.NOT_COVERED, accepted(ISO, of(ISO, ANN)).stateAt(0));
        var packed = new World().trust().lists().getFirst();
        assertEquals(RevocationState.NOT_COVERED, packed.stateOf(ANN));
    }

    @Test
    void thousandsAreFoundWhereTheyAreMapped() {
        var random = new Random(7);
        var states = new CborMap();
        Map<String, Integer> expected = new TreeMap<>();
        while (expected.size() < ENTRIES_MAX) {
            byte[] id = new byte[1 + random.nextInt(64)];
            random.nextBytes(id);
            if (expected.putIfAbsent(Arrays.toString(id), 1) == null) {
                states.put(Cbor.bytes(id), Cbor.integer(StatusArray.REVOKED));
            }
        }
        RevocationList list = accepted(STATES, states);
        var copy = ByteBuffer.allocateDirect(list.bytes()).put(list.packed()).flip();
        RevocationList mapped = list.over(copy);
        assertTrue(mapped.isSameAs(list));
        var again = new Random(7);
        for (int i = 0; i < ENTRIES_MAX; i++) {
            byte[] id = new byte[1 + again.nextInt(64)];
            again.nextBytes(id);
            assertEquals(RevocationState.REVOKED, mapped.stateOf(id));
            id[0] ^= 0x55;
            boolean isThere = expected.containsKey(Arrays.toString(id));
            var state = isThere ? RevocationState.REVOKED : RevocationState.NOT_COVERED;
            assertEquals(state, mapped.stateOf(id));
        }
    }

    @TestFactory
    Stream<DynamicTest> justInsideAndJustOutside() {
        for (Kind kind : List.of(ISO, STATES)) {
            accepts(kind, "nobody", of(kind));
            accepts(kind, "as many as the source may have", many(kind, ENTRIES_MAX));
            refuses(
                    kind,
                    "one more",
                    "identifiers: expected at most 1000",
                    many(kind, ENTRIES_MAX + 1));
            accepts(kind, "64 bytes", of(kind, new byte[64]));
            String sized = "identifiers: expected byte strings of 1 to 64 bytes";
            refuses(kind, "65 bytes", sized, of(kind, new byte[65]));
            refuses(kind, "no byte", sized, of(kind, new byte[0]));
            refuses(kind, "an identifier in words", sized, new CborMap().put("ann", kind.entry()));
        }
        String form = "identifiers: expected an entry of the list's form";
        var state = new CborMap();
        accepts(STATES, "255", state.put(Cbor.bytes(ANN), Cbor.integer(255)));
        for (Cbor wrong : List.of(Cbor.integer(256), Cbor.integer(-1), Cbor.text("ACTIVE"))) {
            refuses(STATES, "state", form, new CborMap().put(Cbor.bytes(ANN), wrong));
        }
        refuses(ISO, "a state", form, new CborMap().put(Cbor.bytes(ANN), Cbor.integer(1)));
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotOneIsRefusedByARule() {
        for (Kind kind : List.of(ISO, STATES)) {
            String typ = "header 16 (typ): expected " + kind.typ();
            changed(kind, "a status list", typ, t -> typ(t, "application/statuslist+cwt"));
            changed(kind, "a stranger", "signature: expected", t -> t.signedWith(World.stranger()));
            changed(kind, "no exp", "exp: expected", t -> t.withoutClaim(Labels.CLAIM_EXP));
            changed(kind, "another uri", "sub: expected a uri", t -> t.subject("https://other/1"));
            changed(
                    kind,
                    "no list",
                    kind.claim() + ": expected a map with identifiers",
                    t -> t.withoutClaim(kind.claim()));
            var twice = of(kind, ANN).add(Cbor.bytes(ANN), kind.entry());
            refuses(kind, "somebody twice", "claims: expected a map", twice);
        }
        String header = "header: expected alg, typ and kid";
        changed(STATES, "a chain", header, t -> t.header(33, Cbor.bytes(ANN)));
        changed(ISO, "another header", header, t -> t.header(99, Cbor.bytes(ANN)));
        return tests.stream();
    }

    /** The standard has the signer's certificate there; whom we trust, the trust entry says. */
    @Test
    void aCertificateInAnIdentifierListCountsForNothing() {
        var token = token(ISO, of(ISO, ANN)).header(33, Cbor.bytes(ANN));
        assertInstanceOf(ListReading.Accepted.class, read(ISO, token));
    }

    private static CborMap of(Kind kind, byte[]... identifiers) {
        var map = new CborMap();
        for (byte[] identifier : identifiers) {
            map.put(Cbor.bytes(identifier), kind.entry());
        }
        return map;
    }

    private static CborMap many(Kind kind, int count) {
        return of(
                kind,
                IntStream.range(0, count)
                        .mapToObj(i -> ByteBuffer.allocate(4).putInt(i).array())
                        .toArray(byte[][]::new));
    }

    private static StatusListToken typ(StatusListToken token, String typ) {
        return token.header(Labels.HEADER_TYP, Cbor.text(typ));
    }

    static StatusListToken token(Format format, CborMap entries) {
        return token(format == Format.STATES ? STATES : ISO, entries);
    }

    private static StatusListToken token(Kind kind, CborMap entries) {
        var list = new CborMap().put("identifiers", Cbor.map(entries));
        var token =
                ISSUER.foreignToken(
                                DemoSite.STATUS_URI,
                                new StatusArray(8, 1),
                                World.NOON.minusSeconds(60))
                        .withoutClaim(STATUS_LIST)
                        .claim(kind.claim(), Cbor.map(list));
        return typ(token, kind.typ());
    }

    private void accepts(Kind kind, String name, CborMap entries) {
        add(kind, name, () -> accepted(kind, entries));
    }

    private void refuses(Kind kind, String name, String problem, CborMap entries) {
        add(kind, name, () -> assertRejected(problem, read(kind, token(kind, entries))));
    }

    private void changed(
            Kind kind, String name, String problem, UnaryOperator<StatusListToken> change) {
        var token = change.apply(token(kind, of(kind, ANN)));
        add(kind, name, () -> assertRejected(problem, read(kind, token)));
    }

    private void add(Kind kind, String name, Runnable test) {
        tests.add(DynamicTest.dynamicTest(kind.format() + ": " + name, test::run));
    }

    private static void assertRejected(String problem, ListReading reading) {
        var rejected = assertInstanceOf(ListReading.Rejected.class, reading);
        assertTrue(rejected.fault().startsWith(problem), rejected.fault());
    }

    private static RevocationList accepted(Kind kind, CborMap entries) {
        ListReading reading = read(kind, token(kind, entries));
        assertInstanceOf(ListReading.Accepted.class, reading, reading.toString());
        return ((ListReading.Accepted) reading).list();
    }

    private static ListReading read(Kind kind, StatusListToken token) {
        var key = World.CRYPTO.p256Key(ISSUER.key().x(), ISSUER.key().y()).orElseThrow();
        return new StatusListSource(
                        DemoSite.STATUS_URI_PREFIX,
                        kind.format(),
                        new Signer(KeyName.of(ISSUER.keyName()), key),
                        ENTRIES_MAX)
                .read(token.toBytes(), World.NOON);
    }
}
