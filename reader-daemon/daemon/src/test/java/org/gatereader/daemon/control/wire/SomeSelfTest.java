package org.gatereader.daemon.control.wire;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Part;
import org.gatereader.daemon.control.wire.SelfTestReport.Progress;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;
import org.gatereader.daemon.control.wire.SelfTestReport.State;
import org.gatereader.daemon.control.wire.SelfTestReport.Words;

/** A self-test in which the relay is broken, with a picture of two pixels. */
final class SomeSelfTest {
    private SomeSelfTest() {}

    static SelfTestReport report() {
        var camera =
                new Finding(
                        new Part(Section.CAMERA, "camera"),
                        State.PASS,
                        "15.0 frames/s",
                        Words.NONE);
        var relay =
                new Finding(
                        new Part(Section.LINES, "relay"),
                        State.FAIL,
                        "expected an edge, got none: \"왜\"\n",
                        new Words("배선을 확인하십시오.", "Check the wires."));
        return new SelfTestReport(
                new Progress("", Duration.ofMillis(8200)),
                List.of(camera, relay),
                Optional.of(new GreyPicture(2, 1, new byte[] {0, (byte) 255})));
    }
}
