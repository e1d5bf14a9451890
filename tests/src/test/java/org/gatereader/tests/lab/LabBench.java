package org.gatereader.tests.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gatereader.daemon.journal.JournalReader;
import org.gatereader.daemon.journal.JournalRecord;
import org.gatereader.verifier.decision.GateEvent.Kind;

/** The virtual turnstile: the devices, the gate's process behind them, and people before it. */
final class LabBench implements AutoCloseable {
    /** Longer than any turn of the gate on an emulated processor of a machine that is busy. */
    static final Duration SOON = Duration.ofSeconds(60);

    /** The kernel lets go of a killed process's lines when it has taken its memory back. */
    private static final Duration KILLED_MAX = Duration.ofSeconds(2);

    /** A code is worth nothing after 15 s (PROFILE-P1, check 15); then the next person comes. */
    private static final Duration CODE_LIFE = Duration.ofSeconds(14);

    /** A decision under way when its phone is taken away comes no later. */
    private static final Duration LATE = Duration.ofSeconds(5);

    /** A machine that builds something meanwhile keeps no deadline of a tap, and then does. */
    private static final Duration PEOPLE_COME = Duration.ofMinutes(4);

    private static final int RECORDS_MAX = 4096;

    private final LabTime time;
    private final GpioSim chip;
    private final CameraFeed camera;
    private final LabSite site = new LabSite();
    private final CardService cards;
    private final GateProcess gate;
    private final Devices devices;
    private final Path directory;
    private final List<Grant> grants = new ArrayList<>();
    private final List<Long> killNanos = new ArrayList<>();
    private CardService.Reader usedReader = CardService.Reader.VIRTUAL;

    /** Where the virtual devices are, as {@code tests/lab/devices} told it. */
    record Devices(Path gpioLines, String camera, String cameraFeed, CardService.Places cards) {}

    /**
     * Lays out the site in a directory of the machine's memory, and starts nothing yet.
     *
     * @param program the daemon
     */
    LabBench(LabTime time, Devices devices, GateProcess.Program program, Path directory)
            throws IOException {
        this.time = time;
        this.devices = devices;
        this.directory = directory;
        chip = new GpioSim(devices.gpioLines());
        camera = new CameraFeed(devices.cameraFeed());
        cards = new CardService(time, devices.cards());
        site.writeTrust(directory.resolve("trust"), time.today());
        site.writeGateProof(directory, time.today());
        useReader(CardService.Reader.VIRTUAL);
        var log = directory.resolve("out").resolve("gate.log");
        var launch =
                new GateProcess.Launch(program, configuration(), directory.resolve("run"), log);
        gate = new GateProcess(time, launch);
    }

    /** Tells the gate to read this one from its next start on. */
    void useReader(CardService.Reader reader) throws IOException {
        usedReader = reader;
        Files.writeString(
                configuration(), LabConfiguration.text(devices.camera(), reader.part(), directory));
    }

    private Path configuration() {
        return directory.resolve("gate-reader.toml");
    }

    CardService cards() {
        return cards;
    }

    LabTime time() {
        return time;
    }

    GpioSim chip() {
        return chip;
    }

    CameraFeed camera() {
        return camera;
    }

    /** The node from which the gate's camera captures. */
    Path cameraNode() {
        return Path.of(devices.camera());
    }

    /** Where the technician's printed page lies afterwards. */
    Path page() {
        return directory.resolve("out").resolve("self-test.html");
    }

    Technician technician() {
        return new Technician(directory.resolve("run"));
    }

    GateProcess gate() {
        return gate;
    }

    /** Every reason that the relay had to be engaged, so far. */
    List<Grant> grants() {
        return List.copyOf(grants);
    }

    /** Every kill of the gate, so far. */
    List<Long> killNanos() {
        return List.copyOf(killNanos);
    }

    /** All contacts as they are while nothing happens: the loops of fire and tamper are closed. */
    void rest() throws IOException {
        for (Wiring input : Wiring.INPUTS) {
            input.rest(chip);
        }
    }

    /** People show codes until the relay is engaged; returns from the first code's showing on. */
    String openByCode() throws Exception {
        return open("code", () -> camera.show(site.presentation(time.today()).toText()));
    }

    /** People tap their phones until the relay is engaged. */
    String openByTap() throws Exception {
        return open("tap", () -> phone(wallet()));
    }

    /**
     * Somebody presses the exit button until the relay is engaged.
     *
     * @return how long it took
     */
    Duration openByButton() throws Exception {
        try (var _ = expecting("exit button")) {
            Wiring.REX.act(chip);
            var took = time.await("the relay engaged", SOON, this::isRelayEngaged);
            Wiring.REX.rest(chip);
            return took;
        }
    }

    /** Holds a phone to the reader that the gate uses. */
    VirtualPhone phone(UnaryOperator<byte[]> applet) throws IOException {
        return new VirtualPhone(cards.linkTo(usedReader), applet);
    }

    /** A wallet that the gate lets in. */
    UnaryOperator<byte[]> wallet() {
        return site.wallet(time::today)::answer;
    }

    /** Whatever a person does that the gate lets in, until it is over. */
    interface Presenting {
        AutoCloseable begin() throws Exception;
    }

    private String open(String what, Presenting presenting) throws Exception {
        long opened = time.now();
        for (int person = 1; true; person++) {
            long began = time.now();
            try (var _ = presenting.begin()) {
                time.await("the relay engaged", CODE_LIFE, this::isRelayEngaged);
                return "opened after %.1f s, person %d"
                        .formatted((time.now() - began) / 1e9, person);
            } catch (LabFinding finding) {
                if (time.now() - opened > PEOPLE_COME.toNanos()) {
                    throw new LabFinding(finding.getMessage() + "; " + gate.situation());
                }
            } finally {
                grants.add(new Grant(what, began, time.now() + LATE.toNanos()));
            }
        }
    }

    /**
     * People hold such a phone to the reader until something has come of it; the last one stays.
     */
    VirtualPhone phoneUntil(LabTime.Condition isDone, UnaryOperator<byte[]> applet)
            throws Exception {
        for (long began = time.now(); true; ) {
            VirtualPhone phone = phone(applet);
            try {
                time.await("a phone's answer", CODE_LIFE, isDone);
                return phone;
            } catch (LabFinding finding) {
                phone.close();
                if (time.now() - began > PEOPLE_COME.toNanos()) {
                    throw finding;
                }
            }
        }
    }

    /** The relay lets go by itself, the person walks through, and the gate is locked again. */
    void walkThrough() throws Exception {
        time.await("the relay released", SOON, () -> !isRelayEngaged());
        Wiring.PASSAGE.act(chip);
        gate.await("PASSING", SOON, status -> status.gate().state().equals("PASSING"));
        Wiring.PASSAGE.rest(chip);
        gate.await("LOCKED", SOON, status -> status.gate().state().equals("LOCKED"));
        gate.awaitReady();
    }

    boolean isRelayEngaged() throws IOException {
        return chip.isHigh(Wiring.RELAY.offset());
    }

    /** The relay has another reason to be engaged, once, until this is closed. */
    AutoCloseable expecting(String what) {
        long began = time.now();
        return () -> grants.add(new Grant(what, began, time.now()));
    }

    /** Another program takes a line, and drives it low. */
    Process holdLine(int offset) throws Exception {
        var holder =
                new ProcessBuilder("gpioset", "-m", "signal", "gpiochip0", offset + "=0")
                        .inheritIO()
                        .start();
        time.await("gpioset", SOON, () -> chip.isHeldBy("gpioset"));
        return holder;
    }

    /** What a time service would tell the kernel, or its absence. */
    void synchroniseClock(boolean isSynchronised) throws Exception {
        String state = isSynchronised ? "synchronised" : "lost";
        run("clock-trust", state);
    }

    /** Makes the gate's storage read-only, as a card does whose end is near, or writable again. */
    void writeProtect(boolean isProtected) throws Exception {
        String journal = directory.resolve("journal").toString();
        if (isProtected) {
            run("mount", "--bind", journal, journal);
            run("mount", "-o", "remount,bind,ro", journal);
        } else {
            run("umount", journal);
        }
    }

    private static void run(String... command) throws Exception {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", command));
        }
    }

    /** SIGKILL to the gate; returns how long the relay's line stayed engaged after it. */
    Duration kill() throws Exception {
        long killed = time.now();
        killNanos.add(killed);
        gate.beginKill();
        time.await("the line inactive", KILLED_MAX, () -> !isRelayEngaged());
        var released = Duration.ofNanos(time.now() - killed);
        gate.awaitEnd();
        return released;
    }

    /** The place in the journal after which something new would stand. */
    long journalled() throws IOException {
        var records = new JournalReader(directory.resolve("journal")).last(1).records();
        return records.isEmpty() ? 0 : records.getLast().sequence();
    }

    /** Waits until the journal tells of this, after that place in it. */
    Duration awaitJournal(Kind kind, long sequence) throws LabFinding {
        return time.awaitAnswer(
                "journal: " + kind,
                SOON,
                () ->
                        new JournalReader(directory.resolve("journal"))
                                .after(sequence, RECORDS_MAX).records().stream()
                                        .map(JournalRecord::code)
                                        .anyMatch(code -> code == kind.code()));
    }

    @Override
    public void close() {
        camera.close();
    }
}
