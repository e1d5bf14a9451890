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
 * the table in the documents all come from here, in this order.
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
            Preset.required("seoul-main-03"),
            "The gate's own name. Phones sign for it, so it must be the one that the QR poster, the"
                    + " wallet or the site policy's gate groups name, byte for byte."),

    TRUST_SOURCE(
            "trust.source",
            Choice.of("signed", "plain"),
            Preset.of("signed"),
            "Who vouches for issuer keys, policy and status lists: signatures of an update"
                    + " repository (\"signed\"), or whoever may write trust.directory (\"plain\")."),
    TRUST_SITE(
            "trust.site",
            new Name(
                    Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}"),
                    "a name of 1..64 letters, digits, underscores and hyphens"),
            Preset.optional("seoul"),
            "Whose policy the gate follows: site/NAME/policy.json of the repository. Needed with"
                    + " trust.source = \"signed\"."),
    TRUST_INBOX(
            "trust.inbox",
            Limits.DIRECTORY,
            Preset.of("/var/lib/gate-reader/inbox"),
            "Where signed files are dropped: a mirror of the repository, timestamp.json last."),
    TRUST_STATE(
            "trust.state",
            Limits.DIRECTORY,
            Preset.of("/var/lib/gate-reader/trust-state"),
            "Where the reader keeps what it has verified; nobody else writes there."),
    TRUST_DIRECTORY(
            "trust.directory",
            Limits.DIRECTORY,
            Preset.of("/var/lib/gate-reader/trust"),
            "With trust.source = \"plain\": issuer keys, site policy and status lists;"
                    + " trust/README.md says what lies in it."),

    CLOCK_SOURCE(
            "clock.source",
            Choice.of("kernel", "simulated"),
            Preset.required("kernel"),
            "Where trusted time comes from: the kernel's clock, which a time service keeps, or one"
                    + " that nothing vouches for, where every driver is simulated."),
    CLOCK_RATCHET(
            "clock.ratchet",
            new Location(Limits.PATH_BYTES_MAX, "a file"),
            Preset.of("/var/lib/gate-reader/clock/ratchet"),
            "Where the gate remembers how late it has been, so that a clock that is set back is"
                    + " noticed over a restart."),
    CLOCK_RESET_ROOT(
            "clock.reset_root",
            new Location(Limits.PATH_BYTES_MAX, "a file"),
            Preset.of("/var/lib/gate-reader/trust-state/metadata/root.json"),
            "The root metadata, two of whose keys can sign that the clock may begin anew."),
    CLOCK_TCXO(
            "clock.tcxo",
            new Flag(),
            Preset.of(false),
            "Whether the battery clock, /dev/rtc0, is temperature-compensated (2 ppm, a DS3231"
                    + " for example): then time is taken from it while no time service can be"
                    + " reached, and one-way lanes serve on past 52 hours."),

    CAMERA_DRIVER(
            "camera.driver",
            Choice.of("webcam", "simulated"),
            Preset.required("webcam"),
            "Which driver reads the camera: a real one, on the board's ribbon or on USB, or none at"
                    + " all."),
    CAMERA_DEVICE(
            "camera.device",
            new Name(
                    Pattern.compile(
                            "csi[0-3]|/dev/video[0-9]{1,3}|/dev/v4l/by-(?:id|path)"
                                    + "/[A-Za-z0-9_+:][A-Za-z0-9._+:-]{0,199}"),
                    "csi0..csi3, /dev/videoN, or a name in /dev/v4l/by-id or /dev/v4l/by-path"),
            Preset.optional("/dev/video0"),
            "The camera (camera.driver = \"webcam\"): csi0 is the first one on a ribbon. A name in"
                    + " /dev/v4l/by-path stays the same when another camera is plugged in."),
    CAMERA_CAPTURE(
            "camera.capture",
            Choice.of("found", "rpicam", "v4l2", "ffmpeg"),
            Preset.of("found"),
            "Which program brings the frames: rpicam-vid for a ribbon, v4l2-ctl for USB, ffmpeg for"
                    + " a USB camera that gives only JPEG. With \"found\": the one that fits the"
                    + " device and is installed in /usr/bin or /usr/local/bin."),
    CAMERA_WIDTH(
            "camera.width",
            Whole.of("px", 320, 1920),
            Preset.of(640L),
            "The width that the camera is asked for; a USB camera gives the nearest that it has."),
    CAMERA_HEIGHT(
            "camera.height",
            Whole.of("px", 240, 1080),
            Preset.of(480L),
            "The height that the camera is asked for."),
    CAMERA_USB_RESET(
            "camera.usb_reset",
            Choice.of("never", "allowed"),
            Preset.of("never"),
            "Whether the gate may take a USB camera off its port and put it back when opening it"
                    + " again five times did not help. The service must be allowed to write the"
                    + " port's \"authorized\" file below /sys/bus/usb/devices."),
    CAMERA_SOURCE(
            "camera.source",
            Choice.of("still", "folder", "live"),
            Preset.of("live"),
            "What the simulated camera sees: one picture, the pictures of a folder in turn, or"
                    + " pictures pushed into the process."),
    CAMERA_PATH(
            "camera.path",
            new Location(Limits.PATH_BYTES_MAX, "a picture or a folder of pictures"),
            Preset.optional("frames"),
            "The picture (camera.source = \"still\") or the folder (\"folder\")."),
    CAMERA_FRAMES_PER_SECOND(
            "camera.frames_per_second",
            Whole.of("frames per second", 1, 60),
            Preset.of(15L),
            "How often the camera delivers a frame."),
    CAMERA_DEADLINE_MS(
            "camera.deadline_ms",
            Whole.of("ms", 10, 1000),
            Preset.of(100L),
            "How long one frame may be searched for a code before the next one is taken."),
    CAMERA_SILENCE_MS(
            "camera.silence_ms",
            Whole.of("ms", 500, 60_000),
            Preset.of(2000L),
            "Without a frame for this long the camera counts as failed and is opened again."),

    NFC_DRIVER(
            "nfc.driver",
            Choice.of("none", "simulated", "pcsc"),
            Preset.of("none"),
            "Which driver talks to the NFC reader, for the tap; \"pcsc\" is pcscd's."),
    NFC_READER(
            "nfc.reader",
            new Name(
                    Pattern.compile("[ -~]{1,128}"),
                    "a part of the reader's name, 1..128 characters of ASCII"),
            Preset.optional("ACR1252"),
            "Which reader of pcscd, by a part of its name as pcsc_scan shows it; the number at its"
                    + " end changes with the port. Without it: the only one."),
    NFC_GATE_CERTIFICATE(
            "nfc.gate_certificate",
            new Location(Limits.PATH_BYTES_MAX, "a gate certificate"),
            Preset.optional("/etc/gate-reader/gate.cert"),
            "The site's certificate for this gate's key. Without it phones answer only with the"
                    + " pass open on the screen."),
    NFC_GATE_KEY(
            "nfc.gate_key",
            new Location(Limits.PATH_BYTES_MAX, "a private key: PKCS#8, P-256, mode 0600"),
            Preset.optional("/etc/gate-reader/gate.key"),
            "The key that the certificate is for."),

    GPIO_CHIP(
            "gpio.chip",
            Limits.LABEL,
            Preset.optional("pinctrl-bcm2711"),
            "The label of the chip whose lines the drivers \"gpiochip\" take: pinctrl-bcm2711 on a"
                    + " Raspberry Pi 4, pinctrl-rp1 on a Pi 5, as gpiodetect prints it. pins.md"
                    + " says which line is for what."),

    RELAY_DRIVER(
            "relay.driver",
            Choice.of("simulated", "gpiochip"),
            Preset.required("gpiochip"),
            "Which driver switches the relay that unlocks the turnstile."),
    RELAY_LINE(
            "relay.line",
            Limits.LINE,
            Preset.optional("GPIO17"),
            "The relay's GPIO line (relay.driver = \"gpiochip\")."),
    RELAY_ACTIVE(
            "relay.active",
            Limits.LEVEL,
            Preset.of("high"),
            "At which level of its line the relay is energised; many boards say low."),
    RELAY_WIRING(
            "relay.wiring",
            Choice.of("energise-to-unlock")
                    .because(
                            "energise-to-lock is refused: it opens the gate at a power cut and"
                                    + " at every restart, and locks people in if the relay"
                                    + " sticks"),
            Preset.of("energise-to-unlock"),
            "What the energised relay does to the turnstile."),
    RELAY_PULSE_MS(
            "relay.pulse_ms",
            Whole.of("ms", 200, 3000).simulatedFrom(1),
            Preset.of(500L),
            "How long the relay is engaged for one person: turnstiles take 200..1000, doors"
                    + " 3000."),
    RELAY_LOOPBACK(
            "relay.loopback",
            Choice.of("none", "passage", "rex", "tamper"),
            Preset.of("none"),
            "The input that a technician has bridged to the relay's second contact, so that the"
                    + " self-test sees the relay move: it must read active while the relay is"
                    + " engaged. Take the wire off again, and set \"none\", before people pass."),

    TURNSTILE_PASSAGE_SENSOR(
            "turnstile.passage_sensor",
            Limits.INPUT,
            Preset.of("none"),
            "The contact that reports a person passing. With \"none\" a passage is assumed over"
                    + " when the unlock time has run out, and forced or held-open passages go"
                    + " unnoticed."),
    TURNSTILE_PASSAGE_LINE(
            "turnstile.passage_line",
            Limits.LINE,
            Preset.optional("GPIO27"),
            "Its GPIO line: closed while somebody is in the passage."),
    TURNSTILE_UNLOCK_MS(
            "turnstile.unlock_ms",
            Whole.of("ms", 1000, 30_000).simulatedFrom(1),
            Preset.of(5000L),
            "How long a granted person has to walk through; at least relay.pulse_ms."),
    TURNSTILE_HELD_OPEN_MS(
            "turnstile.held_open_ms",
            Whole.of("ms", 2000, 120_000).simulatedFrom(1),
            Preset.of(10_000L),
            "How long a passage may last before it is reported as held open."),

    INPUTS_CLOSED(
            "inputs.closed",
            Limits.LEVEL,
            Preset.of("low"),
            "The level of a line whose contact is closed: low where contacts connect their lines to"
                    + " ground, high where to the 3.3 V supply."),
    INPUTS_PULL(
            "inputs.pull",
            Choice.of("internal", "external"),
            Preset.of("internal"),
            "What holds a line while its contact is open: the chip's own weak resistor, or one on"
                    + " the board, which every wire that leaves the cabinet needs."),
    INPUTS_FIRE(
            "inputs.fire",
            Limits.INPUT,
            Preset.of("none"),
            "The fire panel's contact: an open loop is fire. The barrier must also open by its own"
                    + " fire input."),
    INPUTS_FIRE_LINE(
            "inputs.fire_line",
            Limits.LINE,
            Preset.optional("GPIO5"),
            "The fire contact's GPIO line."),
    INPUTS_FIRE_DEBOUNCE_MS(
            "inputs.fire_debounce_ms",
            Whole.of("ms", 20, 500),
            Preset.of(100L),
            "How long the fire loop must be open without a break before it is believed."),
    INPUTS_FIRE_RESTORED_S(
            "inputs.fire_restored_s",
            Whole.of("s", 1, 600),
            Preset.of(10L),
            "How long the fire loop must be closed again before the gate returns to locked."),
    INPUTS_REX(
            "inputs.rex",
            Limits.INPUT,
            Preset.of("none"),
            "The request-to-exit button: it unlocks for one person, without a credential."),
    INPUTS_REX_LINE(
            "inputs.rex_line",
            Limits.LINE,
            Preset.optional("GPIO6"),
            "The button's GPIO line: closed while it is pressed."),
    INPUTS_TAMPER(
            "inputs.tamper",
            Limits.INPUT,
            Preset.of("none"),
            "The contact of the housing: open is tampering, journalled at once."),
    INPUTS_TAMPER_LINE(
            "inputs.tamper_line", Limits.LINE, Preset.optional("GPIO13"), "Its GPIO line."),

    DISPLAY_DRIVER(
            "display.driver",
            Choice.of("simulated", "gpiochip"),
            Preset.required("gpiochip"),
            "Which driver shows the signs to the passer-by: \"gpiochip\" is lamps and a buzzer."),
    DISPLAY_ACTIVE(
            "display.active",
            Limits.LEVEL,
            Preset.of("high"),
            "At which level of their lines lamps are lit and the buzzer sounds."),
    DISPLAY_RED_LINE(
            "display.red_line", Limits.LINE, Preset.optional("GPIO22"), "The red lamp's line."),
    DISPLAY_GREEN_LINE(
            "display.green_line", Limits.LINE, Preset.optional("GPIO23"), "The green lamp's line."),
    DISPLAY_BLUE_LINE(
            "display.blue_line",
            Limits.LINE,
            Preset.optional("GPIO24"),
            "The blue lamp's line, if there is one in the same housing; without it red stands in."),
    DISPLAY_BUZZER_LINE(
            "display.buzzer_line",
            Limits.LINE,
            Preset.optional("GPIO25"),
            "The buzzer's line, if there is one; it sounds at its own pitch."),
    DISPLAY_SIGN_MS(
            "display.sign_ms",
            Whole.of("ms", 500, 10_000).simulatedFrom(1),
            Preset.of(2000L),
            "How long the answer to one person stays before the gate shows that it is ready."),

    JOURNAL_DIRECTORY(
            "journal.directory",
            Limits.DIRECTORY,
            Preset.of("/var/lib/gate-reader/journal"),
            "Where the journal's ring file lies."),
    JOURNAL_BUCKET_S(
            "journal.bucket_s",
            Whole.of("s", 60, 3600).simulatedFrom(1),
            Preset.of(60L),
            "Events about people are written shuffled at the end of each bucket, and all that the"
                    + " journal says about time is the bucket. Busy gates 60, sparse ones 3600; a"
                    + " power cut loses at most one bucket."),
    JOURNAL_RECORDS(
            "journal.records",
            Whole.of("records", 256, 4_194_304),
            Preset.of(131_072L),
            "How many records the ring keeps, 32 bytes each, allocated at once; the oldest are"
                    + " overwritten."),

    CONTROL_DIRECTORY(
            "control.directory",
            new Location(
                    Limits.SOCKET_DIRECTORY_BYTES_MAX,
                    "a directory whose absolute path has at most "
                            + Limits.SOCKET_DIRECTORY_BYTES_MAX
                            + " bytes (a socket's path must fit into 107)"),
            Preset.of("/run/gate-reader"),
            "Where status.sock and control.sock lie."),
    CONTROL_STATUS_GROUP(
            "control.status_group",
            Limits.GROUP,
            Preset.optional("gate-status"),
            "Whose members may read the status. Without it: the group that the process runs as."),
    CONTROL_ADMIN_GROUP(
            "control.admin_group",
            Limits.GROUP,
            Preset.optional("gate-admin"),
            "Whose members may start maintenance and the self-test. Without it: the group that the"
                    + " process runs as."),

    PAGES_PORT(
            "pages.port",
            Whole.of("", 1024, 65_535),
            Preset.optional(8480L),
            "The port of 127.0.0.1 on which a browser of this machine finds the sign for the screen"
                    + " at the barrier, under /display. Without it no page is served."),

    LOG_LEVEL(
            "log.level",
            Choice.of("trace", "debug", "info", "warn", "error"),
            Preset.of("info"),
            "How much is logged. At no level does the log hold anything about a person; libraries"
                    + " never log below \"warn\".");

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

    private final String doc;

    ConfigKey(String dotted, ValueType type, Preset preset, String doc) {
        this.dotted = dotted;
        this.type = type;
        this.preset = preset;
        this.doc = doc;
    }

    /** The keys that choose a device; "none" and "simulated" reach no hardware. */
    static List<ConfigKey> drivers() {
        return DRIVERS;
    }

    /** The keys that name a GPIO line, each a different one. */
    static List<ConfigKey> gpioLines() {
        return Arrays.stream(values()).filter(key -> key.type.equals(Limits.LINE)).toList();
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

    /** What it is for, in whole sentences. */
    public String doc() {
        return doc;
    }
}
