package org.gatereader.daemon.probe;

import java.util.List;
import java.util.OptionalLong;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;

/** The hottest place of the board that Linux knows. */
final class TemperatureProbe extends InstantProbe {
    /** A Raspberry Pi begins to slow down at 80 °C and does so for good at 85 °C. */
    private static final int WARM_CELSIUS = 75;

    private static final int HOT_CELSIUS = 85;
    private static final int MILLI = 1000;

    private final SysFiles sys;

    TemperatureProbe(SysFiles sys) {
        super(Section.BOARD, "temperature");
        this.sys = sys;
    }

    @Override
    Finding judge() {
        List<String> found = sys.texts("class/thermal", "thermal_zone*", "temp");
        OptionalLong hottest =
                found.stream()
                        .filter(text -> text.matches("-?[0-9]{1,6}"))
                        .mapToLong(Long::parseLong)
                        .max();
        if (hottest.isEmpty()) {
            return Findings.skip(part(), "this board does not tell");
        }
        long celsius = Math.floorDiv(hottest.getAsLong(), MILLI);
        String measured = celsius + " °C";
        if (celsius >= HOT_CELSIUS) {
            return Findings.fail(part(), measured, Remedy.BOARD_HOT);
        }
        return celsius >= WARM_CELSIUS
                ? Findings.warn(part(), measured, Remedy.BOARD_HOT)
                : Findings.pass(part(), measured);
    }
}
