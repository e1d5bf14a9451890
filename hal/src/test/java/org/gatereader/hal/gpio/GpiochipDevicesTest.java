package org.gatereader.hal.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.gpio.GpiochipContact.Pull;
import org.gatereader.hal.gpio.GpiochipIndicator.Part;
import org.gatereader.hal.gpio.Lamp.Colour;
import org.gatereader.hal.gpio.Lamp.Rhythm;
import org.gatereader.hal.gpio.Wire.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate's devices on lines of a kernel that notes every level. */
class GpiochipDevicesTest {
    private static final String CHIP = "/dev/gpiochip0";
    private static final long BIAS = 0x700;
    private static final long PULL_UP = 0x100;
    private static final long PULL_DOWN = 0x200;
    private static final long BIAS_DISABLED = 0x400;

    @TempDir private Path modules;

    private final SimulatedGpioKernel kernel =
            new SimulatedGpioKernel().with(CHIP, "pinctrl-bcm2711", 58);
    private GpioBoard board;

    @BeforeEach
    void findTheBoard() throws Exception {
        board = new GpioBoard("pinctrl-bcm2711", kernel);
    }

    @Test
    void aRelayIsReleasedFromItsFirstMomentOnAndMovesOnlyWhenTold() throws Exception {
        for (Level active : Level.values()) {
            int offset = active == Level.HIGH ? 17 : 18;
            var line = kernel.line(CHIP, offset);
            boolean isHighWhenEngaged = active == Level.HIGH;
            var relay = relay(offset, active);
            relay.open();
            line.levels().clear();
            assertFalse(relay.isEngaged());
            assertEquals(7, relay.engage());
            assertTrue(relay.isEngaged());
            relay.engage();
            relay.release();
            relay.release();
            relay.close();
            relay.close();
            assertEquals(List.of(isHighWhenEngaged, !isHighWhenEngaged), line.levels());
            assertEquals(0, kernel.openDescriptors());
        }
    }

    @Test
    void aRelayIsTakenWithoutAnEdgeAndItsPullKeepsItReleased() throws Exception {
        var relay = relay(17, Level.HIGH);
        relay.open();
        assertEquals(List.of(), kernel.line(CHIP, 17).levels());
        assertEquals(PULL_DOWN, kernel.line(CHIP, 17).flags() & BIAS);
        relay.close();
        relay(18, Level.LOW).open();
        assertEquals(PULL_UP, kernel.line(CHIP, 18).flags() & BIAS);
    }

    @Test
    void aClosedRelayIsReleasedFirst() throws Exception {
        var relay = relay(17, Level.HIGH);
        relay.open();
        relay.engage();
        relay.close();
        assertFalse(kernel.line(CHIP, 17).isHigh());
        assertThrows(DeviceException.class, relay::engage);
        assertThrows(DeviceException.class, relay::isEngaged);
        relay.open();
        assertFalse(relay.isEngaged());
    }

    @Test
    void aRelayWhoseLineVanishesFailsAndCanStillBeClosed() throws Exception {
        var relay = relay(17, Level.HIGH);
        relay.open();
        kernel.line(CHIP, 17).vanish();
        var failure = assertThrows(DeviceException.class, relay::engage);
        assertEquals(
                "relay: the line could not be driven, ioctl: no such device (errno 19)",
                failure.getMessage());
        assertThrows(DeviceException.class, relay::release);
        assertThrows(DeviceException.class, relay::isEngaged);
        relay.close();
        assertEquals(0, kernel.openDescriptors());
    }

    @Test
    void aRelayIsNotArmedWhereTheBoardKeepsAFreedLine() throws Exception {
        for (String module : List.of("pinctrl_bcm2835", "pinctrl_rp1")) {
            var parameter = parameter(module);
            Files.writeString(parameter, "Y\n");
            var refusal = assertThrows(DeviceException.class, relay(17, Level.HIGH)::open);
            assertTrue(String.valueOf(refusal.getMessage()).contains("dtparam=strict_gpiod"));
            assertTrue(String.valueOf(refusal.getMessage()).contains("config.txt"));
            assertEquals("", kernel.line(CHIP, 17).consumer());
            Files.writeString(parameter, "N\n");
        }
        relay(17, Level.HIGH).open();
        assertEquals("gate-reader relay", kernel.line(CHIP, 17).consumer());
    }

    @Test
    void aParameterThatCanNotBeReadCountsAsKept() throws Exception {
        Files.createDirectory(parameter("pinctrl_rp1"));
        assertTrue(new PersistedOutputs(modules).objection().isPresent());
    }

    @Test
    void aContactToGroundIsClosedWhenItsLineIsLow() throws Exception {
        var contact = new GpiochipContact(board, new Wire("fire", "5", Level.LOW), Pull.INTERNAL);
        var line = kernel.line(CHIP, 5);
        contact.open();
        assertTrue(contact.isClosed());
        line.pull(true, 1_000);
        assertFalse(contact.isClosed());
        assertEquals(PULL_UP, line.flags() & BIAS);
        assertEquals(5_000, line.debounceMicros());
    }

    @Test
    void aContactToTheSupplyIsClosedWhenItsLineIsHigh() throws Exception {
        var wire = new Wire("rex", "6", Level.HIGH);
        var contact = new GpiochipContact(board, wire, Pull.INTERNAL);
        contact.open();
        assertFalse(contact.isClosed());
        kernel.line(CHIP, 6).pull(true, 1_000);
        assertTrue(contact.isClosed());
        assertEquals(PULL_DOWN, kernel.line(CHIP, 6).flags() & BIAS);
    }

    @Test
    void aContactWithAResistorOfItsOwnGetsNone() throws Exception {
        new GpiochipContact(board, new Wire("fire", "5", Level.LOW), Pull.EXTERNAL).open();
        assertEquals(BIAS_DISABLED, kernel.line(CHIP, 5).flags() & BIAS);
    }

    @Test
    void aBreakBetweenTwoLooksIsNotLost() throws Exception {
        var contact = new GpiochipContact(board, new Wire("fire", "5", Level.LOW), Pull.INTERNAL);
        contact.open();
        assertEquals(OptionalLong.empty(), contact.lastEdgeNanos());
        kernel.line(CHIP, 5).pull(true, 1_000);
        kernel.line(CHIP, 5).pull(false, 1_007);
        assertTrue(contact.isClosed());
        assertEquals(OptionalLong.of(1_007), contact.lastEdgeNanos());
        assertTrue(contact.isClosed());
        assertEquals(OptionalLong.of(1_007), contact.lastEdgeNanos());
    }

    @Test
    void aContactThatIsNotOpenSaysSo() throws Exception {
        var contact = new GpiochipContact(board, new Wire("fire", "5", Level.LOW), Pull.INTERNAL);
        assertThrows(DeviceException.class, contact::isClosed);
        contact.open();
        kernel.line(CHIP, 5).vanish();
        assertThrows(DeviceException.class, contact::isClosed);
        contact.close();
        contact.open();
    }

    @Test
    void aLampFlashesInItsRhythmFromTheTurnAfterItsOrder() throws Exception {
        var indicator = indicator(Part.RED, Part.GREEN);
        indicator.open();
        indicator.show(new Lamp(Colour.AMBER, Rhythm.QUICK), Chime.SILENT);
        assertEquals("", lit());
        indicator.runOnce(millis(100));
        assertEquals("RED GREEN", lit());
        indicator.runOnce(millis(349));
        assertEquals("RED GREEN", lit());
        indicator.runOnce(millis(350));
        assertEquals("", lit());
        indicator.runOnce(millis(600));
        assertEquals("RED GREEN", lit());
    }

    @Test
    void aBuzzerSoundsAsOftenAsItIsTold() throws Exception {
        var indicator = indicator(Part.RED, Part.GREEN, Part.BUZZER);
        indicator.open();
        var chime = new Chime(3, 800, Duration.ofMillis(120), Duration.ofMillis(80));
        indicator.show(Lamp.DARK, chime);
        for (int at = 0; at < 2_000; at += 10) {
            indicator.runOnce(millis(at));
        }
        var buzzer = kernel.line(CHIP, offset(Part.BUZZER));
        assertEquals(List.of(true, false, true, false, true, false), buzzer.levels());
    }

    @Test
    void everyColourIsShownByTheLampsThereAre() throws Exception {
        var three = indicator(Part.RED, Part.GREEN, Part.BLUE);
        three.open();
        assertEquals("RED GREEN BLUE", shown(three, Colour.WHITE));
        assertEquals("BLUE", shown(three, Colour.BLUE));
        three.close();
        var two = indicator(Part.RED, Part.GREEN);
        two.open();
        assertEquals("RED GREEN", shown(two, Colour.WHITE));
        assertEquals("RED GREEN", shown(two, Colour.AMBER));
        assertEquals("RED", shown(two, Colour.BLUE));
        assertEquals("RED", shown(two, Colour.RED));
        assertEquals("GREEN", shown(two, Colour.GREEN));
        assertEquals("", shown(two, Colour.NONE));
    }

    @Test
    void aClosedIndicatorIsDark() throws Exception {
        var indicator = indicator(Part.RED, Part.GREEN);
        indicator.open();
        assertEquals("RED", shown(indicator, Colour.RED));
        indicator.close();
        assertEquals("", lit());
        assertThrows(DeviceException.class, () -> indicator.show(Lamp.DARK, Chime.SILENT));
        indicator.open();
        assertEquals("RED", shown(indicator, Colour.RED));
    }

    @Test
    void anIndicatorWhoseLineVanishesFails() throws Exception {
        var indicator = indicator(Part.RED, Part.GREEN);
        indicator.open();
        kernel.line(CHIP, offset(Part.GREEN)).vanish();
        assertThrows(DeviceException.class, () -> shown(indicator, Colour.GREEN));
    }

    @Test
    void aLineThatDoesNotFollowIsNamedAndTheOthersGoOn() throws Exception {
        var indicator = indicator(Part.RED, Part.GREEN);
        indicator.open();
        assertEquals("RED GREEN", shown(indicator, Colour.AMBER));
        assertEquals(Optional.empty(), indicator.fault());
        shown(indicator, Colour.NONE);
        kernel.line(CHIP, offset(Part.GREEN)).shorten(true);
        var said = Optional.of("indicator: expected the line of green on, read off");
        assertEquals("RED", shown(indicator, Colour.AMBER));
        assertEquals(said, indicator.fault());
        assertEquals("", shown(indicator, Colour.NONE));
        assertEquals(said, indicator.fault());
        kernel.line(CHIP, offset(Part.GREEN)).shorten(false);
        assertEquals("GREEN", shown(indicator, Colour.GREEN));
        assertEquals(Optional.empty(), indicator.fault());
        kernel.line(CHIP, offset(Part.GREEN)).shorten(true);
        assertEquals("RED GREEN", shown(indicator, Colour.RED));
        assertEquals(
                Optional.of("indicator: expected the line of green off, read on"),
                indicator.fault());
    }

    private GpiochipRelay relay(int offset, Level active) {
        var wire = new Wire("relay", Integer.toString(offset), active);
        return new GpiochipRelay(board, wire, new PersistedOutputs(modules), () -> 7);
    }

    private Path parameter(String module) throws Exception {
        var directory = Files.createDirectories(modules.resolve(module + "/parameters"));
        return directory.resolve("persist_gpio_outputs");
    }

    private static int offset(Part part) {
        return switch (part) {
            case RED -> 20;
            case GREEN -> 21;
            case BLUE -> 22;
            case BUZZER -> 23;
        };
    }

    private GpiochipIndicator indicator(Part... parts) {
        Map<Part, Wire> wires = new EnumMap<>(Part.class);
        for (Part part : parts) {
            wires.put(part, new Wire(part.name(), "GPIO" + offset(part), Level.HIGH));
        }
        return new GpiochipIndicator("indicator", board, wires);
    }

    private String shown(GpiochipIndicator indicator, Colour colour) throws Exception {
        indicator.show(new Lamp(colour, Rhythm.STEADY), Chime.SILENT);
        indicator.runOnce(0);
        return lit();
    }

    private String lit() {
        StringBuilder lit = new StringBuilder();
        for (Part part : Part.values()) {
            if (kernel.line(CHIP, offset(part)).isHigh()) {
                lit.append(' ').append(part);
            }
        }
        return lit.toString().strip();
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
