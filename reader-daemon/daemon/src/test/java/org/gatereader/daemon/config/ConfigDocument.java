package org.gatereader.daemon.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.gatereader.daemon.config.Preset.Need;
import org.gatereader.daemon.config.ValueType.Choice;
import org.gatereader.daemon.config.ValueType.Flag;
import org.gatereader.daemon.config.ValueType.Whole;

/** Writes what people read about the configuration, from {@link ConfigKey} and {@link KeyWords}. */
final class ConfigDocument {
    private static final int LINE_CHARS_MAX = 98;

    private final KeyWords words = new KeyWords();

    ConfigDocument() throws IOException {}

    /** {@code config/gate-reader.toml}: every key explained and commented out. */
    String toml() {
        StringBuilder toml = new StringBuilder();
        comment(
                toml,
                "gate-reader's configuration, generated from the one list of keys. Take away the #"
                        + " in front of a key to set it; a key without a default must be set."
                        + " Relative paths start at this file's directory. gate-reader reports all"
                        + " faults at once and ends with 78.");
        for (String table : tables()) {
            toml.append("\n[").append(table).append("]\n");
            for (ConfigKey key : keysOf(table)) {
                comment(toml, words.of(key));
                comment(toml, sentence(key.type().described()) + " " + absence(key));
                toml.append("# ").append(key.leaf()).append(" = ");
                toml.append(key.preset().toToml()).append("\n\n");
            }
            toml.setLength(toml.length() - 1);
        }
        return toml.toString();
    }

    /** {@code reader-daemon/docs/configuration.md}. */
    String table() {
        StringBuilder table = new StringBuilder();
        table.append("# Configuration\n\n");
        table.append("Generated from `ConfigKey`; `config/gate-reader.toml` says the same.\n");
        table.append("Relative paths start at the directory of the configuration file.\n\n");
        table.append("| key | unit | accepted | default | what it is for |\n");
        table.append("|---|---|---|---|---|\n");
        for (ConfigKey key : ConfigKey.values()) {
            String unit = key.type().unit().isEmpty() ? "–" : key.type().unit();
            table.append("| `").append(key.dotted()).append("` | ").append(unit).append(" | ");
            table.append(key.type().described()).append(" | ").append(cell(key)).append(" | ");
            table.append(words.of(key)).append(" |\n");
        }
        return table.toString();
    }

    /** {@code config/gate-reader.schema.json}, for editors; the process judges more strictly. */
    String schema() throws IOException {
        StringWriter text = new StringWriter();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(new DefaultIndenter());
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(printer);
            json.writeStartObject();
            json.writeStringField("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.writeStringField("title", "gate-reader.toml");
            json.writeStringField("type", "object");
            json.writeObjectFieldStart("properties");
            for (String table : tables()) {
                schema(json, table);
            }
            json.writeEndObject();
            List<String> required =
                    tables().stream().filter(table -> !requiredOf(table).isEmpty()).toList();
            array(json, "required", required);
            json.writeBooleanField("additionalProperties", false);
            json.writeEndObject();
        }
        return text + "\n";
    }

    private void schema(JsonGenerator json, String table) throws IOException {
        json.writeObjectFieldStart(table);
        json.writeStringField("type", "object");
        json.writeObjectFieldStart("properties");
        for (ConfigKey key : keysOf(table)) {
            json.writeObjectFieldStart(key.leaf());
            json.writeStringField("description", words.of(key));
            switch (key.type()) {
                case Whole whole -> {
                    json.writeStringField("type", "integer");
                    json.writeNumberField("minimum", whole.simulatedMin());
                    json.writeNumberField("maximum", whole.range().max());
                }
                case Choice choice -> array(json, "enum", choice.words());
                case Flag _ -> json.writeStringField("type", "boolean");
                default -> json.writeStringField("type", "string");
            }
            if (key.preset().need() == Need.DEFAULTED) {
                json.writeFieldName("default");
                json.writeRawValue(key.preset().toToml());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        if (!requiredOf(table).isEmpty()) {
            array(json, "required", requiredOf(table));
        }
        json.writeBooleanField("additionalProperties", false);
        json.writeEndObject();
    }

    private static void array(JsonGenerator json, String name, List<String> words)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (String word : words) {
            json.writeString(word);
        }
        json.writeEndArray();
    }

    private static List<String> tables() {
        return Arrays.stream(ConfigKey.values()).map(ConfigKey::table).distinct().toList();
    }

    private static List<ConfigKey> keysOf(String table) {
        return Arrays.stream(ConfigKey.values()).filter(key -> key.table().equals(table)).toList();
    }

    private static List<String> requiredOf(String table) {
        return keysOf(table).stream()
                .filter(key -> key.preset().need() == Need.REQUIRED)
                .map(ConfigKey::leaf)
                .toList();
    }

    private static String absence(ConfigKey key) {
        return switch (key.preset().need()) {
            case REQUIRED -> "It must be set.";
            case DEFAULTED -> "Default: " + key.preset().toToml() + ".";
            case OPTIONAL -> "It may be left out.";
        };
    }

    private static String cell(ConfigKey key) {
        return switch (key.preset().need()) {
            case REQUIRED -> "must be set";
            case DEFAULTED -> "`" + key.preset().toToml() + "`";
            case OPTIONAL -> "none";
        };
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private static void comment(StringBuilder out, String words) {
        StringBuilder line = new StringBuilder("#");
        for (String word : words.split(" ", -1)) {
            if (line.length() + 1 + word.length() > LINE_CHARS_MAX) {
                out.append(line).append('\n');
                line = new StringBuilder("#");
            }
            line.append(' ').append(word);
        }
        out.append(line).append('\n');
    }
}
