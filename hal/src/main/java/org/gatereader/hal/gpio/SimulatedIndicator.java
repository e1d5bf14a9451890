package org.gatereader.hal.gpio;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.SimulatedDevice;

/** A lamp and a buzzer without hardware, which remember what they did; watched from any thread. */
public final class SimulatedIndicator implements Indicator, SimulatedDevice {
    /** One order that was carried out. */
    public record Shown(Lamp lamp, Chime chime, long atNanos) {}

    private final String name;
    private final LongSupplier nanos;
    private final History<Shown> shown = new History<>();
    private Lamp lamp = Lamp.DARK;
    private boolean isOpen;
    private boolean isFailing;
    private Optional<String> fault = Optional.empty();

    /**
     * @param nanos monotonic; read at every order
     */
    public SimulatedIndicator(String name, LongSupplier nanos) {
        this.name = name;
        this.nanos = nanos;
    }

    /** Can not be opened or lit from now on, and is dark. */
    public synchronized void fail() {
        isFailing = true;
        lamp = Lamp.DARK;
    }

    /** One part does not follow from now on; the others do. */
    public synchronized void lose(String part) {
        fault = Optional.of(name + ": expected the line of " + part + " on, read off");
    }

    public synchronized void mend() {
        isFailing = false;
        fault = Optional.empty();
    }

    /** The newest 4096 orders, oldest first. */
    public synchronized List<Shown> shown() {
        return shown.newest();
    }

    /** What a person sees now. */
    public synchronized Lamp lamp() {
        return lamp;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized void open() throws DeviceException {
        failIfBroken();
        isOpen = true;
    }

    @Override
    public synchronized void show(Lamp newLamp, Chime chime) throws DeviceException {
        if (!isOpen) {
            throw new DeviceException(name, "is not open");
        }
        failIfBroken();
        lamp = newLamp;
        shown.add(new Shown(newLamp, chime, nanos.getAsLong()));
    }

    @Override
    public synchronized void runOnce(long now) throws DeviceException {
        failIfBroken();
    }

    @Override
    public synchronized Optional<String> fault() {
        return fault;
    }

    @Override
    public synchronized void close() {
        isOpen = false;
        lamp = Lamp.DARK;
    }

    private void failIfBroken() throws DeviceException {
        if (isFailing) {
            throw new DeviceException(name, "does not answer");
        }
    }
}
