package org.gatereader.gatectl;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatereader.daemon.control.wire.SelfTestReport;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Part;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;
import org.gatereader.daemon.control.wire.SelfTestReport.State;
import org.gatereader.daemon.control.wire.SelfTestReport.Words;

/**
 * Whoever stands at the barrier during a self-test: is asked before it, and tells what was seen.
 */
final class Attendant {
    private static final Words MAY_BEGIN =
            new Words(
                    "통로를 비우십시오. 시험하는 동안 아무도 들어올 수 없고, 릴레이가 한 번 움직이며, 램프와"
                            + " 부저가 네 번 울립니다. 시작할까요? [y/N] ",
                    "Keep the passage free. Nobody is admitted meanwhile; the relay moves once, lamp"
                            + " and buzzer work four times. Begin? [y/N] ");
    private static final Words HOLD_CODE =
            new Words(
                    "이 코드를 화면째로, 또는 휴대전화로 찍어 카메라 앞 10~25 cm에 드십시오.",
                    "Hold this code 10 to 25 cm before the camera, on this screen or photographed.");

    private static final Words DID_BARRIER_MOVE =
            new Words(
                    "차단 장치가 한 번 풀렸다가 다시 잠겼습니까? [y/n] ",
                    "Did the barrier release once and lock again? [y/n] ");
    private static final Words CHECK_BARRIER =
            new Words(
                    "릴레이는 움직였으나 차단 장치가 움직이지 않았습니다. 릴레이에서 차단 장치로 가는 배선과"
                            + " 차단 장치의 전원, 입력 설정을 확인하십시오.",
                    "The relay moved and the barrier did not. Check the wire from the relay to the"
                            + " barrier, the barrier's power and the setting of its input.");

    private static final Words DID_LAMP_WORK =
            new Words(
                    "램프가 초록, 노랑, 파랑, 빨강으로 켜지고 부저가 1, 2, 3, 4번 울렸습니까? [y/n] ",
                    "Did the lamp turn green, amber, blue and red, with 1, 2, 3 and 4 tones? [y/n] ");
    private static final Words CHECK_LAMP =
            new Words(
                    "램프와 부저의 전원과 배선, 색별 선의 순서를 확인하십시오.",
                    "Check power and wires of lamp and buzzer, and the order of the colours' wires.");

    private final Surroundings.Terminal terminal;
    private final Language language;

    Attendant(Surroundings.Terminal terminal, Language language) {
        this.terminal = terminal;
        this.language = language;
    }

    /** Whether somebody is there and lets the relay move. */
    boolean letsItBegin() {
        return asks(MAY_BEGIN).filter(Attendant::isYes).isPresent();
    }

    void handTheCode(PrintWriter out) {
        out.println();
        TestCode.lines().forEach(line -> out.println("  " + line));
        out.println();
        out.println(language.of(HOLD_CODE));
        out.println();
        out.flush();
    }

    /** The report with what only a person can tell, of what the gate believes to work. */
    SelfTestReport tells(SelfTestReport report) {
        List<Finding> findings = new ArrayList<>(report.findings());
        if (isPassed(report, "relay")) {
            findings.add(told("barrier", DID_BARRIER_MOVE, CHECK_BARRIER));
        }
        if (isPassed(report, "indicator")) {
            findings.add(told("lamp, buzzer", DID_LAMP_WORK, CHECK_LAMP));
        }
        return new SelfTestReport(report.progress(), findings, report.picture());
    }

    private Finding told(String name, Words question, Words advice) {
        Part part = new Part(Section.LINES, name);
        Optional<String> answer = asks(question);
        if (answer.filter(Attendant::isYes).isPresent()) {
            return new Finding(part, State.PASS, "seen by the technician", Words.NONE);
        }
        return answer.filter(Attendant::isNo).isPresent()
                ? new Finding(part, State.FAIL, "not seen by the technician", advice)
                : new Finding(part, State.SKIP, "not answered", Words.NONE);
    }

    private Optional<String> asks(Words question) {
        return terminal.line(language.of(question));
    }

    private static boolean isPassed(SelfTestReport report, String part) {
        return report.of(State.PASS).anyMatch(found -> found.part().name().equals(part));
    }

    private static boolean isYes(String answer) {
        return List.of("y", "yes", "ㅛ", "예", "네").contains(word(answer));
    }

    private static boolean isNo(String answer) {
        return List.of("n", "no", "ㅜ", "아니오", "아니요").contains(word(answer));
    }

    private static String word(String answer) {
        return answer.strip().toLowerCase(Locale.ROOT);
    }
}
