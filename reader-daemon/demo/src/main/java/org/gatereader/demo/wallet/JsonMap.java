package org.gatereader.demo.wallet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON object while it is being made: members keep their order and can be replaced or removed.
 *
 * <p>A value is a string, an integer, a boolean, a list of values, or another map.
 */
public final class JsonMap {
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, Object> members = new LinkedHashMap<>();

    /** An empty object. */
    public JsonMap() {}

    public JsonMap put(String name, Object value) {
        members.put(name, value);
        return this;
    }

    public JsonMap remove(String name) {
        members.remove(name);
        return this;
    }

    /** The object as indented text. */
    public String toJson() {
        return toJson(this);
    }

    /** Any value as indented text. */
    public static String toJson(Object value) {
        return text(value, new DefaultPrettyPrinter()) + '\n';
    }

    /** The object as one line without a line end: no string of JSON holds a raw one. */
    public String toLine() {
        return toLine(this);
    }

    /** Any value as one line without a line end. */
    static String toLine(Object value) {
        return text(value, new MinimalPrettyPrinter());
    }

    private static String text(Object value, PrettyPrinter layout) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.setPrettyPrinter(layout);
            write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException("a string writer does not fail", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case String text -> json.writeString(text);
            case Boolean bool -> json.writeBoolean(bool);
            case Number number -> json.writeNumber(number.longValue());
            case JsonMap map -> {
                json.writeStartObject();
                for (var member : map.members.entrySet()) {
                    json.writeFieldName(member.getKey());
                    write(json, member.getValue());
                }
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                for (Object element : list) {
                    write(json, element);
                }
                json.writeEndArray();
            }
            default -> throw new IllegalArgumentException("JSON has no " + value.getClass());
        }
    }
}
