package org.gatereader.tests.lab;

import static org.gatereader.tests.lab.Scenarios.require;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gatereader.verifier.decision.GateEvent.Kind;

/**
 * What a technician's self-test says of the lab's devices: that all are well, and of each that is
 * broken in turn its name and no other.
 */
final class SelfTestScenarios {
    private static final int WARNED = 4;
    private static final int CAMERA = 10;
    private static final int NFC = 11;
    private static final int LINES = 12;
    private static final int CLOCK = 13;
    private static final int STORAGE = 14;

    private SelfTestScenarios() {}

    /** Before anybody has passed: the latency of an emulated processor would be named too. */
    static List<Scenario> beforeTheFirstPerson() {
        return List.of(
                row(
                        "self-test at the barrier",
                        "exit 0, no code in its page",
                        SelfTestScenarios::allWell),
                contact("fire loop cut", Wiring.FIRE, "fire"),
                contact("cabinet opened", Wiring.TAMPER, "tamper"),
                contact("passage sensor blocked", Wiring.PASSAGE, "passage"),
                row(
                        "self-test, exit button stuck",
                        "exit 4, WARN exit",
                        SelfTestScenarios::buttonStuck),
                row(
                        "self-test, relay without power",
                        "exit 12, FAIL relay",
                        SelfTestScenarios::relayWithoutPower),
                row(
                        "self-test, lens covered",
                        "exit 10, FAIL camera",
                        SelfTestScenarios::lensCovered),
                row(
                        "self-test, camera frozen",
                        "exit 10, FAIL camera",
                        SelfTestScenarios::cameraFrozen),
                row(
                        "self-test, camera gone",
                        "exit 10, FAIL camera",
                        SelfTestScenarios::cameraGone),
                row(
                        "self-test, pcscd stopped",
                        "exit 11, FAIL nfc reader",
                        SelfTestScenarios::cardServiceStopped),
                row(
                        "self-test, storage read-only",
                        "exit 14, FAIL storage",
                        SelfTestScenarios::storageReadOnly));
    }

    /** Each begins where every device works: one that is still coming back would be named too. */
    private static Scenario row(String name, String expected, Scenario.Play play) {
        return new Scenario(
                name,
                expected,
                bench -> {
                    bench.gate().awaitWell();
                    return play.on(bench);
                });
    }

    /** The clock, while nobody keeps it. */
    static String clockNotKept(LabBench bench) throws LabFinding {
        bench.gate().awaitWell();
        return named(bench.technician().test(), CLOCK, "FAIL clock");
    }

    /** The reader whose cable was pulled; people have passed by then. */
    static String readerUnplugged(LabBench bench) throws LabFinding {
        var heard = bench.technician().test();
        return require(
                heard.exitCode() == NFC
                        && heard.troubles().stream()
                                .map(Technician.Trouble::named)
                                .filter(named -> named.startsWith("FAIL"))
                                .toList()
                                .equals(List.of("FAIL nfc reader")),
                heard.toString());
    }

    private static String allWell(LabBench bench) throws Exception {
        String got = named(atTheBarrier(bench, true), 0);
        return require(!PrintedPage.showsACode(bench.page()), got + ", no code in its page");
    }

    private static String relayWithoutPower(LabBench bench) throws Exception {
        return named(atTheBarrier(bench, false), LINES, "FAIL relay");
    }

    /** The technician holds the test code before the camera, and the relay turns once. */
    private static Technician.Heard atTheBarrier(LabBench bench, boolean hasPower)
            throws Exception {
        try (var _ = bench.expecting("self-test");
                AutoCloseable _ = hasPower ? new LoopWire(bench.chip()) : () -> {};
                var _ = bench.camera().show("gr-selftest:1")) {
            return bench.technician().testAtTheBarrier(bench.page());
        } finally {
            bench.gate().awaitReady();
        }
    }

    private static Scenario contact(String how, Wiring input, String part) {
        return row(
                "self-test, " + how,
                "exit 4, WARN " + part,
                bench -> {
                    input.act(bench.chip());
                    try {
                        return named(bench.technician().test(), WARNED, "WARN " + part);
                    } finally {
                        input.rest(bench.chip());
                        bench.gate().awaitReady();
                    }
                });
    }

    private static String buttonStuck(LabBench bench) throws Exception {
        try (var _ = bench.expecting("exit button")) {
            Wiring.REX.act(bench.chip());
            bench.time().await("relay engaged", LabBench.SOON, bench::isRelayEngaged);
            bench.walkThrough();
            return named(bench.technician().test(), WARNED, "WARN exit");
        } finally {
            Wiring.REX.rest(bench.chip());
        }
    }

    private static String lensCovered(LabBench bench) throws Exception {
        try (var _ = bench.camera().cover()) {
            return named(bench.technician().test(), CAMERA, "FAIL camera");
        }
    }

    private static String cameraFrozen(LabBench bench) throws Exception {
        long before = bench.journalled();
        String got;
        try (var _ = new FrozenCamera(() -> bench.gate().children(Scenarios.CAPTURE))) {
            got = named(bench.technician().test(), CAMERA, "FAIL camera");
        }
        bench.awaitJournal(Kind.CAMERA_RECOVERED, before);
        return got;
    }

    /** Its node is not there when the next process opens it. */
    private static String cameraGone(LabBench bench) throws Exception {
        long before = bench.journalled();
        Path node = bench.cameraNode();
        Path away = node.resolveSibling(node.getFileName() + ".gone");
        Files.move(node, away);
        try {
            bench.gate().child(Scenarios.CAPTURE, Scenarios.STREAMING).destroyForcibly();
            bench.awaitJournal(Kind.CAMERA_FAILED, before);
            return named(bench.technician().test(), CAMERA, "FAIL camera");
        } finally {
            Files.move(away, node);
            bench.awaitJournal(Kind.CAMERA_RECOVERED, before);
        }
    }

    private static String cardServiceStopped(LabBench bench) throws Exception {
        long before = bench.journalled();
        bench.cards().kill();
        try {
            bench.awaitJournal(Kind.NFC_FAILED, before);
            return named(bench.technician().test(), NFC, "FAIL nfc reader");
        } finally {
            bench.cards().start();
            bench.awaitJournal(Kind.NFC_RECOVERED, before);
        }
    }

    private static String storageReadOnly(LabBench bench) throws Exception {
        bench.writeProtect(true);
        try {
            return named(bench.technician().test(), STORAGE, "FAIL storage");
        } finally {
            bench.writeProtect(false);
        }
    }

    private static String named(Technician.Heard heard, int exitCode, String... parts)
            throws LabFinding {
        return require(heard.exitCode() == exitCode && heard.names(parts), heard.toString());
    }
}
