package org.gatereader.daemon.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatereader.daemon.config.Preset.Need;
import org.gatereader.daemon.config.ValueType.Hardware;
import org.gatereader.daemon.config.ValueType.Location;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads one text against {@link ConfigKey} and gathers every fault before it answers. */
final class ConfigReader {
    private static final int SHOWN_CHARS_MAX = 64;

    private final Path file;
    private final List<ConfigFault> faults = new ArrayList<>();
    private final Map<ConfigKey, Object> values = new EnumMap<>(ConfigKey.class);
    private final Map<ConfigKey, ConfigFault.Place> places = new EnumMap<>(ConfigKey.class);

    ConfigReader(Path file) {
        this.file = file;
    }

    ConfigReading read(String toml) {
        TomlText text = TomlText.of(file.toString(), toml);
        faults.addAll(text.faults());
        collect(text);
        judgeRanges();
        // Where a line could not be read, a key may only seem to be missing.
        if (text.faults().isEmpty()) {
            addPresets();
            judgeTogether();
        }
        if (faults.isEmpty()) {
            return new ConfigReading.Sound(new Configuration(values));
        }
        faults.sort(
                Comparator.comparingInt((ConfigFault fault) -> fault.place().line())
                        .thenComparingInt(fault -> fault.place().column()));
        return new ConfigReading.Faulty(faults);
    }

    /** Goes two levels deep and no further: below an unknown table nothing is worth a word. */
    private void collect(TomlText text) {
        for (Map.Entry<String, Object> entry : text.root().entrySet()) {
            String table = entry.getKey();
            ConfigFault.Place place = text.place(position(text.root(), table));
            if (keysOf(table).isEmpty()) {
                String expected = "a known table" + Suggestion.table(table);
                faults.add(new ConfigFault(place, shownKey(table), expected, shownKey(table)));
            } else if (entry.getValue() instanceof TomlTable keys) {
                collect(text, table, keys);
            } else {
                String expected = "a table, [" + table + "]";
                faults.add(new ConfigFault(place, table, expected, shown(entry.getValue())));
            }
        }
    }

    private void collect(TomlText text, String table, TomlTable keys) {
        for (Map.Entry<String, Object> entry : keys.entrySet()) {
            String leaf = entry.getKey();
            ConfigFault.Place place = text.place(position(keys, leaf));
            Optional<ConfigKey> known =
                    keysOf(table).stream().filter(key -> key.leaf().equals(leaf)).findFirst();
            if (known.isPresent()) {
                values.put(known.get(), entry.getValue());
                places.put(known.get(), place);
            } else {
                String dotted = shownKey(table + "." + leaf);
                String expected = "a known key" + Suggestion.key(table, leaf);
                faults.add(new ConfigFault(place, dotted, expected, dotted));
            }
        }
    }

    private void judgeRanges() {
        Hardware hardware = hardware();
        for (Map.Entry<ConfigKey, Object> entry : List.copyOf(values.entrySet())) {
            ConfigKey key = entry.getKey();
            Object value = entry.getValue();
            if (!key.type().accepts(value, hardware)) {
                fault(key, key.type().described(), shown(value));
                values.remove(key);
            } else if (key.type() instanceof Location location) {
                locate(key, location, (String) value);
            }
        }
    }

    /** The bounds that protect people fall only where no real device is even asked for. */
    private Hardware hardware() {
        Map<ConfigKey, Object> drivers = new EnumMap<>(ConfigKey.class);
        for (ConfigKey driver : ConfigKey.drivers()) {
            @Nullable Object set = values.get(driver);
            if (set != null) {
                drivers.put(driver, set);
            } else if (driver.preset().need() == Need.DEFAULTED) {
                drivers.put(driver, driver.preset().value());
            }
        }
        return Configuration.isEveryDriverSimulated(drivers) ? Hardware.SIMULATED : Hardware.REAL;
    }

    private void locate(ConfigKey key, Location location, String text) {
        Path absolute = file.toAbsolutePath().resolveSibling(text).normalize();
        int length = absolute.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > location.bytesMax()) {
            fault(key, location.described(), length + " bytes");
            values.remove(key);
        } else {
            values.put(key, absolute);
        }
    }

    private void addPresets() {
        for (ConfigKey key : ConfigKey.values()) {
            if (values.containsKey(key) || places.containsKey(key)) {
                continue;
            }
            switch (key.preset().need()) {
                case REQUIRED -> fault(key, key.type().described(), "nothing: it has no default");
                case DEFAULTED -> values.put(key, preset(key));
                case OPTIONAL -> {}
            }
        }
    }

    private Object preset(ConfigKey key) {
        Object value = key.preset().value();
        return key.type() instanceof Location
                ? file.toAbsolutePath().resolveSibling((String) value).normalize()
                : value;
    }

    /** A wire to an input that is not there would make every self-test call the relay broken. */
    private void judgeLoopback() {
        ConfigKey input =
                switch (String.valueOf(values.get(ConfigKey.RELAY_LOOPBACK))) {
                    case "passage" -> ConfigKey.TURNSTILE_PASSAGE_SENSOR;
                    case "rex" -> ConfigKey.INPUTS_REX;
                    case "tamper" -> ConfigKey.INPUTS_TAMPER;
                    default -> ConfigKey.RELAY_LOOPBACK;
                };
        if (input != ConfigKey.RELAY_LOOPBACK && "none".equals(values.get(input))) {
            fault(ConfigKey.RELAY_LOOPBACK, "an input that is wired", input.dotted() + " = none");
        }
    }

    /** What no single key can say. */
    private void judgeTogether() {
        Set<ConfigKey> missing = EnumSet.noneOf(ConfigKey.class);
        for (Demand demand : Demand.ALL) {
            boolean isMade = demand.word().equals(values.get(demand.by()));
            if (isMade && !places.containsKey(demand.needed()) && missing.add(demand.needed())) {
                String because =
                        ", because " + demand.by().dotted() + " is " + shown(demand.word());
                fault(demand.needed(), demand.needed().type().described() + because, "nothing");
            }
        }
        judgeLines();
        judgeCapture();
        judgeLoopback();
        judgeClock();
        judgePair(ConfigKey.NFC_GATE_CERTIFICATE, ConfigKey.NFC_GATE_KEY);
        judgePair(ConfigKey.NFC_GATE_KEY, ConfigKey.NFC_GATE_CERTIFICATE);
        @Nullable Object pulse = values.get(ConfigKey.RELAY_PULSE_MS);
        @Nullable Object unlock = values.get(ConfigKey.TURNSTILE_UNLOCK_MS);
        if (pulse instanceof Long pulseMs && unlock instanceof Long unlockMs) {
            if (unlockMs < pulseMs) {
                String expected = "at least relay.pulse_ms, " + pulseMs + " ms";
                fault(ConfigKey.TURNSTILE_UNLOCK_MS, expected, shown(unlock));
            }
        }
    }

    private void judgeCapture() {
        @Nullable Object device = values.get(ConfigKey.CAMERA_DEVICE);
        @Nullable Object capture = values.get(ConfigKey.CAMERA_CAPTURE);
        if (device == null || capture == null || "found".equals(capture)) {
            return;
        }
        boolean isRibbon = device.toString().startsWith("csi");
        if (isRibbon != "rpicam".equals(capture)) {
            String expected = isRibbon ? "\"rpicam\"" : "\"v4l2\" or \"ffmpeg\"";
            fault(
                    ConfigKey.CAMERA_CAPTURE,
                    expected + ", because camera.device is " + shown(device),
                    shown(capture));
        }
    }

    private void judgeLines() {
        Map<Object, ConfigKey> owners = new HashMap<>();
        for (ConfigKey line : ConfigKey.gpioLines()) {
            @Nullable Object name = values.get(line);
            @Nullable ConfigKey owner = name == null ? null : owners.putIfAbsent(name, line);
            if (owner != null) {
                fault(line, "a line of its own", shown(name) + ", which is " + owner.dotted());
            }
        }
    }

    /** Nothing vouches for a simulated clock: no real gate may take it for the time. */
    private void judgeClock() {
        if ("simulated".equals(values.get(ConfigKey.CLOCK_SOURCE)) && hardware() == Hardware.REAL) {
            String expected = "\"kernel\", because a driver is not simulated";
            fault(ConfigKey.CLOCK_SOURCE, expected, shown("simulated"));
        }
    }

    /** One without the other serves nobody, and is half of something that was meant. */
    private void judgePair(ConfigKey one, ConfigKey other) {
        if (places.containsKey(one) && !places.containsKey(other)) {
            fault(
                    other,
                    other.type().described() + ", because " + one.dotted() + " is there",
                    "nothing");
        }
    }

    private void fault(ConfigKey key, String expected, String got) {
        ConfigFault.Place start = new ConfigFault.Place(file.toString(), 1, 1);
        ConfigFault.Place place = places.getOrDefault(key, start);
        faults.add(new ConfigFault(place, key.dotted(), expected, got));
    }

    private static List<ConfigKey> keysOf(String table) {
        return Arrays.stream(ConfigKey.values()).filter(key -> key.table().equals(table)).toList();
    }

    private static @Nullable TomlPosition position(TomlTable table, String key) {
        return table.inputPositionOf(List.of(key));
    }

    private static String shownKey(String key) {
        String quoted = shown(key);
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case String text when text.length() > SHOWN_CHARS_MAX ->
                    "a text of " + text.length() + " characters";
            case String text -> '"' + escaped(text) + '"';
            case Long number -> number.toString();
            case Double number -> number.toString();
            case Boolean truth -> truth.toString();
            case TomlTable _ -> "a table";
            case TomlArray _ -> "an array";
            default -> "a date or time";
        };
    }

    /** A fault is one line, whatever stands in the file. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int index = 0; index < text.length(); index++) {
            char each = text.charAt(index);
            if (Character.isISOControl(each) || each == '"' || each == '\\') {
                escaped.append(String.format("\\u%04X", (int) each));
            } else {
                escaped.append(each);
            }
        }
        return escaped.toString();
    }
}
