package org.gatereader.tests.gatectl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.gatereader.daemon.control.wire.StatusReport.Gate;
import org.gatereader.tests.gatectl.Gatectl.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs that ask a running gate-reader. */
class RunningGateTest {
    @TempDir Path directory;

    @Test
    void statusSaysHowTheGateStands() throws Exception {
        var answer = ask(RunningGate.inService(), "status");
        assertEquals(0, answer.exitCode());
        assertEquals(
                """
                seoul-main-03: LOCKED, the sign says READY

                devices                          last sign  failures   reopened    resets
                  camera       working    정상      2300 ms        14          2         1

                reader
                  version      0.1.0, up 7 h 17 min
                  crypto       BouncyCastle 1.86
                  clock        trusted ± 501 ms

                trust
                  issuer keys  3
                  source       signed
                  status list  https://st.mobileid.go.kr/1
                               1 d 6 h old, issued 2030-01-01T00:00:00Z, 65536 entries, canary ok

                counted since the start
                        41  granted
                         7  denied 204 PRESENTATION_TOO_OLD
                         2  denied 400 (expired, revoked or suspended)
                         1  payloads dropped
                         2  decisions dropped
                         3  events dropped

                milliseconds      count       p50       p95       p99       max
                  read               12      9.00     21.00     30.50     41.00
                """,
                answer.out());
    }

    @Test
    void statusOfAGateThatAdmitsNobodySaysWhyAndExitsWithOne() throws Exception {
        var answer = ask(RunningGate.inMaintenance(), "status");
        assertEquals(1, answer.exitCode());
        assertTrue(answer.out().contains("  nobody is admitted: MAINTENANCE\n"));
        assertTrue(answer.out().contains("  problem: camera: no frame for 2000 ms\\u001b[2J\n"));
    }

    @Test
    void statusForAProgramIsOneJsonObjectOnOneLine() throws Exception {
        var answer = ask(RunningGate.inMaintenance(), "status", "--json");
        assertEquals(1, answer.exitCode());
        assertEquals(1, answer.lines().size());
        assertTrue(answer.out().contains("\"gate_id\":\"seoul-main-03\""), answer.out());
        assertFalse(answer.out().contains("\u001b"));
    }

    @Test
    void maintenanceSaysWhatWasDoneOrWhyNot() throws Exception {
        var begun = ask(RunningGate.inService(), "maintenance", "on");
        assertEquals(new Answer(0, "maintenance: nobody is admitted\n", ""), begun);
        var refused = ask(RunningGate.inMaintenance(), "maintenance", "off");
        assertEquals(new Answer(1, "", "gatectl: a device is still broken\n"), refused);
    }

    @Test
    void selfTestNamesTheBrokenPart() throws Exception {
        var answer = ask(RunningGate.inMaintenance(), "self-test");
        assertEquals(1, answer.exitCode());
        assertEquals(
                """
                sound       camera        15 frames in 1 s
                BROKEN      relay         expected engaged, read released
                not tested  fire          none is configured
                """,
                answer.out());
    }

    @Test
    void trustSaysWhatTheGateBelievesAndUntilWhen() throws Exception {
        var answer = ask(RunningGate.inService(), "trust");
        assertEquals(0, answer.exitCode());
        assertTrue(answer.out().startsWith("seoul-main-03: signed trust\n"), answer.out());
        assertTrue(
                answer.out().contains("1 d 6 h old, expires in 21922 d 0 h, 65536 entries"),
                answer.out());
        var korean = ask(RunningGate.inService(), "trust", "--lang", "ko");
        assertTrue(korean.out().startsWith("seoul-main-03: 서명된 신뢰 정보\n"), korean.out());
        var json = ask(RunningGate.inService(), "trust", "--json");
        assertTrue(json.out().startsWith("{\"source\":\"signed\",\"issuer_keys\":3,"), json.out());
    }

    @Test
    void saysThatNobodyAnswers() {
        var answer = Gatectl.ofTechnician().run("status", "--sockets", directory);
        assertEquals(69, answer.exitCode());
        var socket = directory.resolve("status.sock");
        assertEquals(
                "gatectl: no gate-reader runs here: there is no " + socket + "\n", answer.err());
    }

    @Test
    void refusesAnyOtherOrderBeforeItAsksTheGate() throws Exception {
        var answer = ask(RunningGate.inService(), "maintenance", "perhaps");
        assertEquals(2, answer.exitCode());
        assertTrue(answer.err().contains("expected maintenance on or off, got 'perhaps'"));
    }

    private Answer ask(Gate gate, String... words) throws Exception {
        var line = Stream.concat(Arrays.stream(words), Stream.of("--sockets", directory));
        return RunningGate.ask(directory, gate, line.toArray());
    }
}
