package org.gatereader.hal.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.IO;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.plugin.raspberrypi.platform.RaspberryPiPlatform;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gatereader.hal.DeviceException;

/**
 * The GPIO of this machine, through Pi4J and by our own providers alone: what a context finds by
 * itself may be a stub or a mock, and a relay "works" with it where there is none.
 *
 * <p>Lines are taken and given back by one thread, the gate's: Pi4J's registry counts on that.
 */
public final class GpioBoard {
    /** What may drive a line; anything else in the context is a reason not to start. */
    private static final Set<String> PROVIDERS =
            Set.of(GpiochipOutputProvider.class.getName(), GpiochipInputProvider.class.getName());

    private final GpioChip.Finder chips;
    private final Context context;

    /**
     * Takes no line and opens no device yet.
     *
     * @param chipLabel the label of the chip that all lines are on, for example {@code
     *     pinctrl-bcm2711} of a Raspberry Pi 4 or {@code pinctrl-rp1} of a Pi 5
     * @throws DeviceException if a provider that is not on our list has got into the context
     */
    public GpioBoard(String chipLabel) throws DeviceException {
        this(chipLabel, GpioKernel.LINUX);
    }

    GpioBoard(String chipLabel, GpioKernel kernel) throws DeviceException {
        this.chips = device -> GpioChip.labelled(kernel, chipLabel, device);
        this.context = context(chips);
        requireOnlyOurs(context.providers().all());
    }

    /** The board's model as Pi4J recognises it, or {@code Unknown}; for the technician. */
    public String model() {
        return context.boardInfo().getBoardModel().getLabel();
    }

    /**
     * Looks whether a line could be taken now, and takes nothing.
     *
     * @throws DeviceException if its chip or the line itself is not there or not unique, or if
     *     somebody holds it; it says who
     */
    public void requireFree(Wire wire) throws DeviceException {
        try (GpioChip chip = chips.find(wire.device())) {
            chip.requireFree(chip.offsetOf(wire.line()));
        }
    }

    /**
     * Drives an output inactive and lets go of it, also on a board that keeps a freed line.
     *
     * @throws DeviceException if it can not be taken, or reads active all the same
     */
    public void release(Wire wire) throws DeviceException {
        DigitalOutput output = output(wire);
        try {
            if (output.isOn()) {
                throw new DeviceException(
                        wire.device(), "expected the line released, read engaged");
            }
        } catch (IOException e) {
            throw problem(wire.device(), e);
        } finally {
            giveBack(output);
        }
    }

    /** Takes an output, inactive from its first moment, with its pull towards inactive. */
    DigitalOutput output(Wire wire) throws DeviceException {
        var config =
                DigitalOutput.newConfigBuilder(context)
                        .id(wire.device())
                        .address(offsetOf(wire))
                        .onState(state(wire.activeLevel()))
                        .provider(GpiochipOutputProvider.ID)
                        .build();
        return create(wire, () -> context.create(config));
    }

    /** Takes an input that reports its edges; bounces shorter than {@code debounce} are none. */
    GpiochipInput input(Wire wire, PullResistance pull, Duration debounce) throws DeviceException {
        var config =
                DigitalInput.newConfigBuilder(context)
                        .id(wire.device())
                        .address(offsetOf(wire))
                        .onState(state(wire.activeLevel()))
                        .pull(pull)
                        .debounce(TimeUnit.NANOSECONDS.toMicros(debounce.toNanos()))
                        .provider(GpiochipInputProvider.ID)
                        .build();
        return (GpiochipInput) create(wire, () -> context.create(config));
    }

    /** Gives a line back; never fails. */
    void giveBack(IO<?, ?, ?> line) {
        context.shutdown(line);
    }

    private int offsetOf(Wire wire) throws DeviceException {
        try (GpioChip chip = chips.find(wire.device())) {
            return chip.offsetOf(wire.line());
        }
    }

    private static <T> T create(Wire wire, Supplier<T> taking) throws DeviceException {
        try {
            return taking.get();
        } catch (RuntimeException e) {
            throw problem(wire.device(), e);
        }
    }

    /** What one of our providers said, out of the unchecked exception of Pi4J around it. */
    static DeviceException problem(String device, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DeviceException problem) {
                return problem;
            }
        }
        return new DeviceException(device, "Pi4J failed, " + failure.getMessage());
    }

    private static DigitalState state(Wire.Level level) {
        return level == Wire.Level.HIGH ? DigitalState.HIGH : DigitalState.LOW;
    }

    private static Context context(GpioChip.Finder chips) {
        return Pi4J.newContextBuilder()
                .noAutoDetect()
                .noAutoInject()
                .disableShutdownHook()
                .add(new RaspberryPiPlatform())
                .add(new GpiochipOutputProvider(chips), new GpiochipInputProvider(chips))
                .build();
    }

    static void requireOnlyOurs(Map<String, ?> providers) throws DeviceException {
        Set<String> classes = new TreeSet<>();
        providers.values().forEach(provider -> classes.add(provider.getClass().getName()));
        if (!classes.equals(PROVIDERS)) {
            throw new DeviceException(
                    "gpio",
                    "expected the Pi4J providers "
                            + new TreeSet<>(PROVIDERS)
                            + ", found "
                            + classes);
        }
    }
}
