package org.gatereader.tests.conformance;

import static org.gatereader.verifier.verdict.DenyReason.ALGORITHM_REFUSED;
import static org.gatereader.verifier.verdict.DenyReason.ALREADY_USED;
import static org.gatereader.verifier.verdict.DenyReason.CHALLENGE_UNKNOWN;
import static org.gatereader.verifier.verdict.DenyReason.CLAIMS_INVALID;
import static org.gatereader.verifier.verdict.DenyReason.CLASS_NOT_ADMITTED;
import static org.gatereader.verifier.verdict.DenyReason.CLOCK_UNTRUSTED;
import static org.gatereader.verifier.verdict.DenyReason.EXPIRED;
import static org.gatereader.verifier.verdict.DenyReason.HOLDER_KEY_INVALID;
import static org.gatereader.verifier.verdict.DenyReason.HOLDER_SIGNATURE_INVALID;
import static org.gatereader.verifier.verdict.DenyReason.ISSUER_SIGNATURE_INVALID;
import static org.gatereader.verifier.verdict.DenyReason.ISSUER_UNKNOWN;
import static org.gatereader.verifier.verdict.DenyReason.LANE_CLOSED;
import static org.gatereader.verifier.verdict.DenyReason.MALFORMED;
import static org.gatereader.verifier.verdict.DenyReason.NOT_A_PRESENTATION;
import static org.gatereader.verifier.verdict.DenyReason.STATUS_MISSING;
import static org.gatereader.verifier.verdict.DenyReason.TEXT_ENCODING;
import static org.gatereader.verifier.verdict.DenyReason.VALIDITY_INCONSISTENT;
import static org.gatereader.verifier.verdict.DenyReason.WRONG_AUDIENCE;
import static org.gatereader.verifier.verdict.DenyReason.WRONG_SHAPE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.CborMap;
import org.gatereader.demo.wallet.Credential;
import org.gatereader.demo.wallet.Labels;
import org.gatereader.demo.wallet.Presentation;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.verdict.Check;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Lane.Profile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The checks run in the order of PROFILE-P1's table and the first failure wins. */
class P1OrderTest {
    /** A presentation while defects are planted in it, each where the others do not undo it. */
    private static final class Draft {
        private final World world = new World();
        private final Credential credential = world.credential();
        private final Presentation token = world.token();
        private String prefix = "GR1:";
        private String ending = "";

        String text() {
            String text = token.credential(credential.toCbor()).toText();
            return prefix + text.substring("GR1:".length()) + ending;
        }
    }

    /** How a presentation is made to fail one check, and with which reason it fails. */
    private record Defect(Check check, DenyReason reason, Consumer<Draft> plant) {
        @Override
        public String toString() {
            return check.toString();
        }
    }

    /** One for each check that a single presentation can fail, in the order of the checks. */
    private static final List<Defect> DEFECTS =
            List.of(
                    new Defect(Check.FORM, NOT_A_PRESENTATION, draft -> draft.prefix = "GR9:"),
                    new Defect(Check.LANE, LANE_CLOSED, draft -> policy(draft, "lanes", "p1-tap")),
                    new Defect(Check.TEXT, TEXT_ENCODING, draft -> draft.ending = "abc"),
                    new Defect(
                            Check.CBOR,
                            MALFORMED,
                            draft -> draft.credential.claimBytes(P1OrderTest::longer)),
                    new Defect(
                            Check.SHAPE,
                            WRONG_SHAPE,
                            draft -> draft.token.unprotected(strangeMap())),
                    new Defect(
                            Check.CLAIMS,
                            CLAIMS_INVALID,
                            draft -> draft.token.withoutClaim(Labels.CLAIM_CTI)),
                    new Defect(
                            Check.TRUST_ENTRY, ISSUER_UNKNOWN, draft -> entry(draft, "iss", "x")),
                    new Defect(
                            Check.KEY_ENTRY,
                            ALGORITHM_REFUSED,
                            draft -> entry(draft, "alg", "ES256")),
                    new Defect(
                            Check.ISSUER_SIGNATURE,
                            ISSUER_SIGNATURE_INVALID,
                            draft -> draft.credential.signedWith(World.stranger())),
                    new Defect(
                            Check.HOLDER_KEY,
                            HOLDER_KEY_INVALID,
                            draft -> draft.credential.holderKey(noPoint(draft))),
                    new Defect(
                            Check.HOLDER_SIGNATURE,
                            HOLDER_SIGNATURE_INVALID,
                            draft -> draft.token.signedWith(World.stranger())),
                    new Defect(
                            Check.VALIDITY,
                            VALIDITY_INCONSISTENT,
                            draft -> draft.credential.issuedAt(twoYearsAgo())),
                    new Defect(
                            Check.AUDIENCE,
                            WRONG_AUDIENCE,
                            draft -> draft.token.audience("sejong-main-01")),
                    new Defect(
                            Check.CHALLENGE,
                            CHALLENGE_UNKNOWN,
                            draft -> draft.token.challenge(new byte[16])),
                    new Defect(
                            Check.FRESHNESS,
                            CLOCK_UNTRUSTED,
                            draft -> draft.world.time = TrustedTime.untrusted(World.NOON)),
                    new Defect(
                            Check.CURRENCY,
                            EXPIRED,
                            draft -> draft.credential.validUntil(World.NOON)),
                    new Defect(
                            Check.STATUS,
                            STATUS_MISSING,
                            draft -> draft.credential.withoutClaim(Labels.CLAIM_STATUS)),
                    new Defect(
                            Check.POLICY,
                            CLASS_NOT_ADMITTED,
                            draft -> policy(draft, "classes", 9)));

    @Test
    void whatKeepsEveryRulePassesEveryCheckInTheOrderOfTheTable() {
        var world = new World();
        assertEquals(new AccessDecision.Granted<>(2), world.decide(world.token()));
        assertEquals(Profile.P1.checks(), world.held);
    }

    @Test
    void thereIsADefectForEveryCheckBeforeTheLast() {
        assertEquals(
                World.checksBefore(Check.ADMIT_ONCE), DEFECTS.stream().map(Defect::check).toList());
    }

    @TestFactory
    Stream<DynamicTest> ofTwoDefectsTheEarlierIsTold() {
        return DEFECTS.stream().flatMap(first -> from(first).map(second -> pair(first, second)));
    }

    @TestFactory
    Stream<DynamicTest> ofAllDefectsThatAreLeftTheFirstIsTold() {
        return DEFECTS.stream()
                .map(
                        first ->
                                DynamicTest.dynamicTest(
                                        first + " and all behind it",
                                        () -> assertTold(first, from(first))));
    }

    @TestFactory
    Stream<DynamicTest> aDefectOfTheWorldIsToldBeforeTheReplay() {
        var ofTheWorld =
                List.of(
                        Check.LANE,
                        Check.TRUST_ENTRY,
                        Check.KEY_ENTRY,
                        Check.FRESHNESS,
                        Check.POLICY);
        return DEFECTS.stream()
                .filter(defect -> ofTheWorld.contains(defect.check()))
                .map(defect -> DynamicTest.dynamicTest("" + defect, () -> usedBefore(defect)));
    }

    private static void usedBefore(Defect defect) {
        var draft = new Draft();
        String text = draft.text();
        draft.world.decideText(text);
        assertEquals(new AccessDecision.Denied<>(ALREADY_USED), draft.world.decideText(text));
        defect.plant.accept(draft);
        assertEquals(new AccessDecision.Denied<>(defect.reason), draft.world.decideText(text));
    }

    /** The defect and all behind it. */
    private static Stream<Defect> from(Defect first) {
        return DEFECTS.stream().dropWhile(defect -> !defect.equals(first));
    }

    private static DynamicTest pair(Defect first, Defect second) {
        return DynamicTest.dynamicTest(
                first + " and " + second, () -> assertTold(first, Stream.of(second, first)));
    }

    private static void assertTold(Defect first, Stream<Defect> planted) {
        var draft = new Draft();
        planted.forEach(defect -> defect.plant.accept(draft));
        var decision = draft.world.decideText(draft.text());
        assertEquals(new AccessDecision.Denied<>(first.reason), decision);
        assertEquals(World.checksBefore(first.check), draft.world.held);
    }

    private static void policy(Draft draft, String key, Object value) {
        draft.world.policy.put(key, List.of(value));
    }

    private static void entry(Draft draft, String member, String value) {
        draft.world.trustEntry.put(member, value);
    }

    private static byte[] longer(byte[] document) {
        return Arrays.copyOf(document, document.length + 1);
    }

    private static Cbor strangeMap() {
        return Cbor.map(new CborMap().put(99, Cbor.integer(0)));
    }

    private static CborMap noPoint(Draft draft) {
        return draft.world.phone.key().coseKey().put(Labels.KEY_X, Cbor.bytes(one()));
    }

    /** No point has an x of 1. */
    private static byte[] one() {
        byte[] x = new byte[32];
        x[31] = 1;
        return x;
    }

    private static Instant twoYearsAgo() {
        return World.NOON.minus(Duration.ofDays(730));
    }
}
