package org.gatereader.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.gatereader.demo.cases.DemoCase;
import org.gatereader.demo.cases.DemoCases;
import org.gatereader.demo.cases.DemoTrust;
import org.gatereader.demo.cases.Forge;
import org.gatereader.demo.cases.Recipes;
import org.gatereader.demo.cases.Scene;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.GateChallenge;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.decision.AccessDecider;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.decision.ReplayGuard;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.presentation.CapturedPayload.Capture;
import org.gatereader.verifier.trust.TrustDirectory;
import org.gatereader.verifier.trust.TrustReading;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Channel;
import org.gatereader.verifier.verdict.CheckTrace;
import org.gatereader.verifier.verdict.Realm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The demo's cases without a gate around them, as {@code gatectl check} sees them. */
class DemoCasesJudgedTest {
    private static final Map<Scene, TrustSnapshot<Realm.Production>> TRUST =
            new EnumMap<>(Scene.class);

    private final Random random = new Random(1);

    static Stream<String> casesThatCanBeJudged() {
        return DemoCases.judged().stream().map(DemoCase::name);
    }

    @ParameterizedTest
    @MethodSource("casesThatCanBeJudged")
    void theVerifierSaysWhatTheDataFileExpects(String name) {
        var demoCase = DemoCases.named(name);
        assertEquals(demoCase.checked().toString(), judge(demoCase));
    }

    private String judge(DemoCase demoCase) {
        var now = demoCase.scene().beginsAt();
        var code = Recipes.of(demoCase).make(Forge.forFiles(demoCase.scene(), random));
        var challenges =
                Forge.challengeOfFiles(demoCase.scene()).stream()
                        .map(GateChallenge::bytes)
                        .toList();
        var payload = CapturedPayload.ofText(Channel.QR, code.text(), new Capture(0, challenges));
        var guard = ReplayGuard.withoutFloor(World.CRYPTO);
        var decider = new AccessDecider<Realm.Production>(World.CRYPTO, DemoSite.GATE, guard);
        var time = new TrustedTime(now, TrustedTime.UNCERTAINTY_MIN, true);
        var trust = TRUST.computeIfAbsent(demoCase.scene(), DemoCasesJudgedTest::trustOf);
        var instants = new AccessDecider.Instants(time, 0);
        return switch (decider.decide(payload, trust, instants, CheckTrace.NONE).decision()) {
            case AccessDecision.Granted<?>(long passClass) -> "granted " + passClass;
            case AccessDecision.Denied<?>(var reason) -> "denied " + reason.code();
        };
    }

    private static TrustSnapshot<Realm.Production> trustOf(Scene scene) {
        var now = scene.beginsAt();
        var reader = new TrustDirectory(World.CRYPTO, now, Optional.empty());
        return switch (reader.read(DemoTrust.of(scene, now).files())) {
            case TrustReading.Whole(var content, _) -> content.asProduction().orElseThrow();
            case TrustReading.Faulty(var faults) -> throw new AssertionError(faults.toString());
        };
    }
}
