package org.gatereader.hal.gpio;

import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatereader.hal.DeviceException;

/**
 * Lamps and a buzzer on GPIO lines, each on or off: a red and a green lamp, better with a blue one
 * in the same housing, and a buzzer that has its own pitch. Without blue its signs are red, and
 * what tells them apart is the rhythm. Each line is read back when it was driven: one that does not
 * follow is named, and does not darken the others.
 */
public final class GpiochipIndicator implements Indicator {
    /** What can be wired. */
    public enum Part {
        RED,
        GREEN,
        BLUE,
        BUZZER
    }

    private final String name;
    private final GpioBoard board;
    private final Map<Part, Wire> wires;
    private final Map<Part, DigitalOutput> outputs = new EnumMap<>(Part.class);
    private final Set<Part> on = EnumSet.noneOf(Part.class);

    /** The order, on or off, that a line did not follow; a line at ground follows every "off". */
    private final Map<Part, Boolean> astray = new EnumMap<>(Part.class);

    private Lamp lamp = Lamp.DARK;
    private Chime chime = Chime.SILENT;
    private boolean isNew;
    private long begunAtNanos;

    /**
     * @param wires at least red and green
     * @throws IllegalArgumentException if one of the two is missing
     */
    public GpiochipIndicator(String name, GpioBoard board, Map<Part, Wire> wires) {
        if (!wires.keySet().containsAll(EnumSet.of(Part.RED, Part.GREEN))) {
            throw new IllegalArgumentException(name + ": expected a red and a green lamp");
        }
        this.name = name;
        this.board = board;
        this.wires = new EnumMap<>(wires);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void open() throws DeviceException {
        for (Map.Entry<Part, Wire> each : wires.entrySet()) {
            outputs.put(each.getKey(), board.output(each.getValue()));
        }
    }

    @Override
    public void show(Lamp newLamp, Chime newChime) throws DeviceException {
        if (outputs.isEmpty()) {
            throw new DeviceException(name, "is not open");
        }
        lamp = newLamp;
        chime = newChime;
        isNew = true;
    }

    @Override
    public void runOnce(long nanos) throws DeviceException {
        if (isNew) {
            isNew = false;
            begunAtNanos = nanos;
        }
        Set<Part> due = due(nanos - begunAtNanos);
        for (Map.Entry<Part, DigitalOutput> each : outputs.entrySet()) {
            boolean isDue = due.contains(each.getKey());
            if (isDue != on.contains(each.getKey())) {
                turn(each.getKey(), each.getValue(), isDue);
            }
        }
    }

    @Override
    public void close() {
        outputs.values().forEach(board::giveBack);
        outputs.clear();
        on.clear();
        astray.clear();
    }

    /** Which lines do not read back as they were driven, each with its order. */
    @Override
    public Optional<String> fault() {
        return astray.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        astray.entrySet().stream()
                                .map(each -> strayed(each.getKey(), each.getValue()))
                                .collect(Collectors.joining("; ", name + ": ", "")));
    }

    private Set<Part> due(long nanos) {
        Set<Part> due =
                lamp.rhythm().isLit(nanos) ? lit(lamp.colour()) : EnumSet.noneOf(Part.class);
        if (chime.isSounding(nanos)) {
            due.add(Part.BUZZER);
        }
        return due;
    }

    private Set<Part> lit(Lamp.Colour colour) {
        return switch (colour) {
            case NONE -> EnumSet.noneOf(Part.class);
            case WHITE -> EnumSet.of(Part.RED, Part.GREEN, Part.BLUE);
            case GREEN -> EnumSet.of(Part.GREEN);
            case AMBER -> EnumSet.of(Part.RED, Part.GREEN);
            case BLUE -> EnumSet.of(wires.containsKey(Part.BLUE) ? Part.BLUE : Part.RED);
            case RED -> EnumSet.of(Part.RED);
        };
    }

    private void turn(Part part, DigitalOutput output, boolean isOn) throws DeviceException {
        try {
            if (isOn) {
                output.on();
                on.add(part);
            } else {
                output.off();
                on.remove(part);
            }
            if (output.isOn() == isOn) {
                astray.remove(part, isOn);
            } else {
                astray.put(part, isOn);
            }
        } catch (IOException e) {
            throw GpioBoard.problem(name, e);
        }
    }

    private static String strayed(Part part, boolean isOn) {
        return "expected the line of %s %s, read %s"
                .formatted(
                        part.name().toLowerCase(Locale.ROOT),
                        isOn ? "on" : "off",
                        isOn ? "off" : "on");
    }
}
