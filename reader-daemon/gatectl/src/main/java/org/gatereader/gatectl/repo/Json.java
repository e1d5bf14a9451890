package org.gatereader.gatectl.repo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of metadata as maps, lists, texts, whole numbers and flags; no fractions (TUF, section
 * 4.1). Written twice: once canonically, as it is signed, and once as it is published, since
 * canonical JSON leaves a line feed in a text as it is, which JSON itself forbids.
 */
final class Json {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private Json() {}

    /** An object of names and values in turn. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    /**
     * Reads one document.
     *
     * @param name of the file, for the message
     */
    static Object read(String name, byte[] document) throws RepositoryException {
        try (JsonParser parser = FACTORY.createParser(document)) {
            Object value = value(parser, parser.nextToken());
            if (parser.nextToken() == null) {
                return value;
            }
        } catch (IOException _) {
            // Its message quotes the document; that it is no JSON is enough to know.
        }
        throw new RepositoryException(name + ": expected strict JSON without fractions");
    }

    private static Object value(JsonParser parser, @Nullable JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    members.put(parser.currentName(), value(parser, parser.nextToken()));
                }
                yield members;
            }
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                for (JsonToken t = parser.nextToken();
                        t != JsonToken.END_ARRAY;
                        t = parser.nextToken()) {
                    items.add(value(parser, t));
                }
                yield items;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case null, default -> throw new IOException("a value that metadata does not have");
        };
    }

    /** The member of an object, itself an object; made where there is none. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> member(Map<String, Object> object, String name) {
        return (Map<String, Object>)
                object.computeIfAbsent(name, _ -> new LinkedHashMap<String, Object>());
    }

    /** The member of an object, itself a list; made where there is none. */
    @SuppressWarnings("unchecked")
    static <T> List<T> list(Map<String, Object> object, String name) {
        return (List<T>) object.computeIfAbsent(name, _ -> new ArrayList<>());
    }

    /** A value that must be an object. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> asObject(String name, @Nullable Object value)
            throws RepositoryException {
        if (value instanceof Map<?, ?>) {
            return (Map<String, Object>) value;
        }
        throw new RepositoryException(name + ": expected a JSON object");
    }

    /** The one form that is signed (TUF, section 4.1; OLPC's canonical JSON). */
    static byte[] canonical(Object value) {
        var text = new StringBuilder();
        canonical(value, text);
        return text.toString().getBytes(UTF_8);
    }

    private static void canonical(Object value, StringBuilder text) {
        switch (value) {
            case Map<?, ?> map -> {
                // Names are ASCII here, which UTF-16 sorts as UTF-8 does.
                String before = "{";
                for (Map.Entry<?, ?> member : new TreeMap<>(map).entrySet()) {
                    text.append(before);
                    canonical(member.getKey(), text);
                    canonical(member.getValue(), text.append(':'));
                    before = ",";
                }
                text.append(map.isEmpty() ? "{}" : "}");
            }
            case List<?> list -> {
                String before = "[";
                for (Object item : list) {
                    canonical(item, text.append(before));
                    before = ",";
                }
                text.append(list.isEmpty() ? "[]" : "]");
            }
            case String string ->
                    text.append('"')
                            .append(string.replace("\\", "\\\\").replace("\"", "\\\""))
                            .append('"');
            default -> text.append(value);
        }
    }

    /** As files are published, for people to read. */
    static byte[] published(Object value) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes).useDefaultPrettyPrinter()) {
            write(value, json);
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> member : map.entrySet()) {
                    json.writeFieldName((String) member.getKey());
                    write(member.getValue(), json);
                }
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                for (Object item : list) {
                    write(item, json);
                }
                json.writeEndArray();
            }
            case String text -> json.writeString(text);
            case Boolean flag -> json.writeBoolean(flag);
            case Number number -> json.writeNumber(number.longValue());
            default -> throw new IllegalArgumentException("not of metadata: " + value.getClass());
        }
    }
}
