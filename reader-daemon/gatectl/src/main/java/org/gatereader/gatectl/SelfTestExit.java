package org.gatereader.gatectl;

import java.util.List;
import org.gatereader.daemon.control.wire.SelfTestReport;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;
import org.gatereader.daemon.control.wire.SelfTestReport.State;

/** The exit code of a self-test: by the kind of what does not work. */
final class SelfTestExit {
    /** No part is known to be broken, and one will not work for long, or was not reached. */
    static final int WARNED = 4;

    private SelfTestExit() {}

    static int code(SelfTestReport report) {
        List<Section> broken =
                report.of(State.FAIL).map(finding -> finding.part().section()).distinct().toList();
        // A test that was not ended has not shown that the rest works.
        if (broken.size() > 1 || !report.isOver()) {
            return ExitCode.NOT_DONE;
        }
        if (broken.size() == 1) {
            return code(broken.getFirst());
        }
        return report.of(State.WARN).findAny().isPresent() ? WARNED : ExitCode.OK;
    }

    private static int code(Section section) {
        return switch (section) {
            case CAMERA -> 10;
            case NFC -> 11;
            case LINES -> 12;
            case CLOCK -> 13;
            case STORAGE -> 14;
            case TRUST -> 15;
            case JUDGEMENT -> 16;
            case BOARD -> 17;
        };
    }
}
