package org.gatereader.tests.lab;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gatereader.daemon.control.wire.TrustReport;
import org.gatereader.verifier.decision.GateEvent.Kind;

/** The one list of what the lab does, in order; each leaves the next one what it needs. */
final class Scenarios {
    /** What captures from the lab's camera. */
    static final String CAPTURE = "v4l2-ctl";

    /** What sets it apart from one that only asks the camera something. */
    static final String STREAMING = "--stream-mmap";

    /** The exit code of a Java process that SIGTERM ended. */
    private static final int TERMINATED = 143;

    /** A GPIO line is held by somebody else; try again later. */
    private static final int UNAVAILABLE = 69;

    private static final int GREEN_LAMP = 23;

    /** The instruction of the tap's second command (PROFILE-P1, Tap). */
    private static final byte TAP_REQUEST = 0x10;

    private Scenarios() {}

    static List<Scenario> all() {
        return Stream.of(starts(), SelfTestScenarios.beforeTheFirstPerson(), people(), restarts())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Scenario> starts() {
        return List.of(
                new Scenario(
                        "start, clock not synchronised",
                        "CLOCK_UNTRUSTED; exit 13, FAIL clock",
                        Scenarios::startUntrusted),
                new Scenario("clock synchronised", "trusted; trust PLAIN", Scenarios::synchronise));
    }

    private static List<Scenario> people() {
        return List.of(
                new Scenario("QR code through vivid", "opens, passage seen", Scenarios::code),
                new Scenario("tap through vpcd", "opens, passage seen", Scenarios::tap),
                new Scenario("exit button", "opens, passage seen", Scenarios::button),
                new Scenario("fire contact", "EMERGENCY_OPEN, then READY", Scenarios::fire),
                new Scenario("tamper contact", "journalled, and its end", Scenarios::tamper),
                new Scenario("pcscd killed", "codes open meanwhile", Scenarios::cardServiceKilled),
                new Scenario(
                        "pcscd restarted", "a tap opens again", Scenarios::cardServiceRestarted),
                new Scenario(
                        "camera process killed", "a code opens again", Scenarios::cameraKilled),
                new Scenario(
                        "camera process frozen",
                        "taps open meanwhile, codes again",
                        Scenarios::cameraFrozen),
                new Scenario("SIGTERM", "exit 143, line low", Scenarios::stop));
    }

    private static List<Scenario> restarts() {
        return List.of(
                held("relay", Wiring.RELAY.offset()),
                held("fire", Wiring.FIRE.offset()),
                held("green", GREEN_LAMP),
                new Scenario(
                        "start with a USB reader",
                        "CLOCK_UNTRUSTED, a tap opens",
                        Scenarios::useUsbReader),
                new Scenario(
                        "reader unplugged in a tap",
                        "refused, codes open meanwhile",
                        Scenarios::unplug),
                new Scenario(
                        "self-test, reader unplugged",
                        "exit 11, FAIL nfc reader",
                        SelfTestScenarios::readerUnplugged),
                new Scenario("reader plugged in again", "a tap opens again", Scenarios::plug),
                new Scenario("kill -9, relay engaged", "line low at once", Scenarios::killEngaged));
    }

    private static Scenario held(String device, int offset) {
        return new Scenario(
                device + " line held by gpioset",
                "exit 69, says which, by whom",
                bench -> lineHeld(bench, device, offset));
    }

    /** By a clock that nobody keeps no one-way code is judged; a tap would be. */
    private static String startUntrusted(LabBench bench) throws Exception {
        bench.rest();
        bench.synchroniseClock(false);
        bench.gate().startAndAwaitReady();
        return untrusted(bench) + "; " + SelfTestScenarios.clockNotKept(bench);
    }

    private static String untrusted(LabBench bench) throws Exception {
        var belief = bench.gate().status().reader().clock().belief();
        return require(!belief.isTrusted(), belief.word());
    }

    private static String synchronise(LabBench bench) throws Exception {
        var took = trust(bench);
        var source = bench.gate().status().trust().source();
        return require(
                source == TrustReport.Source.PLAIN,
                "trusted after %.1f s, trust %s".formatted(seconds(took), source));
    }

    private static Duration trust(LabBench bench) throws Exception {
        bench.synchroniseClock(true);
        return bench.gate()
                .await(
                        "trusted",
                        LabBench.SOON,
                        status -> status.reader().clock().belief().isTrusted());
    }

    private static String code(LabBench bench) throws Exception {
        String got = bench.openByCode();
        bench.walkThrough();
        return got;
    }

    private static String tap(LabBench bench) throws Exception {
        String got = bench.openByTap();
        bench.walkThrough();
        return got;
    }

    private static String button(LabBench bench) throws Exception {
        var took = bench.openByButton();
        bench.walkThrough();
        return "opened after %.1f s".formatted(seconds(took));
    }

    private static String fire(LabBench bench) throws Exception {
        Wiring.FIRE.act(bench.chip());
        var took =
                bench.gate()
                        .await(
                                "EMERGENCY_OPEN",
                                LabBench.SOON,
                                status -> status.gate().state().equals("EMERGENCY_OPEN"));
        Wiring.FIRE.rest(bench.chip());
        bench.gate().awaitReady();
        return "seen after %.1f s, READY again".formatted(seconds(took));
    }

    private static String tamper(LabBench bench) throws Exception {
        long before = bench.journalled();
        Wiring.TAMPER.act(bench.chip());
        var took = bench.awaitJournal(Kind.TAMPERED, before);
        Wiring.TAMPER.rest(bench.chip());
        bench.awaitJournal(Kind.TAMPER_ENDED, before);
        return "journalled after %.1f s".formatted(seconds(took));
    }

    private static String cardServiceKilled(LabBench bench) throws Exception {
        long before = bench.journalled();
        bench.cards().kill();
        bench.awaitJournal(Kind.NFC_FAILED, before);
        return "noticed; " + code(bench);
    }

    private static String cardServiceRestarted(LabBench bench) throws Exception {
        long before = bench.journalled();
        bench.cards().start();
        var took = bench.awaitJournal(Kind.NFC_RECOVERED, before);
        return "back after %.1f s; %s".formatted(seconds(took), tap(bench));
    }

    private static String cameraKilled(LabBench bench) throws Exception {
        long before = bench.journalled();
        bench.gate().child(CAPTURE, STREAMING).destroyForcibly();
        var failed = bench.awaitJournal(Kind.CAMERA_FAILED, before);
        bench.awaitJournal(Kind.CAMERA_RECOVERED, before);
        return "noticed after %.1f s; %s".formatted(seconds(failed), code(bench));
    }

    private static String cameraFrozen(LabBench bench) throws Exception {
        long before = bench.journalled();
        FrozenCamera.stop(bench.gate().child(CAPTURE, STREAMING).pid());
        String tapped = tap(bench);
        bench.awaitJournal(Kind.CAMERA_FAILED, before);
        bench.awaitJournal(Kind.CAMERA_RECOVERED, before);
        return "tap %s; then code %s".formatted(tapped, code(bench));
    }

    private static String stop(LabBench bench) throws Exception {
        int code = bench.gate().stop();
        return require(
                code == TERMINATED && !bench.isRelayEngaged(),
                "exit %d, line %s".formatted(code, bench.isRelayEngaged() ? "high" : "low"));
    }

    private static String lineHeld(LabBench bench, String device, int offset) throws Exception {
        var other = bench.holdLine(offset);
        try {
            bench.gate().start();
            int code = bench.gate().awaitEnd();
            String said = bench.gate().lastWords();
            return require(
                    code == UNAVAILABLE
                            && said.startsWith(device + ": ")
                            && said.contains("gpioset"),
                    "exit " + code + ", \"" + said + "\"");
        } finally {
            other.destroy();
            other.waitFor();
        }
    }

    private static String useUsbReader(LabBench bench) throws Exception {
        bench.useReader(CardService.Reader.USB);
        bench.synchroniseClock(false);
        bench.gate().startAndAwaitReady();
        String got = untrusted(bench) + ", tap " + tap(bench);
        trust(bench);
        return got;
    }

    /** The cable goes while the phone thinks about its answer. */
    private static String unplug(LabBench bench) throws Exception {
        long before = bench.journalled();
        var isUnplugged = new AtomicBoolean();
        UnaryOperator<byte[]> wallet = bench.wallet();
        UnaryOperator<byte[]> unplugging =
                command -> {
                    if (command[1] == TAP_REQUEST) {
                        bench.cards().unplug();
                        isUnplugged.set(true);
                    }
                    return wallet.apply(command);
                };
        try (var _ = bench.phoneUntil(isUnplugged::get, unplugging)) {
            bench.awaitJournal(Kind.NFC_FAILED, before);
        }
        return "noticed; " + code(bench);
    }

    private static String plug(LabBench bench) throws Exception {
        long before = bench.journalled();
        bench.cards().plug();
        var took = bench.awaitJournal(Kind.NFC_RECOVERED, before);
        return "back after %.1f s; %s".formatted(seconds(took), tap(bench));
    }

    private static String killEngaged(LabBench bench) throws Exception {
        bench.openByCode();
        Duration high = bench.kill();
        return "low after %d ms".formatted(high.toMillis());
    }

    /** What came, where that is what was expected. */
    static String require(boolean isAsExpected, String got) throws LabFinding {
        if (!isAsExpected) {
            throw new LabFinding(got);
        }
        return got;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
