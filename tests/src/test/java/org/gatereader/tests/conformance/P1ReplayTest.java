package org.gatereader.tests.conformance;

import static org.gatereader.verifier.verdict.DenyReason.ALREADY_USED;
import static org.gatereader.verifier.verdict.DenyReason.BEFORE_FLOOR;
import static org.gatereader.verifier.verdict.DenyReason.CLASS_NOT_ADMITTED;
import static org.gatereader.verifier.verdict.DenyReason.PRESENTATION_TOO_OLD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.List;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.Presentation;
import org.gatereader.demo.wallet.SigningKey;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.decision.Reservation;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Realm;
import org.junit.jupiter.api.Test;

/** Check 19 of PROFILE-P1 and RULES, Replay: each presentation is admitted once. */
class P1ReplayTest {
    private final World world = new World();

    @Test
    void refusesTheSamePresentationASecondTime() {
        String text = world.token().toText();
        assertGranted(world.decideText(text));
        assertDenied(ALREADY_USED, world.decideText(text));
        assertDenied(ALREADY_USED, world.decideText(text));
    }

    /** Anti-passback is off: a new proof is a new passage. */
    @Test
    void admitsANewProofOfTheSameCredential() {
        var credential = world.credential().toCbor();
        assertGranted(world.decide(world.present(credential)));
        assertGranted(world.decide(world.present(credential)));
    }

    @Test
    void theTwinOfTheHoldersSignatureIsTheSamePresentation() {
        var token = world.token();
        String text = token.toText();
        String twin = token.signature(SigningKey::twin).toText();
        assertNotEquals(text, twin);
        assertGranted(world.decideText(text));
        assertDenied(ALREADY_USED, world.decideText(twin));
    }

    /** The same claims, signed once more: what was signed is the same, so it is no new proof. */
    @Test
    void aSecondSignatureOverTheSameBytesIsTheSamePresentation() {
        var token = world.present(world.credential().toCbor());
        assertGranted(world.decide(token));
        assertDenied(ALREADY_USED, world.decide(token));
    }

    @Test
    void whatAPolicyRefusesIsNotUsedUp() {
        String text = world.token().toText();
        world.policy.put("classes", List.of(9));
        assertDenied(CLASS_NOT_ADMITTED, world.decideText(text));
        world.policy.remove("classes");
        assertGranted(world.decideText(text));
    }

    @Test
    void whatTheGateGivesBackMayBeShownAgain() {
        var payload = world.payload(world.token().toText());
        var reservation = world.judge(payload).reserved().orElseThrow();
        world.guard.giveBack(reservation);
        assertGranted(world.judge(payload).decision());
        assertDenied(ALREADY_USED, world.judge(payload).decision());
    }

    @Test
    void oneGivenBackFreesNoOther() {
        var one = world.payload(world.token().toText());
        var other = world.payload(world.token().toText());
        var reservation = world.judge(one).reserved().orElseThrow();
        world.judge(other);
        world.guard.giveBack(reservation);
        assertDenied(ALREADY_USED, world.judge(other).decision());
    }

    @Test
    void aRefusalReservesNothing() {
        assertEquals(
                List.of(), world.judge(world.token().audience("x")).reserved().stream().toList());
    }

    /** Dated 5.5 s ahead, it is fresh for 21 s: as long as it is remembered, to the nanosecond. */
    @Test
    void aPresentationIsRememberedAsLongAsItIsFresh() {
        String text = world.token().toText();
        world.at(World.NOON.minusMillis(5500));
        assertGranted(world.decideText(text));
        later(Duration.ofSeconds(21).minusNanos(1));
        assertDenied(ALREADY_USED, world.decideText(text));
        later(Duration.ofNanos(1));
        assertDenied(BEFORE_FLOOR, world.decideText(text));
        later(Duration.ofNanos(1));
        assertDenied(PRESENTATION_TOO_OLD, world.decideText(text));
    }

    /** A trusted clock may be set back by 2 s, and then the window opens once more. */
    @Test
    void aClockThatIsSetBackOpensNoWindow() {
        String text = world.token().toText();
        world.at(World.NOON.minusMillis(5500));
        assertGranted(world.decideText(text));
        later(Duration.ofSeconds(21));
        world.at(world.time.now().minusSeconds(2));
        assertDenied(BEFORE_FLOOR, world.decideText(text));
    }

    /** The floor that is left of a forgotten proof is below whatever is fresh by then. */
    @Test
    void aForgottenPresentationIsInNobodysWay() {
        world.at(World.NOON.minusMillis(5500));
        assertGranted(world.decide(world.token()));
        later(Duration.ofSeconds(21).plusNanos(1));
        var slowest = world.token().issuedAt(World.NOON.plusSeconds(1));
        assertGranted(world.decide(slowest));
    }

    @Test
    void aChallengedPresentationIsAdmittedOnceToo() {
        var token = world.tokenFor("p1-qr-challenge", new byte[16]);
        byte[] shown = token.toBytes();
        assertGranted(world.decideBytes(shown));
        assertDenied(ALREADY_USED, world.decideBytes(shown));
    }

    /** It may be dated anywhere in its credential's validity, and says nothing about others. */
    @Test
    void aChallengedPresentationFromTheFutureClosesNoOtherLane() {
        var ahead = World.NOON.plusSeconds(86_400);
        assertGranted(world.decide(world.tokenFor("p1-tap", new byte[16]).issuedAt(ahead)));
        world.open("p1-qr");
        later(Duration.ofSeconds(22));
        assertGranted(world.decide(world.token().issuedAt(world.time.now())));
    }

    @Test
    void anotherProcessRemembersNothingAndItsFloorRefusesWhatCameBefore() {
        String text = world.token().toText();
        assertGranted(world.decideText(text));
        world.floorAt(World.NOON.plusMillis(5500));
        assertDenied(BEFORE_FLOOR, world.decideText(text));
    }

    @Test
    void oneCredentialIsToldFromAnotherAndTheSameWhateverTheProof() {
        var mine = world.credential().toCbor();
        var yours = world.credential().toCbor();
        assertEquals(reserve(world.present(mine)), reserve(world.present(mine)));
        assertNotEquals(reserve(world.present(mine)), reserve(world.present(yours)));
    }

    @Test
    void aCredentialSignedOnceMoreIsTheSamePresence() {
        var credential = world.credential();
        Cbor once = credential.toCbor();
        Cbor again = credential.toCbor();
        assertEquals(reserve(world.present(once)), reserve(world.present(again)));
    }

    private Object reserve(Presentation token) {
        return world.judge(token).reserved().map(Reservation::credentialHash).orElseThrow();
    }

    private void later(Duration duration) {
        world.at(world.time.now().plus(duration));
        world.nanos += duration.toNanos();
    }

    private static void assertGranted(AccessDecision<Realm.Production> decision) {
        assertEquals(new AccessDecision.Granted<>(2), decision);
    }

    private static void assertDenied(DenyReason reason, AccessDecision<Realm.Production> decision) {
        assertEquals(new AccessDecision.Denied<>(reason), decision);
    }
}
