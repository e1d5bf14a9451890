package org.gatereader.tests.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.ControlAnswer.Tested;
import org.gatereader.daemon.control.wire.ControlVerb;
import org.gatereader.daemon.control.wire.SelfTestReport;
import org.gatereader.daemon.control.wire.SelfTestReport.State;
import org.gatereader.daemon.display.Sign;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.demo.wallet.TrustDirectory;
import org.gatereader.hal.camera.SimulatedCamera;
import org.gatereader.hal.gpio.SimulatedContact;
import org.gatereader.hal.gpio.SimulatedRelay;
import org.gatereader.hal.nfc.SimulatedNfcReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The technician's self-test over the socket of the whole daemon, each device broken in turn. */
class SelfTestAtTheGateTest {
    private static final String TEST_CODE = "gr-selftest:1";

    private @TempDir Path directory;
    private SteppedGate gate;

    @BeforeEach
    void openTheGate() throws Exception {
        gate = new SteppedGate(directory).opened();
    }

    @AfterEach
    void closeTheGate() {
        gate.close();
    }

    @Test
    void findsNothingBrokenWhereAllIsWell() throws Exception {
        gate.show(TEST_CODE);
        var report = test(ControlVerb.SELF_TEST_ATTENDED);
        assertEquals(List.of(), broken(report), report::toString);
        assertEquals(State.PASS, state(report, "relay"));
        assertEquals(State.PASS, state(report, "camera"));
        assertEquals(State.PASS, state(report, "test code"));
        assertEquals(State.PASS, state(report, "nfc reader"));
        assertEquals(State.PASS, state(report, "gate proof"));
        assertEquals(State.PASS, state(report, "revocation"));
        assertTrue(report.progress().took().toSeconds() < 60);
    }

    @Test
    void turnsTheRelayOnceAndOnlyWhileNobodyIsAdmitted() throws Exception {
        var served = test(ControlVerb.SELF_TEST);
        assertEquals(0, gate.pulses());
        assertEquals(State.SKIP, state(served, "relay"));
        assertEquals(Sign.READY, gate.sign());

        var attended = test(ControlVerb.SELF_TEST_ATTENDED);
        assertEquals(1, gate.pulses());
        assertEquals(State.PASS, state(attended, "relay"));
        gate.pass(Duration.ofSeconds(10));
        assertEquals(Sign.READY, gate.sign());

        gate.ask(ControlVerb.MAINTENANCE_ON);
        assertEquals(State.PASS, state(test(ControlVerb.SELF_TEST), "relay"));
        assertEquals(2, gate.pulses());
        assertEquals(Sign.OUT_OF_SERVICE, gate.sign());
    }

    @Test
    void admitsSomebodyWhileItRuns() throws Exception {
        gate.ask(ControlVerb.SELF_TEST);
        gate.show(gate.present(gate.credential()));
        assertEquals(Sign.PASS, gate.sign());
        assertEquals(1, gate.pulses());
    }

    @Test
    void admitsNobodyWhileSomebodyAttends() throws Exception {
        gate.ask(ControlVerb.SELF_TEST_ATTENDED);
        gate.pass(Duration.ofSeconds(2));
        long pulses = gate.pulses();
        gate.show(gate.present(gate.credential()));
        assertEquals(pulses, gate.pulses());
    }

    @Test
    void aTestCodeIsNoPresentationToAnybody() throws Exception {
        gate.show(TEST_CODE);
        assertEquals(Sign.READY, gate.sign());
    }

    @ParameterizedTest
    @EnumSource
    void namesTheCameraAlone(SimulatedCamera.Fault fault) throws Exception {
        gate.camera.suffer(fault);
        assertEquals(List.of("camera"), broken(test(ControlVerb.SELF_TEST_ATTENDED)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "KEPT_LEVEL")
    void namesTheRelayAlone(SimulatedRelay.Fault fault) throws Exception {
        gate.relay.suffer(fault);
        if (fault == SimulatedRelay.Fault.OPEN) {
            // Only one that was let go has to be opened again.
            gate.relay.close();
            gate.pass(Duration.ofMillis(100));
        }
        gate.show(TEST_CODE);
        assertEquals(List.of("relay"), broken(test(ControlVerb.SELF_TEST_ATTENDED)));
    }

    @Test
    void namesABoardAloneThatKeepsTheLevelOfFreedLinesAndDoesNotTurnItsRelay() throws Exception {
        gate.relay.suffer(SimulatedRelay.Fault.KEPT_LEVEL);
        gate.show(TEST_CODE);
        assertEquals(List.of("freed lines"), broken(test(ControlVerb.SELF_TEST_ATTENDED)));
        assertEquals(0, gate.pulses());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fire", "tamper", "exit", "passage"})
    void namesAContactAlone(String name) throws Exception {
        contact(name).fail();
        gate.show(TEST_CODE);
        assertEquals(List.of(name), broken(test(ControlVerb.SELF_TEST_ATTENDED)));
    }

    @ParameterizedTest
    @EnumSource
    void namesTheNfcReaderAlone(SimulatedNfcReader.Fault fault) throws Exception {
        gate.nfc.suffer(fault);
        gate.show(TEST_CODE);
        assertEquals(List.of("nfc reader"), broken(test(ControlVerb.SELF_TEST_ATTENDED)));
    }

    @Test
    void namesTheLampAlone() throws Exception {
        gate.indicator.fail();
        gate.show(TEST_CODE);
        assertEquals(List.of("indicator"), broken(test(ControlVerb.SELF_TEST_ATTENDED)));
    }

    @Test
    void namesTheClockAlone() throws Exception {
        gate.clock.trust(false);
        gate.show(TEST_CODE);
        assertEquals(List.of("clock"), broken(test(ControlVerb.SELF_TEST_ATTENDED)));
    }

    @Test
    void warnsOfListsThatGrowOldAndOfAContactThatDoesNotRest() throws Exception {
        gate.clock.pass(Duration.ofHours(25));
        gate.passage.actuate();
        var report = test(ControlVerb.SELF_TEST);
        assertEquals(State.WARN, state(report, "revocation"));
        assertEquals(State.WARN, state(report, "passage"));
        assertEquals(List.of(), broken(report));
    }

    @Test
    void namesListsAloneThatDoNotGiveBackTheCanaryTheyPromise() throws Exception {
        var lists = StatusListIssuer.demo();
        var source = lists.trustEntry().put("canary", true);
        var token = lists.foreignToken(DemoSite.STATUS_URI, gate.statuses, gate.now());
        new TrustDirectory()
                .issuer(gate.issuer.trustEntry(lists).put("status", List.of(source)))
                .issuer(gate.jwtIssuer.trustEntry(lists))
                .policy(DemoSite.policy())
                .statusList(DemoSite.STATUS_URI, token.toBytes())
                .writeTo(gate.trust);
        gate.reader.lookAtTrust();
        assertEquals(List.of("revocation"), broken(test(ControlVerb.SELF_TEST)));
    }

    @Test
    void refusesToTestTwiceAtOnce() throws Exception {
        assertTrue(gate.ask(ControlVerb.SELF_TEST) instanceof ControlAnswer.Done);
        assertTrue(gate.ask(ControlVerb.SELF_TEST) instanceof ControlAnswer.Refused);
    }

    /** Begins a test and lets time pass until it is over, for a minute at most. */
    private SelfTestReport test(ControlVerb verb) throws Exception {
        assertTrue(gate.ask(verb) instanceof ControlAnswer.Done);
        for (int second = 0; second < 60; second++) {
            gate.pass(Duration.ofSeconds(1));
            if (gate.ask(ControlVerb.SELF_TEST_REPORT) instanceof Tested(SelfTestReport report)
                    && report.isOver()) {
                return report;
            }
        }
        throw new AssertionError("expected the self-test over within a minute");
    }

    private SimulatedContact contact(String part) {
        return switch (part) {
            case "fire" -> gate.fire;
            case "tamper" -> gate.tamper;
            case "exit" -> gate.exit;
            case "passage" -> gate.passage;
            default -> throw new IllegalArgumentException(part);
        };
    }

    private static List<String> broken(SelfTestReport report) {
        return report.of(State.FAIL).map(finding -> finding.part().name()).toList();
    }

    private static State state(SelfTestReport report, String part) {
        return report.findings().stream()
                .filter(finding -> finding.part().name().equals(part))
                .findFirst()
                .orElseThrow()
                .state();
    }
}
