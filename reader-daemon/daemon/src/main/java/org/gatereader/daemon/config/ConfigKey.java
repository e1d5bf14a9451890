package org.gatereader.daemon.config;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.gatereader.daemon.config.ValueType.Choice;
import org.gatereader.daemon.config.ValueType.Flag;
import org.gatereader.daemon.config.ValueType.Location;
import org.gatereader.daemon.config.ValueType.Name;
import org.gatereader.daemon.config.ValueType.Whole;

/**
 * The one list of configuration keys: the reader, {@code config/gate-reader.toml}, its schema and
 * the table in the documents all come from here, in this order. What each is for stands in {@code
 * config-words.txt} beside the test that writes those documents.
 *
 * <p>A Simulated driver is never a default: a gate must not turn into a toy because a line is
 * missing.
 */
public enum ConfigKey {
    GATE_ID(
            "gate.id",
            new Name(
                    Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}"),
                    "a name of 1..64 letters, digits, dots, underscores and hyphens"),
            Preset.required("seoul-main-03")),

    TRUST_SOURCE("trust.source", Choice.of("signed", "plain"), Preset.of("signed")),
    TRUST_SITE(
            "trust.site",
            new Name(
                    Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}"),
                    "a name of 1..64 letters, digits, underscores and hyphens"),
            Preset.optional("seoul")),
    TRUST_INBOX("trust.inbox", Limits.DIRECTORY, Preset.of("/var/lib/gate-reader/inbox")),
    TRUST_STATE("trust.state", Limits.DIRECTORY, Preset.of("/var/lib/gate-reader/trust-state")),
    TRUST_DIRECTORY("trust.directory", Limits.DIRECTORY, Preset.of("/var/lib/gate-reader/trust")),

    CLOCK_SOURCE("clock.source", Choice.of("kernel", "simulated"), Preset.required("kernel")),
    CLOCK_RATCHET(
            "clock.ratchet",
            new Location(Limits.PATH_BYTES_MAX, "a file"),
            Preset.of("/var/lib/gate-reader/clock/ratchet")),
    CLOCK_RESET_ROOT(
            "clock.reset_root",
            new Location(Limits.PATH_BYTES_MAX, "a file"),
            Preset.of("/var/lib/gate-reader/trust-state/metadata/root.json")),
    CLOCK_TCXO("clock.tcxo", new Flag(), Preset.of(false)),

    CAMERA_DRIVER("camera.driver", Choice.of("webcam", "simulated"), Preset.required("webcam")),
    CAMERA_DEVICE(
            "camera.device",
            new Name(
                    Pattern.compile(
                            "csi[0-3]|/dev/video[0-9]{1,3}|/dev/v4l/by-(?:id|path)"
                                    + "/[A-Za-z0-9_+:][A-Za-z0-9._+:-]{0,199}"),
                    "csi0..csi3, /dev/videoN, or a name in /dev/v4l/by-id or /dev/v4l/by-path"),
            Preset.optional("/dev/video0")),
    CAMERA_CAPTURE(
            "camera.capture", Choice.of("found", "rpicam", "v4l2", "ffmpeg"), Preset.of("found")),
    CAMERA_WIDTH("camera.width", Whole.of("px", 320, 1920), Preset.of(640L)),
    CAMERA_HEIGHT("camera.height", Whole.of("px", 240, 1080), Preset.of(480L)),
    CAMERA_USB_RESET("camera.usb_reset", Choice.of("never", "allowed"), Preset.of("never")),
    CAMERA_SOURCE("camera.source", Choice.of("still", "folder", "live"), Preset.of("live")),
    CAMERA_PATH(
            "camera.path",
            new Location(Limits.PATH_BYTES_MAX, "a picture or a folder of pictures"),
            Preset.optional("frames")),
    CAMERA_FRAMES_PER_SECOND(
            "camera.frames_per_second", Whole.of("frames per second", 1, 60), Preset.of(15L)),
    CAMERA_DEADLINE_MS("camera.deadline_ms", Whole.of("ms", 10, 1000), Preset.of(100L)),
    CAMERA_SILENCE_MS("camera.silence_ms", Whole.of("ms", 500, 60_000), Preset.of(2000L)),

    NFC_DRIVER("nfc.driver", Choice.of("none", "simulated", "pcsc"), Preset.of("none")),
    NFC_READER(
            "nfc.reader",
            new Name(
                    Pattern.compile("[ -~]{1,128}"),
                    "a part of the reader's name, 1..128 characters of ASCII"),
            Preset.optional("ACR1252")),
    NFC_USB_RESET("nfc.usb_reset", Choice.of("never", "allowed"), Preset.of("never")),
    NFC_GATE_CERTIFICATE(
            "nfc.gate_certificate",
            new Location(Limits.PATH_BYTES_MAX, "a gate certificate"),
            Preset.optional("/etc/gate-reader/gate.cert")),
    NFC_GATE_KEY(
            "nfc.gate_key",
            new Location(Limits.PATH_BYTES_MAX, "a private key: PKCS#8, P-256, mode 0600"),
            Preset.optional("/etc/gate-reader/gate.key")),

    GPIO_CHIP("gpio.chip", Limits.LABEL, Preset.optional("pinctrl-bcm2711")),

    RELAY_DRIVER("relay.driver", Choice.of("simulated", "gpiochip"), Preset.required("gpiochip")),
    RELAY_LINE("relay.line", Limits.LINE, Preset.optional("GPIO17")),
    RELAY_ACTIVE("relay.active", Limits.LEVEL, Preset.of("high")),
    RELAY_WIRING(
            "relay.wiring",
            Choice.of("energise-to-unlock")
                    .because(
                            "energise-to-lock is refused: it opens the gate at a power cut and"
                                    + " at every restart, and locks people in if the relay"
                                    + " sticks"),
            Preset.of("energise-to-unlock")),
    RELAY_PULSE_MS("relay.pulse_ms", Whole.of("ms", 200, 3000).simulatedFrom(1), Preset.of(500L)),
    RELAY_LOOPBACK(
            "relay.loopback", Choice.of("none", "passage", "rex", "tamper"), Preset.of("none")),

    TURNSTILE_PASSAGE_SENSOR("turnstile.passage_sensor", Limits.INPUT, Preset.of("none")),
    TURNSTILE_PASSAGE_LINE("turnstile.passage_line", Limits.LINE, Preset.optional("GPIO27")),
    TURNSTILE_UNLOCK_MS(
            "turnstile.unlock_ms", Whole.of("ms", 1000, 30_000).simulatedFrom(1), Preset.of(5000L)),
    TURNSTILE_HELD_OPEN_MS(
            "turnstile.held_open_ms",
            Whole.of("ms", 2000, 120_000).simulatedFrom(1),
            Preset.of(10_000L)),

    INPUTS_CLOSED("inputs.closed", Limits.LEVEL, Preset.of("low")),
    INPUTS_PULL("inputs.pull", Choice.of("internal", "external"), Preset.of("internal")),
    INPUTS_FIRE("inputs.fire", Limits.INPUT, Preset.of("none")),
    INPUTS_FIRE_LINE("inputs.fire_line", Limits.LINE, Preset.optional("GPIO5")),
    INPUTS_FIRE_DEBOUNCE_MS("inputs.fire_debounce_ms", Whole.of("ms", 20, 500), Preset.of(100L)),
    INPUTS_FIRE_RESTORED_S("inputs.fire_restored_s", Whole.of("s", 1, 600), Preset.of(10L)),
    INPUTS_REX("inputs.rex", Limits.INPUT, Preset.of("none")),
    INPUTS_REX_LINE("inputs.rex_line", Limits.LINE, Preset.optional("GPIO6")),
    INPUTS_TAMPER("inputs.tamper", Limits.INPUT, Preset.of("none")),
    INPUTS_TAMPER_LINE("inputs.tamper_line", Limits.LINE, Preset.optional("GPIO13")),

    DISPLAY_DRIVER(
            "display.driver", Choice.of("simulated", "gpiochip"), Preset.required("gpiochip")),
    DISPLAY_ACTIVE("display.active", Limits.LEVEL, Preset.of("high")),
    DISPLAY_RED_LINE("display.red_line", Limits.LINE, Preset.optional("GPIO22")),
    DISPLAY_GREEN_LINE("display.green_line", Limits.LINE, Preset.optional("GPIO23")),
    DISPLAY_BLUE_LINE("display.blue_line", Limits.LINE, Preset.optional("GPIO24")),
    DISPLAY_BUZZER_LINE("display.buzzer_line", Limits.LINE, Preset.optional("GPIO25")),
    DISPLAY_SIGN_MS(
            "display.sign_ms", Whole.of("ms", 500, 10_000).simulatedFrom(1), Preset.of(2000L)),

    JOURNAL_DIRECTORY(
            "journal.directory", Limits.DIRECTORY, Preset.of("/var/lib/gate-reader/journal")),
    JOURNAL_BUCKET_S("journal.bucket_s", Whole.of("s", 60, 3600).simulatedFrom(1), Preset.of(60L)),
    JOURNAL_RECORDS("journal.records", Whole.of("records", 256, 4_194_304), Preset.of(131_072L)),

    CONTROL_DIRECTORY(
            "control.directory",
            new Location(
                    Limits.SOCKET_DIRECTORY_BYTES_MAX,
                    "a directory whose absolute path has at most "
                            + Limits.SOCKET_DIRECTORY_BYTES_MAX
                            + " bytes (a socket's path must fit into 107)"),
            Preset.of("/run/gate-reader")),
    CONTROL_STATUS_GROUP("control.status_group", Limits.GROUP, Preset.optional("gate-status")),
    CONTROL_ADMIN_GROUP("control.admin_group", Limits.GROUP, Preset.optional("gate-admin")),

    PAGES_PORT("pages.port", Whole.of("", 1024, 65_535), Preset.optional(8480L)),

    LOG_LEVEL("log.level", Choice.of("trace", "debug", "info", "warn", "error"), Preset.of("info"));

    private static final List<ConfigKey> DRIVERS =
            List.of(
                    CAMERA_DRIVER,
                    NFC_DRIVER,
                    RELAY_DRIVER,
                    DISPLAY_DRIVER,
                    TURNSTILE_PASSAGE_SENSOR,
                    INPUTS_FIRE,
                    INPUTS_REX,
                    INPUTS_TAMPER);

    private final String dotted;

    // Records of immutable values all through, which Error Prone believes only of annotated types.
    @SuppressWarnings("ImmutableEnumChecker")
    private final ValueType type;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Preset preset;

    ConfigKey(String dotted, ValueType type, Preset preset) {
        this.dotted = dotted;
        this.type = type;
        this.preset = preset;
    }

    /** The keys that choose a device; "none" and "simulated" reach no hardware. */
    static List<ConfigKey> drivers() {
        return DRIVERS;
    }

    /** The keys that name a GPIO line, each a different one. */
    static List<ConfigKey> gpioLines() {
        return Arrays.stream(values()).filter(key -> key.type instanceof ValueType.Line).toList();
    }

    /** The whole key, {@code table.name}: every key lies in exactly one table. */
    public String dotted() {
        return dotted;
    }

    /** The table's name. */
    public String table() {
        return dotted.substring(0, dotted.indexOf('.'));
    }

    /** The key's name within its table. */
    public String leaf() {
        return dotted.substring(dotted.indexOf('.') + 1);
    }

    public ValueType type() {
        return type;
    }

    public Preset preset() {
        return preset;
    }
}
