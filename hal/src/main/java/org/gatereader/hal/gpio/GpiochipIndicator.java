package org.gatereader.hal.gpio;

import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.gatereader.hal.DeviceException;

/**
 * Lamps and a buzzer on GPIO lines, each on or off: a red and a green lamp, better with a blue one
 * in the same housing, and a buzzer that has its own pitch. Without blue its signs are red, and
 * what tells them apart is the rhythm.
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
        } catch (IOException e) {
            throw GpioBoard.problem(name, e);
        }
    }
}
