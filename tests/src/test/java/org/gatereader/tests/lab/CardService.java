package org.gatereader.tests.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** pcscd, the reader that can be unplugged, and phones held to either reader. */
final class CardService {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LabTime time;
    private final Places places;
    private ProcessHandle service;

    /**
     * Where the machine has what.
     *
     * @param usbSlot the serial port that leads into the USB reader
     * @param usbPort the port of the hub that it is plugged into, in sysfs
     * @param service the process of pcscd
     */
    record Places(Path usbSlot, Path usbPort, long service) {}

    /** The readers, each by a part of its name as pcscd tells it. */
    enum Reader {
        VIRTUAL("Virtual PCD"),
        USB("USB SmartCard Reader");

        private final String part;

        Reader(String part) {
            this.part = part;
        }

        String part() {
            return part;
        }
    }

    CardService(LabTime time, Places places) {
        this.time = time;
        this.places = places;
        this.service = ProcessHandle.of(places.service()).orElseThrow();
    }

    /** The way to this reader for a phone that is held to it now. */
    CardLink linkTo(Reader reader) throws IOException {
        return reader == Reader.USB ? new UsbReaderLink(places.usbSlot()) : new VpcdLink();
    }

    /** SIGKILL. */
    void kill() throws LabFinding {
        service.destroyForcibly();
        time.await("pcscd gone", PATIENCE, () -> !service.isAlive());
    }

    /** Starts it again, as its unit would. */
    void start() throws IOException {
        service =
                new ProcessBuilder("pcscd", "--foreground")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .toHandle();
    }

    /** Pulls the USB reader's cable: its hub takes it off the bus. */
    void unplug() {
        switchPort("1");
    }

    void plug() {
        switchPort("0");
    }

    private void switchPort(String isDisabled) {
        try {
            Files.writeString(places.usbPort().resolve("disable"), isDisabled);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
