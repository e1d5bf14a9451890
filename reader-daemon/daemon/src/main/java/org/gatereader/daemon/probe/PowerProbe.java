package org.gatereader.daemon.probe;

import java.util.Optional;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;

/**
 * What a Raspberry Pi's firmware says of its supply ({@code get_throttled}): bit 0 is too low a
 * voltage now, bit 16 once since the board started; the others are of heat and speed.
 */
final class PowerProbe extends InstantProbe {
    private static final String FILE = "devices/platform/soc/soc:firmware/get_throttled";
    private static final long LOW_NOW = 1;
    private static final long LOW_ONCE = 1 << 16;

    private final SysFiles sys;

    PowerProbe(SysFiles sys) {
        super(Section.BOARD, "power");
        this.sys = sys;
    }

    @Override
    Finding judge() {
        Optional<Long> bits =
                sys.text(FILE)
                        .filter(text -> text.matches("(0x)?[0-9a-fA-F]{1,8}"))
                        .map(text -> Long.parseLong(text.replaceFirst("^0x", ""), 16));
        if (bits.isEmpty()) {
            return Findings.skip(part(), "this board does not tell");
        }
        if ((bits.get() & LOW_NOW) != 0) {
            return Findings.fail(part(), "the voltage is too low now", Remedy.POWER_LOW);
        }
        return (bits.get() & LOW_ONCE) != 0
                ? Findings.warn(part(), "it was too low since the board started", Remedy.POWER_LOW)
                : Findings.pass(part(), "never too low since the board started");
    }
}
