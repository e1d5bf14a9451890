package org.gatereader.tests.gatectl;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatereader.daemon.control.wire.GreyPicture;
import org.gatereader.daemon.control.wire.SelfTestReport;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Part;
import org.gatereader.daemon.control.wire.SelfTestReport.Progress;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;
import org.gatereader.daemon.control.wire.SelfTestReport.State;
import org.gatereader.daemon.control.wire.SelfTestReport.Words;

/** A self-test in which one part of each state was found, the relay broken. */
final class SomeSelfTest {
    private static final List<Finding> FINDINGS =
            List.of(
                    finding(Section.LINES, "relay", State.FAIL)
                            .of(
                                    "relay: expected the line engaged, read\u001b[2J released",
                                    "릴레이 배선과 relay.* 설정을 배선 안내서와 비교하고, 다른 프로그램이 그 선을 쓰고"
                                            + " 있지 않은지 gpioinfo로 확인하십시오.",
                                    "Compare the relay's wires and the relay.* settings with the"
                                            + " wiring guide, and see with gpioinfo that no other"
                                            + " program holds the line."),
                    finding(Section.CAMERA, "camera", State.PASS)
                            .of("15.0 frames/s, brightness 96 of 255, sharpness 41 %", "", ""),
                    finding(Section.TRUST, "revocation", State.WARN)
                            .of("2 lists, the oldest 30 h 0 min", "새 목록을 가져오십시오.", "Import lists."),
                    finding(Section.BOARD, "power", State.SKIP)
                            .of("this board does not tell", "", ""));

    private SomeSelfTest() {}

    static SelfTestReport begun() {
        return new SelfTestReport(
                new Progress("camera", Duration.ofSeconds(2)),
                FINDINGS.subList(0, 1),
                Optional.empty());
    }

    static SelfTestReport over() {
        byte[] grey = new byte[160 * 120];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) (i % 160);
        }
        return new SelfTestReport(
                new Progress("", Duration.ofMillis(8240)),
                FINDINGS,
                Optional.of(new GreyPicture(160, 120, grey)));
    }

    private interface Judged {
        Finding of(String measured, String korean, String english);
    }

    private static Judged finding(Section section, String part, State state) {
        return (measured, korean, english) ->
                new Finding(new Part(section, part), state, measured, new Words(korean, english));
    }
}
