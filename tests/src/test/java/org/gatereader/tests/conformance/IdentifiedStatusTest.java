package org.gatereader.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.CborMap;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.revocation.StatusListSource.Format;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Realm;
import org.junit.jupiter.api.Test;

/** A credential whose status has a name instead of an index, from the trust directory on. */
class IdentifiedStatusTest {
    private static final byte[] ID = {'v', 'c', '-', '1', '7'};
    private static final byte[] OTHER = {'v', 'c', '-', '1', '8'};

    @Test
    void whoIsInAnIdentifierListIsRefused() {
        var listed = new CborMap().put(Cbor.bytes(ID), Cbor.map(new CborMap()));
        assertDenied(DenyReason.REVOKED, decide(Format.IDENTIFIERS, listed));
    }

    @Test
    void whoIsNotInAnIdentifierListPasses() {
        var listed = new CborMap().put(Cbor.bytes(OTHER), Cbor.map(new CborMap()));
        assertGranted(decide(Format.IDENTIFIERS, listed));
    }

    @Test
    void whoIsSuspendedInATableIsRefusedAndPassesOnceRestored() {
        assertDenied(DenyReason.SUSPENDED, decide(StatusArray.SUSPENDED));
        assertGranted(decide(StatusArray.VALID));
    }

    @Test
    void whoIsRevokedInATableIsRefusedForThat() {
        assertDenied(DenyReason.REVOKED, decide(StatusArray.REVOKED));
        assertDenied(DenyReason.STATUS_VALUE_UNKNOWN, decide(3));
    }

    @Test
    void ofWhomATableDoesNotTellNothingIsGuessed() {
        var others = new CborMap().put(Cbor.bytes(OTHER), Cbor.integer(StatusArray.VALID));
        assertDenied(DenyReason.STATUS_INDEX_OUT_OF_RANGE, decide(Format.STATES, others));
    }

    @Test
    void aListOfNobodysIsNotAsked() {
        var world = world(Format.STATES, state(StatusArray.VALID));
        var reference = reference(ID, "https://elsewhere.example/1");
        assertDenied(DenyReason.STATUS_LIST_UNKNOWN, decide(world, reference));
    }

    @Test
    void anIdentifierThatIsNoneIsNoStatus() {
        var world = world(Format.STATES, state(StatusArray.VALID));
        var loose = new JsonMap().put("id", "dmM=").put("uri", DemoSite.STATUS_URI);
        var status = new JsonMap().put("identifier_list", loose);
        assertDenied(DenyReason.CLAIMS_INVALID, decide(world, status));
        var both = reference(ID, DemoSite.STATUS_URI).put("status_list", new JsonMap());
        assertDenied(DenyReason.CLAIMS_INVALID, decide(world, both));
    }

    private static AccessDecision<Realm.Production> decide(int state) {
        return decide(Format.STATES, state(state));
    }

    private static AccessDecision<Realm.Production> decide(Format format, CborMap entries) {
        return decide(world(format, entries), reference(ID, DemoSite.STATUS_URI));
    }

    private static AccessDecision<Realm.Production> decide(P2World world, JsonMap status) {
        world.world.at(World.NOON.plus(Duration.ofSeconds(1)));
        var credential = world.credential().claim("status", status);
        return world.world.decideText(world.present(credential).toText());
    }

    private static CborMap state(int state) {
        return new CborMap().put(Cbor.bytes(ID), Cbor.integer(state));
    }

    private static P2World world(Format format, CborMap entries) {
        var world = new P2World(new World());
        var source =
                world.world.lists.trustEntry().put("format", format.label()).put("maxEntries", 10);
        world.trustEntry.put("status", List.of(source));
        world.world.moreFiles.put(
                DemoSite.statusFile(DemoSite.STATUS_URI, format.label()),
                IdentifierListTest.token(format, entries).toBytes());
        return world;
    }

    private static JsonMap reference(byte[] id, String uri) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
        return new JsonMap().put("identifier_list", new JsonMap().put("id", text).put("uri", uri));
    }

    private static void assertDenied(DenyReason reason, AccessDecision<Realm.Production> decision) {
        assertInstanceOf(AccessDecision.Denied.class, decision);
        assertEquals(reason, ((AccessDecision.Denied<Realm.Production>) decision).reason());
    }

    private static void assertGranted(AccessDecision<Realm.Production> decision) {
        assertInstanceOf(AccessDecision.Granted.class, decision);
    }
}
