package org.gatereader.daemon.probe;

import java.util.Optional;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;

/**
 * What a Raspberry Pi's firmware says of its supply. The kernel asks it every two seconds whether
 * the voltage was too low since it asked before (Linux, Documentation/hwmon/raspberrypi-hwmon.rst).
 * Where that driver is missing, the firmware's own word is read ({@code get_throttled}): bit 0 is
 * too low a voltage now, bit 16 once since the board started; the others are of heat and speed.
 */
final class PowerProbe extends InstantProbe {
    private static final String CHIP = "rpi_volt";
    private static final String ALARM = "in0_lcrit_alarm";
    private static final long LOW_NOW = 1;
    private static final long LOW_ONCE = 1 << 16;

    private final SysFiles sys;

    PowerProbe(SysFiles sys) {
        super(Section.BOARD, "power");
        this.sys = sys;
    }

    @Override
    Finding judge() {
        return alarm().or(this::firmware)
                .orElseGet(() -> Findings.skip(part(), "this board does not tell"));
    }

    private Optional<Finding> alarm() {
        return sys.entries("class/hwmon", "hwmon*").stream()
                .filter(chip -> sys.text(chip + "/name").filter(CHIP::equals).isPresent())
                .flatMap(chip -> sys.text(chip + "/" + ALARM).stream())
                .filter(text -> text.matches("[01]"))
                .findFirst()
                .map(text -> text.equals("1") ? low() : Findings.pass(part(), "high enough now"));
    }

    /** Below soc/soc:firmware, on a Raspberry Pi 5 below soc@107c000000/soc@107c000000:firmware. */
    private Optional<Finding> firmware() {
        return sys.entries("devices/platform", "soc*").stream()
                .flatMap(soc -> sys.texts(soc, "*:firmware", "get_throttled").stream())
                .filter(text -> text.matches("(0x)?[0-9a-fA-F]{1,8}"))
                .findFirst()
                .map(text -> judge(Long.parseLong(text.replaceFirst("^0x", ""), 16)));
    }

    private Finding judge(long bits) {
        if ((bits & LOW_NOW) != 0) {
            return low();
        }
        return (bits & LOW_ONCE) != 0
                ? Findings.warn(part(), "it was too low since the board started", Remedy.POWER_LOW)
                : Findings.pass(part(), "never too low since the board started");
    }

    private Finding low() {
        return Findings.fail(part(), "the voltage is too low now", Remedy.POWER_LOW);
    }
}
