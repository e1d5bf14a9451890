package org.gatereader.daemon.config;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sound configuration: every value is within its range, paths are absolute. Holding one is the
 * proof; it can only be read.
 */
public final class Configuration {
    private final Map<ConfigKey, Object> values;

    /**
     * @param values a TOML value per key, a {@link Path} where the key is a location; absent only
     *     where the key is optional
     */
    Configuration(Map<ConfigKey, Object> values) {
        this.values = new EnumMap<>(values);
    }

    /**
     * Reads a file, at most 64 KiB of UTF-8; relative paths in it start at its own directory.
     *
     * @throws IOException if the file can not be read at all
     */
    public static ConfigReading read(Path file) throws IOException {
        return ConfigFile.read(file);
    }

    /** Reads a text as if it were the file of that name; the file need not exist. */
    public static ConfigReading parse(Path file, String toml) {
        return new ConfigReader(file).read(toml);
    }

    public String gateId() {
        return text(ConfigKey.GATE_ID);
    }

    /** Who vouches for what the gate trusts. */
    public enum TrustSource {
        /** Signatures, from the root on that the gate was enrolled with. */
        SIGNED,
        /** Whoever may write a directory of plain files. */
        PLAIN
    }

    public TrustSource trustSource() {
        return TrustSource.valueOf(text(ConfigKey.TRUST_SOURCE).toUpperCase(Locale.ROOT));
    }

    /** The plain files, where trust is unsigned. */
    public Path trustDirectory() {
        return path(ConfigKey.TRUST_DIRECTORY);
    }

    /** Where trusted time comes from, as the file names it. */
    public String clockSource() {
        return text(ConfigKey.CLOCK_SOURCE);
    }

    /** Where verified metadata and serving sets are kept. */
    public Path trustState() {
        return path(ConfigKey.TRUST_STATE);
    }

    /** Where others drop signed files. */
    public Path trustInbox() {
        return path(ConfigKey.TRUST_INBOX);
    }

    /** Whose policy the gate follows; there wherever trust is signed. */
    public String trustSite() {
        return text(ConfigKey.TRUST_SITE);
    }

    /** Whether time is the kernel's; else it is simulated. */
    public boolean isClockOfKernel() {
        return text(ConfigKey.CLOCK_SOURCE).equals("kernel");
    }

    public Path clockRatchet() {
        return path(ConfigKey.CLOCK_RATCHET);
    }

    /** The root metadata whose keys can let the clock begin anew; it need not be there. */
    public Path clockResetRoot() {
        return path(ConfigKey.CLOCK_RESET_ROOT);
    }

    /** Whether the battery clock drifts by 2 ppm at the most. */
    public boolean isBatteryClockCompensated() {
        return (Boolean) present(ConfigKey.CLOCK_TCXO);
    }

    /** What the simulated camera sees. */
    public enum CameraSource {
        STILL,
        FOLDER,
        LIVE
    }

    public CameraSource cameraSource() {
        return CameraSource.valueOf(text(ConfigKey.CAMERA_SOURCE).toUpperCase(Locale.ROOT));
    }

    /** Present wherever the source is a picture or a folder. */
    public Optional<Path> cameraPath() {
        return Optional.ofNullable((Path) values.get(ConfigKey.CAMERA_PATH));
    }

    public boolean isCameraReal() {
        return text(ConfigKey.CAMERA_DRIVER).equals("webcam");
    }

    /** Which camera; present wherever it is real. */
    public Optional<String> cameraDevice() {
        return Optional.ofNullable((String) values.get(ConfigKey.CAMERA_DEVICE));
    }

    /** The capture program, rpicam, v4l2 or ffmpeg; empty = the one that fits and is installed. */
    public Optional<String> cameraCapture() {
        return Optional.of(text(ConfigKey.CAMERA_CAPTURE)).filter(word -> !word.equals("found"));
    }

    /** In pixels. */
    public int cameraWidth() {
        return number(ConfigKey.CAMERA_WIDTH);
    }

    /** In pixels. */
    public int cameraHeight() {
        return number(ConfigKey.CAMERA_HEIGHT);
    }

    public boolean isCameraResetAllowed() {
        return text(ConfigKey.CAMERA_USB_RESET).equals("allowed");
    }

    public int cameraFramesPerSecond() {
        return number(ConfigKey.CAMERA_FRAMES_PER_SECOND);
    }

    /** How long one frame may be searched. */
    public Duration frameDeadline() {
        return millis(ConfigKey.CAMERA_DEADLINE_MS);
    }

    /** How long the camera may deliver nothing before it counts as failed. */
    public Duration cameraSilence() {
        return millis(ConfigKey.CAMERA_SILENCE_MS);
    }

    /** What talks to the NFC reader. */
    public enum NfcDriver {
        NONE,
        SIMULATED,
        PCSC
    }

    public NfcDriver nfcDriver() {
        return NfcDriver.valueOf(text(ConfigKey.NFC_DRIVER).toUpperCase(Locale.ROOT));
    }

    /** A part of the reader's name; empty = the only one. */
    public Optional<String> nfcReader() {
        return Optional.ofNullable((String) values.get(ConfigKey.NFC_READER));
    }

    public boolean isNfcResetAllowed() {
        return text(ConfigKey.NFC_USB_RESET).equals("allowed");
    }

    /** Present together with {@link #gateKey}, or not at all. */
    public Optional<Path> gateCertificate() {
        return Optional.ofNullable((Path) values.get(ConfigKey.NFC_GATE_CERTIFICATE));
    }

    public Optional<Path> gateKey() {
        return Optional.ofNullable((Path) values.get(ConfigKey.NFC_GATE_KEY));
    }

    public Duration relayPulse() {
        return millis(ConfigKey.RELAY_PULSE_MS);
    }

    /** The input that sees the relay in a self-test: passage, rex or tamper. */
    public Optional<String> relayLoopback() {
        return Optional.of(text(ConfigKey.RELAY_LOOPBACK)).filter(input -> !input.equals("none"));
    }

    /** How long a granted person has to walk through; never shorter than the pulse. */
    public Duration unlockDuration() {
        return millis(ConfigKey.TURNSTILE_UNLOCK_MS);
    }

    public Duration heldOpenAfter() {
        return millis(ConfigKey.TURNSTILE_HELD_OPEN_MS);
    }

    public Duration fireDebounce() {
        return millis(ConfigKey.INPUTS_FIRE_DEBOUNCE_MS);
    }

    /** How long the loop must be closed again before the gate is locked. */
    public Duration fireRestoredAfter() {
        return seconds(ConfigKey.INPUTS_FIRE_RESTORED_S);
    }

    /** How long one person's answer stays on the display. */
    public Duration signDuration() {
        return millis(ConfigKey.DISPLAY_SIGN_MS);
    }

    public Path journalDirectory() {
        return path(ConfigKey.JOURNAL_DIRECTORY);
    }

    public Duration journalBucket() {
        return seconds(ConfigKey.JOURNAL_BUCKET_S);
    }

    public int journalRecords() {
        return number(ConfigKey.JOURNAL_RECORDS);
    }

    public Path controlDirectory() {
        return path(ConfigKey.CONTROL_DIRECTORY);
    }

    /** Whose members may read the status; empty = the process's own group. */
    public Optional<String> statusGroup() {
        return Optional.ofNullable((String) values.get(ConfigKey.CONTROL_STATUS_GROUP));
    }

    /** Whose members may use the control socket; empty = the process's own group. */
    public Optional<String> adminGroup() {
        return Optional.ofNullable((String) values.get(ConfigKey.CONTROL_ADMIN_GROUP));
    }

    /** Where this machine's browsers find the pages; empty = no page is served. */
    public Optional<Integer> pagesPort() {
        return Optional.ofNullable((Long) values.get(ConfigKey.PAGES_PORT)).map(Math::toIntExact);
    }

    /** One of trace, debug, info, warn, error. */
    public String logLevel() {
        return text(ConfigKey.LOG_LEVEL);
    }

    /** What stands behind a key that chooses a driver. */
    public enum Driver {
        NONE,
        SIMULATED,
        GPIOCHIP
    }

    /** The driver that one of the gate's own devices is to have. */
    public Driver driver(ConfigKey device) {
        return Driver.valueOf(text(device).toUpperCase(Locale.ROOT));
    }

    /** A name or number of {@code gpio}'s; present wherever the chosen driver needs it. */
    public Optional<String> gpioName(ConfigKey key) {
        return Optional.ofNullable((String) values.get(key));
    }

    /** Whether a device is active at the high level of its line. */
    public boolean isHigh(ConfigKey level) {
        return text(level).equals("high");
    }

    /** Whether each input has a resistor of its own. */
    public boolean hasExternalPulls() {
        return text(ConfigKey.INPUTS_PULL).equals("external");
    }

    /** Whether no driver reaches hardware: only then may public demonstration keys be trusted. */
    public boolean isEveryDriverSimulated() {
        return isEveryDriverSimulated(values);
    }

    static boolean isEveryDriverSimulated(Map<ConfigKey, Object> values) {
        return ConfigKey.drivers().stream()
                .map(values::get)
                .allMatch(driver -> "simulated".equals(driver) || "none".equals(driver));
    }

    private String text(ConfigKey key) {
        return (String) present(key);
    }

    private Path path(ConfigKey key) {
        return (Path) present(key);
    }

    private int number(ConfigKey key) {
        return Math.toIntExact((Long) present(key));
    }

    private Duration millis(ConfigKey key) {
        return Duration.ofMillis((Long) present(key));
    }

    private Duration seconds(ConfigKey key) {
        return Duration.ofSeconds((Long) present(key));
    }

    private Object present(ConfigKey key) {
        @Nullable Object value = values.get(key);
        if (value == null) {
            throw new IllegalStateException(key.dotted() + " has neither value nor default");
        }
        return value;
    }
}
