package org.gatereader.hal.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.plugin.raspberrypi.provider.gpio.digital.RpiDigitalOutputProvider;
import java.util.List;
import java.util.Map;
import org.gatereader.hal.DeviceException;
import org.junit.jupiter.api.Test;

/** A line is found by what is written on it, or not at all. */
class GpioBoardTest {
    private static final String PI = "/dev/gpiochip0";
    private static final String PI_5 = "/dev/gpiochip4";

    private final SimulatedGpioKernel kernel =
            new SimulatedGpioKernel().with(PI, "brcmvirt-gpio", 2).with(PI_5, "pinctrl-rp1", 54);

    @Test
    void findsTheChipByItsLabelWhateverItsNumber() throws Exception {
        board("pinctrl-rp1").output(wire("17"));
        assertEquals("gate-reader relay", kernel.line(PI_5, 17).consumer());
    }

    @Test
    void findsTheLineByItsName() throws Exception {
        board("pinctrl-rp1").output(wire("GPIO27"));
        assertEquals("gate-reader relay", kernel.line(PI_5, 27).consumer());
    }

    @Test
    void refusesALabelThatNoChipHasAndNamesThoseThatAreThere() {
        assertRefused(
                "pinctrl-bcm2711",
                "17",
                "relay: expected one GPIO chip labelled \"pinctrl-bcm2711\", found"
                        + " \"brcmvirt-gpio\" (/dev/gpiochip0), \"pinctrl-rp1\" (/dev/gpiochip4)");
    }

    @Test
    void refusesALabelThatTwoChipsHave() {
        kernel.with("/dev/gpiochip5", "pinctrl-rp1", 54);
        assertRefused("pinctrl-rp1", "17", "expected one GPIO chip");
    }

    @Test
    void refusesALineThatIsNotThere() {
        assertRefused("pinctrl-rp1", "54", "expected a line below 54");
        assertRefused("pinctrl-rp1", "99999999999", "expected a line below 54");
        assertRefused("pinctrl-rp1", "GPIO99", "expected one line named \"GPIO99\"");
    }

    @Test
    void saysWhoHoldsALine() {
        kernel.line(PI_5, 17).takenBy("gpioset");
        assertRefused(
                "pinctrl-rp1",
                "17",
                "relay: line 17 of \"pinctrl-rp1\" (/dev/gpiochip4) is in use by \"gpioset\"");
    }

    @Test
    void oneLineCanNotBeTwoDevices() throws Exception {
        var board = board("pinctrl-rp1");
        board.output(wire("17"));
        var second = new Wire("buzzer", "17", Wire.Level.HIGH);
        var refusal = assertThrows(DeviceException.class, () -> board.output(second));
        assertTrue(
                String.valueOf(refusal.getMessage()).endsWith("is in use by \"gate-reader relay\""),
                refusal.getMessage());
    }

    @Test
    void keepsNoChipOpenWhetherALineWasTakenOrRefused() throws Exception {
        var board = board("pinctrl-rp1");
        assertThrows(DeviceException.class, () -> board.requireFree(wire("GPIO99")));
        assertThrows(DeviceException.class, () -> board.output(wire("77")));
        assertEquals(0, kernel.openDescriptors());
        board.requireFree(wire("17"));
        var line = board.output(wire("17"));
        assertEquals(1, kernel.openDescriptors());
        board.giveBack(line);
        assertEquals(0, kernel.openDescriptors());
    }

    @Test
    void releasesALineThatWasLeftEngagedAndLetsGoOfIt() throws Exception {
        var line = kernel.line(PI_5, 17);
        line.pull(true, 0);
        board("pinctrl-rp1").release(wire("17"));
        assertEquals(List.of(true, false), line.levels());
        assertEquals("", line.consumer());
        line.takenBy("gate-reader relay");
        assertThrows(DeviceException.class, () -> board("pinctrl-rp1").release(wire("17")));
    }

    @Test
    void refusesAProviderThatIsNotOurs() {
        var stub = Map.of("stub", RpiDigitalOutputProvider.newInstance());
        var refusal = assertThrows(DeviceException.class, () -> GpioBoard.requireOnlyOurs(stub));
        assertTrue(
                String.valueOf(refusal.getMessage()).contains("RpiDigitalOutputProviderImpl"),
                refusal.getMessage());
    }

    private GpioBoard board(String label) throws DeviceException {
        return new GpioBoard(label, kernel);
    }

    private static Wire wire(String line) {
        return new Wire("relay", line, Wire.Level.HIGH);
    }

    private void assertRefused(String label, String line, String why) {
        var refusal = assertThrows(DeviceException.class, () -> board(label).output(wire(line)));
        assertTrue(String.valueOf(refusal.getMessage()).contains(why), refusal.getMessage());
        var asked = assertThrows(DeviceException.class, () -> board(label).requireFree(wire(line)));
        assertEquals(refusal.getMessage(), asked.getMessage());
    }
}
