package org.gatereader.tests.conformance;

import static org.gatereader.verifier.verdict.Check.STATUS;
import static org.gatereader.verifier.verdict.DenyReason.REVOKED;
import static org.gatereader.verifier.verdict.DenyReason.STATUS_INDEX_OUT_OF_RANGE;
import static org.gatereader.verifier.verdict.DenyReason.STATUS_LIST_ABSENT;
import static org.gatereader.verifier.verdict.DenyReason.STATUS_LIST_STALE;
import static org.gatereader.verifier.verdict.DenyReason.STATUS_LIST_UNKNOWN;
import static org.gatereader.verifier.verdict.DenyReason.STATUS_MISSING;
import static org.gatereader.verifier.verdict.DenyReason.STATUS_VALUE_UNKNOWN;
import static org.gatereader.verifier.verdict.DenyReason.SUSPENDED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.CborMap;
import org.gatereader.demo.wallet.Credential;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Issuer;
import org.gatereader.demo.wallet.Labels;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.verdict.Realm;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Check 17 of PROFILE-P1 and RULES, Status lists: what a list says of a credential. */
class P1StatusTest {
    private static final Instant NOON = World.NOON;
    private static final String BELOW = DemoSite.STATUS_URI_PREFIX + "branch/";

    @TestFactory
    Stream<DynamicTest> aCredentialNamesItsStatusUnlessItsTypeIsExempt() {
        var type = DemoSite.CREDENTIAL_TYPE;
        return Cases.of(STATUS, STATUS_MISSING)
                .refuses("no status", w -> exempting(w, List.of(), withoutStatus(w)))
                .refuses(
                        "no status, another type exempt",
                        w -> exempting(w, List.of("a/b"), withoutStatus(w)))
                .refuses(
                        "no status, a part of the type exempt",
                        w -> exempting(w, List.of("mobileid.go.kr/"), withoutStatus(w)))
                .grants(
                        "no status, its type exempt",
                        w -> exempting(w, List.of(type), withoutStatus(w)))
                .then(STATUS, REVOKED)
                .refuses(
                        "revoked all the same, its type exempt",
                        w -> exempting(w, List.of(type), revoked(w)))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aListIsKnownByItsIssuerAndUriPrefix() {
        return Cases.of(STATUS, STATUS_LIST_UNKNOWN)
                .refuses("a uri elsewhere", w -> at(w, "https://elsewhere.example/1"))
                .refuses("a uri like the prefix", w -> at(w, "https://st.mobileid.go.kr.example/1"))
                .refuses("the prefix in capitals", w -> at(w, "https://ST.mobileid.go.kr/1"))
                .refuses("the beginning of the prefix", w -> at(w, "https://st.mobileid.go.kr"))
                .refuses("another mechanism", w -> mechanism(w, "identifier_list"))
                .refuses("no mechanism", w -> status(w, new CborMap()))
                .refuses("an issuer without lists", P1StatusTest::noSource)
                .refuses("a list of another issuer", P1StatusTest::othersList)
                .then(STATUS, STATUS_LIST_ABSENT)
                .refuses(
                        "a uri below the prefix, no list",
                        w -> at(w, DemoSite.STATUS_URI_PREFIX + "2"))
                .refuses("the prefix itself, no list", w -> at(w, DemoSite.STATUS_URI_PREFIX))
                .grants("a uri below the prefix and its list", w -> at(w, DemoSite.STATUS_URI))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> theLongestPrefixNamesTheSigner() {
        return Cases.of(STATUS, STATUS_LIST_ABSENT)
                .grants("below both, signed by the longer's key", w -> nested(w, "status-stranger"))
                .refuses("below both, signed by the shorter's key", w -> nested(w, "status"))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aListAnswersUntilItExpiresOrIsSevenDaysOld() {
        var week = Duration.ofDays(7);
        var month = Duration.ofDays(31);
        var second = Duration.ofSeconds(1);
        return Cases.of(STATUS, STATUS_LIST_STALE)
                .grants("7 days old", w -> aged(w, week, month))
                .refuses("7 days and a second old", w -> aged(w, week.plus(second), month))
                .refuses("a nanosecond older than 7 days", P1StatusTest::justTooOld)
                .refuses("expiring now", w -> aged(w, second, second))
                .grants("expiring in a second", w -> aged(w, second, second.plus(second)))
                .refuses("expired for a month", w -> aged(w, month, week))
                .refuses("stale, and it says revoked", P1StatusTest::staleAndRevoked)
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> anIndexOutsideTheListIsNoAnswer() {
        return Cases.of(STATUS, STATUS_INDEX_OUT_OF_RANGE)
                .grants("the last entry", w -> indexed(w, DemoSite.STATUS_ENTRIES - 1))
                .refuses("one behind the last", w -> indexed(w, DemoSite.STATUS_ENTRIES))
                .refuses("the greatest index", w -> indexed(w, 0xffff_ffffL))
                .refuses("the first of an empty list", P1StatusTest::emptyList)
                .grants("the last of a list of one byte", w -> ofOneByte(w, 3))
                .refuses("one behind it", w -> ofOneByte(w, 4))
                .tests();
    }

    /** Every value an entry can hold; the entries beside it hold every other bit. */
    @TestFactory
    Stream<DynamicContainer> valuesAreReadLeastSignificantBitFirst() {
        return Stream.of(1, 2, 4, 8)
                .map(bits -> DynamicContainer.dynamicContainer(bits + " bits", valuesOf(bits)));
    }

    private static Stream<DynamicTest> valuesOf(int bits) {
        int greatest = (1 << bits) - 1;
        var cases = Cases.of(STATUS, REVOKED);
        for (int value : List.of(0, 1, 2, 3, 4, greatest)) {
            if (value <= greatest) {
                expect(cases, value, w -> among(w, bits, value));
            }
        }
        return cases.tests();
    }

    private static void expect(Cases cases, int value, Cases.Row row) {
        switch (value) {
            case 0 -> cases.grants("0", row);
            case 1 -> cases.then(STATUS, REVOKED).refuses("1", row);
            case 2 -> cases.then(STATUS, SUSPENDED).refuses("2", row);
            default -> cases.then(STATUS, STATUS_VALUE_UNKNOWN).refuses("" + value, row);
        }
    }

    /** Our entry has the value; all others of a list of 32 bytes are full of ones. */
    private static AccessDecision<Realm.Production> among(World world, int bits, int value) {
        int entries = 256 / bits;
        var list = new StatusArray(entries, bits);
        for (int i = 0; i < entries; i++) {
            list.set(i, -1);
        }
        // Neither first nor last in its byte, where there is room.
        int index = entries - 3;
        return foreign(world, list.set(index, value), index);
    }

    /** A list without our canary, as others make it. */
    private static AccessDecision<Realm.Production> foreign(
            World world, StatusArray entries, long index) {
        world.listChange = list -> list.entries(entries);
        return indexed(world, index);
    }

    private static AccessDecision<Realm.Production> ofOneByte(World world, long index) {
        return foreign(world, new StatusArray(4, 2), index);
    }

    private static AccessDecision<Realm.Production> emptyList(World world) {
        world.listChange = list -> list.entries(new StatusArray(0, 2));
        return indexed(world, 0);
    }

    private static AccessDecision<Realm.Production> indexed(World world, long index) {
        return shown(world, world.credential().status(index, DemoSite.STATUS_URI));
    }

    private static AccessDecision<Realm.Production> at(World world, String uri) {
        return shown(world, world.credential().status(World.INDEX, uri));
    }

    private static AccessDecision<Realm.Production> shown(World world, Credential credential) {
        return world.decide(world.present(credential));
    }

    private static AccessDecision<Realm.Production> exempting(
            World world, List<String> types, Credential credential) {
        world.policy.put("statusExempt", types);
        return shown(world, credential);
    }

    private static Credential withoutStatus(World world) {
        return world.credential().withoutClaim(Labels.CLAIM_STATUS);
    }

    private static Credential revoked(World world) {
        world.statuses.set(World.INDEX, StatusArray.REVOKED);
        return world.credential();
    }

    private static AccessDecision<Realm.Production> mechanism(World world, String name) {
        var reference = new CborMap().put("uri", Cbor.text(DemoSite.STATUS_URI));
        return status(world, new CborMap().put(name, Cbor.map(reference)));
    }

    private static AccessDecision<Realm.Production> status(World world, CborMap mechanisms) {
        return shown(world, world.credential().claim(Labels.CLAIM_STATUS, Cbor.map(mechanisms)));
    }

    private static AccessDecision<Realm.Production> noSource(World world) {
        world.trustEntry.put("status", List.of());
        return world.decide(world.token());
    }

    /** The list is here and good, and it is not this issuer's. */
    private static AccessDecision<Realm.Production> othersList(World world) {
        var other =
                new Issuer(
                        "seoul.go.kr", new byte[4], DemoKeys.named("issuer-other"), new Random(1));
        world.moreTrustEntries.add(other.trustEntry(world.lists));
        world.trustEntry.put("status", List.of());
        return world.decide(world.token());
    }

    /** A branch has a key of its own for the lists below its prefix. */
    private static AccessDecision<Realm.Production> nested(World world, String signer) {
        var branch =
                new StatusListIssuer(
                        new byte[] {'b', 'r', '0', '1'}, DemoKeys.named("status-stranger"));
        world.trustEntry.put(
                "status",
                List.of(world.lists.trustEntry(), branch.trustEntry().put("uriPrefix", BELOW)));
        var lists = signer.equals("status") ? world.lists : branch;
        var list = lists.token(BELOW + "1", world.statuses, world.listIssuedAt);
        world.moreLists.put(BELOW + "1", list.toBytes());
        return at(world, BELOW + "1");
    }

    private static AccessDecision<Realm.Production> aged(
            World world, Duration age, Duration lifetime) {
        world.listIssuedAt = NOON.minus(age);
        world.listChange = list -> list.validUntil(world.listIssuedAt.plus(lifetime));
        // So short-lived that a degraded list still answers for it.
        world.credentialChange = credential -> credential.validUntil(NOON.plusSeconds(3600));
        return world.decide(world.token());
    }

    private static AccessDecision<Realm.Production> justTooOld(World world) {
        world.at(NOON.plusNanos(1));
        return aged(world, Duration.ofDays(7), Duration.ofDays(31));
    }

    private static AccessDecision<Realm.Production> staleAndRevoked(World world) {
        world.statuses.set(World.INDEX, StatusArray.REVOKED);
        return aged(world, Duration.ofDays(8), Duration.ofDays(31));
    }
}
