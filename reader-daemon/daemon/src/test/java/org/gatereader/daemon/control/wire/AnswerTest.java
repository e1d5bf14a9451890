package org.gatereader.daemon.control.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gatereader.daemon.control.Reports;
import org.gatereader.daemon.control.wire.ControlAnswer.Camera;
import org.gatereader.daemon.control.wire.ControlAnswer.Done;
import org.gatereader.daemon.control.wire.ControlAnswer.Imported;
import org.gatereader.daemon.control.wire.ControlAnswer.Journal;
import org.gatereader.daemon.control.wire.ControlAnswer.Refused;
import org.gatereader.daemon.control.wire.ControlAnswer.Status;
import org.gatereader.daemon.control.wire.ControlAnswer.Tested;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Part;
import org.gatereader.daemon.control.wire.SelfTestReport.Progress;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;
import org.gatereader.daemon.control.wire.SelfTestReport.State;
import org.gatereader.daemon.control.wire.SelfTestReport.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
    private static final Status STATUS = new Status(Reports.report());

    @Test
    void everyAnswerIsReadAsItWasWritten() throws IOException {
        for (var answer :
                List.of(
                        STATUS,
                        new Done("maintenance has begun"),
                        new Refused("expected status"),
                        new Tested(SomeSelfTest.report()),
                        new Imported(List.of("timestamp 4 -> 5"), Optional.empty()),
                        new Imported(List.of(), Optional.of(Reports.refusal())),
                        new Journal(List.of(new JournalLine(7, Instant.EPOCH, 21, "READY", 0))),
                        new Camera(sight(Optional.empty())),
                        new Camera(sight(SomeSelfTest.report().picture())))) {
            assertEquals(answer, AnswerReader.read(AnswerWriter.write(answer)));
        }
    }

    private static CameraSight sight(Optional<GreyPicture> picture) {
        var light = new CameraSight.Light(141, -1);
        return new CameraSight(
                new CameraSight.Figures(3, 4, light, "TOO_FAR"),
                picture,
                List.of(new CameraSight.Outline(1, 2, 3, 4)));
    }

    @Test
    void anAnswerIsOneLineOfJsonWithTheUnitsInItsNames() {
        assertEquals(
                """
                {"status":{"reader":{"version":"0.1.0","gate_id":"seoul-main-03",\
                "crypto_module":"BouncyCastle 1.86","now":"2030-01-01T06:00:00Z","uptime_s":25200,\
                "clock":"trusted","clock_condition":"HOLDOVER","clock_uncertainty_ms":501,\
                "clock_ratchet":"2030-01-01T05:00:00Z",\
                "clock_reset_nonce":"00112233445566778899aabbccddeeff"},"gate":{"state":"OUT_OF_SERVICE",\
                "sign":"OUT_OF_SERVICE","reasons":["MAINTENANCE"],\
                "problems":["camera: no frame for 2000 ms"],"devices":[\
                {"name":"camera","state":"FAILED","since_sign_ms":2300,"failures":14,\
                "reopenings":2,"resets":1},{"name":"relay","state":"CLOSED","failures":0,\
                "reopenings":0,"resets":0}]},"trust":{"source":"signed",\
                "issuer_keys":3,\
                "roles":[{"name":"root","version":2,"expires_at":"2030-01-01T12:00:00Z"}],\
                "target_count":1,"targets":[{"path":"issuers.json","bytes":900,"sha256":"00ff"}],\
                "list_count":2,"lists":[\
                {"uri":"https://st.mobileid.go.kr/1","issued_at":"2030-01-01T00:00:00Z",\
                "expires_at":"2030-01-08T00:00:00Z","age_s":21600,"step":"fresh","entries":1000000,\
                "canary":"no canary","ladders":[\
                {"classes":"7 9","step":"fresh","warn_after":"2030-01-02T00:00:00Z",\
                "degraded_after":"2030-01-03T00:00:00Z","closed_after":"2030-01-08T00:00:00Z"}]},\
                {"uri":"https://st.mobileid.go.kr/1","issued_at":"2030-01-01T00:00:00Z",\
                "expires_at":"2030-01-08T00:00:00Z","age_s":21600,"step":"fresh","entries":1000000,\
                "canary":"no canary","ladders":[\
                {"classes":"7 9","step":"fresh","warn_after":"2030-01-02T00:00:00Z",\
                "degraded_after":"2030-01-03T00:00:00Z","closed_after":"2030-01-08T00:00:00Z"}]}],\
                "unasked":["status/00.cwt: nobody asks it"],\
                "last_refusal":{"at":"2030-01-01T06:00:00Z",\
                "rule":"TIMESTAMP_EXPIRED, TUF 5.4.4","file":"timestamp.json",\
                "message":"too old"}},\
                "figures":{"granted":41,"denied":{"204":7,"400":2},\
                "dropped":{"payloads":1,"decisions":2,"events":3},\
                "stages":[{"name":"decode","count":12,"p50_us":9000,"p95_us":21000,\
                "p99_us":30500,"max_us":41000}]}}}
                """,
                new String(AnswerWriter.write(STATUS), StandardCharsets.UTF_8));
    }

    @Test
    void membersOfANewerVersionArePassedOver() throws IOException {
        byte[] newer = "{\"since\":{\"a\":[1]},\"done\":\"yes\"}".getBytes(StandardCharsets.UTF_8);
        assertEquals(new Done("yes"), AnswerReader.read(newer));
    }

    @Test
    void aSelfTestIsOverWhenNothingIsBeingTested() {
        var done = SomeSelfTest.report();
        var half = new Progress("camera", Duration.ZERO);
        assertTrue(done.isOver());
        assertFalse(new SelfTestReport(half, done.findings(), Optional.empty()).isOver());
        assertEquals(
                List.of("relay"),
                done.of(State.FAIL).map(finding -> finding.part().name()).toList());
    }

    @Test
    void theLargestSelfTestThatAGateCanMakeFitsIntoAnAnswer() throws IOException {
        var words = new Words("가".repeat(120), "a".repeat(200));
        var part = new Part(Section.LINES, "a name of a part");
        var finding = new Finding(part, State.FAIL, "b".repeat(200), words);
        int side = GreyPicture.SIDE_MAX;
        var report =
                new SelfTestReport(
                        new Progress("", Duration.ofSeconds(59)),
                        Collections.nCopies(24, finding),
                        Optional.of(new GreyPicture(side, side, new byte[side * side])));
        assertEquals(new Tested(report), AnswerReader.read(AnswerWriter.write(new Tested(report))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"done\":1}",
                "{\"done\":null}",
                "{\"done\":1.5}",
                "{\"done\":\"a\",\"done\":\"b\"}",
                "{\"done\":\"a\"}{}",
                "{\"status\":{}}",
                "{\"imported\":[1]}",
                "{\"self_test\":[1]}",
                "{\"self_test\":{\"testing\":\"\",\"took_ms\":1,\"findings\":[{}]}}",
                "{\"self_test\":{\"testing\":\"\",\"took_ms\":1,\"findings\":[],\"picture\":"
                        + "{\"width\":2,\"height\":2,\"grey_base64\":\"AAA=\"}}}",
                "{\"self_test\":{\"testing\":\"\",\"took_ms\":1,\"findings\":[],\"picture\":"
                        + "{\"width\":1,\"height\":1,\"grey_base64\":\"?\"}}}",
                "{\"done\":99999999999999999999}",
                "{\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[",
            })
    void refusesWhatIsNoAnswer(String json) {
        assertThrows(
                IOException.class, () -> AnswerReader.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesAnAnswerCutOffAtAnyByte() {
        byte[] whole = AnswerWriter.write(STATUS);
        for (int length = 0; length < whole.length - 1; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(IOException.class, () -> AnswerReader.read(cut));
        }
    }

    @Test
    void noChangedByteBreaksTheReaderItself() {
        byte[] whole = AnswerWriter.write(STATUS);
        var random = new SplittableRandom(7);
        for (int round = 0; round < 5_000; round++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            try {
                assertInstanceOf(ControlAnswer.class, AnswerReader.read(changed));
            } catch (IOException refused) {
                // The other good outcome.
            }
        }
    }

    @Test
    void refusesMoreThanAnAnswerMayHave() {
        byte[] long64 = new byte[AnswerWriter.BYTES_MAX + 1];
        Arrays.fill(long64, (byte) ' ');
        var refused = assertThrows(IOException.class, () -> AnswerReader.read(long64));
        assertEquals("expected at most 65536 bytes", refused.getMessage());
    }
}
