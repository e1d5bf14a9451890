package org.gatereader.tests.gatectl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatereader.daemon.control.wire.StatusReport.Gate;
import org.gatereader.daemon.control.wire.TrustReport;
import org.gatereader.qr.Luma;
import org.gatereader.qr.QrReader;
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
                  clock        trusted ± 501 ms, HOLDOVER
                               not before 2030-01-01T05:00:00Z
                               a reset names 00112233445566778899aabbccddeeff

                trust
                  issuer keys  3
                  source       signed
                  status list  https://st.mobileid.go.kr/1
                               warn, 1 d 6 h old, issued 2030-01-01T00:00:00Z, 65536 entries, canary ok

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
    void selfTestNamesTheBrokenPartAndWhatToDoWithinEightyColumns() throws Exception {
        var answer = ask(RunningGate.inMaintenance(), "self-test");
        assertEquals(12, answer.exitCode());
        assertEquals(
                """
                FAIL  relay        relay: expected the line engaged, read\\u001b[2J released
                                 > Compare the relay's wires and the relay.* settings with the
                                   wiring guide, and see with gpioinfo that no other program
                                   holds the line.
                PASS  camera       15.0 frames/s, brightness 96 of 255, sharpness 41 %
                WARN  revocation   2 lists, the oldest 30 h 0 min
                                 > Import lists.
                SKIP  power        this board does not tell

                1 pass, 1 warn, 1 fail, 1 skipped; 8.2 s
                FAIL relay
                """,
                answer.out());
    }

    @Test
    void selfTestSaysWhatToDoInKoreanToo() throws Exception {
        var answer = ask(RunningGate.inMaintenance(), "self-test", "--lang", "ko");
        assertEquals(
                """
                FAIL  relay        relay: expected the line engaged, read\\u001b[2J released
                                 > 릴레이 배선과 relay.* 설정을 배선 안내서와 비교하고, 다른
                                   프로그램이 그 선을 쓰고 있지 않은지 gpioinfo로 확인하십시오.
                PASS  camera       15.0 frames/s, brightness 96 of 255, sharpness 41 %
                WARN  revocation   2 lists, the oldest 30 h 0 min
                                 > 새 목록을 가져오십시오.
                SKIP  power        this board does not tell

                정상 1, 주의 1, 고장 1, 건너뜀 1; 8.2초
                FAIL relay
                """,
                answer.out());
    }

    @Test
    void selfTestForAProgramIsOneJsonObjectOnOneLine() throws Exception {
        var answer = ask(RunningGate.inMaintenance(), "self-test", "--json");
        assertEquals(12, answer.exitCode());
        assertEquals(1, answer.lines().size());
        var relay = "{\"section\":\"LINES\",\"part\":\"relay\",\"state\":\"FAIL\"";
        assertTrue(answer.out().contains(relay), answer.out());
        assertFalse(answer.out().contains("\u001b"));
    }

    @Test
    void asksBeforeItTurnsTheRelayAndAfterwardsWhatWasSeen() throws Exception {
        var yes = attended("y");
        assertEquals(12, yes.exitCode());
        assertTrue(yes.out().contains("Hold this code 10 to 25 cm before the camera"), yes.out());
        // The relay is broken in this test: nobody need say whether the barrier moved.
        assertFalse(yes.out().contains("barrier "), yes.out());

        var nobody = attended("");
        assertEquals(new Answer(1, "", "gatectl: nobody at this terminal let it begin\n"), nobody);
        assertEquals(
                2, ask(RunningGate.inService(), "self-test", "--interactive", "--json").exitCode());
    }

    @Test
    void theTestCodeOnTheTerminalIsReadByTheCamerasOwnPath() throws Exception {
        List<String> lines =
                attended("y").lines().stream().filter(line -> line.contains("█")).toList();
        int scale = 6;
        int width = lines.getFirst().length();
        byte[] grey = new byte[width * scale * lines.size() * 2 * scale];
        for (int i = 0; i < grey.length; i++) {
            int x = i % (width * scale) / scale;
            int y = i / (width * scale) / scale;
            char block = lines.get(y / 2).charAt(x);
            boolean isLight = block == '█' || block == (y % 2 == 0 ? '▀' : '▄');
            grey[i] = (byte) (isLight ? 0xE0 : 0x20);
        }
        var picture = new Luma(grey, width * scale, lines.size() * 2 * scale, width * scale);
        var read = new QrReader(() -> 0).readStill(picture, 1);
        assertEquals("gr-selftest:1", read.orElseThrow().text());
        assertTrue(width <= 80);
    }

    @Test
    void writesAPageToPrintThatNeedsNothingElse() throws Exception {
        Path page = directory.resolve("report.html");
        var answer = ask(RunningGate.inService(), "self-test", "--report", page.toString());
        assertEquals(12, answer.exitCode());
        String html = Files.readString(page);
        assertTrue(html.contains("<dd>seoul-main-03</dd>"), html);
        assertTrue(
                html.contains("<tr class=\"FAIL\"><td><span class=\"state\">고장 FAIL</span></td>"));
        assertTrue(html.contains("<p lang=\"ko\">릴레이 배선과"));
        assertTrue(html.contains("<p lang=\"en\">Compare the relay's wires"));
        assertTrue(html.contains("src=\"data:image/png;base64,"));
        assertFalse(html.contains("{{"), html);
        assertFalse(html.contains("<script") || html.contains("http://"), html);
        assertFalse(html.contains("\u001b"));
    }

    @Test
    void saysThatThePageCanNotBeWritten() throws Exception {
        var answer = ask(RunningGate.inService(), "self-test", "--report", directory.toString());
        assertEquals(3, answer.exitCode());
    }

    @Test
    void trustSaysWhatTheGateBelievesAndUntilWhen() throws Exception {
        var answer = ask(RunningGate.inService(), "trust");
        // One class is warned already.
        assertEquals(1, answer.exitCode());
        assertTrue(
                answer.out()
                        .contains(
                                """
                                    all other classes: fresh; warn after 2030-01-02T00:00:00Z, degraded after 2030-01-02T00:00:00Z, closed after 2030-01-08T00:00:00Z
                                    class 7: WARN; warn after 2030-01-02T00:00:00Z, degraded after 2030-01-02T00:00:00Z, closed after 2030-01-03T00:00:00Z
                                """
                                        .indent(0)),
                answer.out());
        assertTrue(answer.out().startsWith("seoul-main-03: signed trust\n"), answer.out());
        assertTrue(
                answer.out().contains("1 d 6 h old, expires in 21922 d 0 h, 65536 entries"),
                answer.out());
        var korean = ask(RunningGate.inService(), "trust", "--lang", "ko");
        assertTrue(korean.out().startsWith("seoul-main-03: 서명된 신뢰 정보\n"), korean.out());
        var json = ask(RunningGate.inService(), "trust", "--json");
        assertTrue(json.out().startsWith("{\"source\":\"signed\",\"issuer_keys\":3,"), json.out());
    }

    /** As a list that is no longer fresh: while people can still sign the next version. */
    @Test
    void trustNamesARoleThatIsToBeRenewed() throws Exception {
        var early = RunningGate.trust(directory, withDirectoryFor(Duration.ofHours(181)));
        assertEquals(0, early.exitCode(), early.out());
        assertFalse(early.out().contains("RENEW IT"), early.out());
        var late = RunningGate.trust(directory, withDirectoryFor(Duration.ofHours(180)));
        assertEquals(1, late.exitCode());
        assertTrue(late.out().contains("expires in 7 d 12 h, RENEW IT\n"), late.out());
    }

    /** A gate that holds a role of thirty days, for so long from now. */
    private static TrustReport withDirectoryFor(Duration left) {
        return new TrustReport(
                TrustReport.Source.SIGNED,
                new TrustReport.Serving(1, List.of(), List.of(), List.of()),
                List.of(new TrustReport.Role("directory", 1, Instant.EPOCH.plus(left))),
                Optional.empty());
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

    private Answer attended(String typed) throws Exception {
        var who = Gatectl.ofTechnician().typing(typed);
        return RunningGate.ask(
                directory, who, "self-test", "--interactive", "--sockets", directory);
    }

    private Answer ask(Gate gate, String... words) throws Exception {
        var line = Stream.concat(Arrays.stream(words), Stream.of("--sockets", directory));
        return RunningGate.ask(directory, gate, line.toArray());
    }
}
