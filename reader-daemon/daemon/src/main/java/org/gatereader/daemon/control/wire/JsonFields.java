package org.gatereader.daemon.control.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object whose members are asked for by name and type. */
final class JsonFields {
    private static final int DEPTH_MAX = 8;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
                    .build();

    private final Map<String, Object> members;

    private JsonFields(Map<String, Object> members) {
        this.members = members;
    }

    /**
     * Reads one object and nothing after it.
     *
     * @throws IOException if it is not strict JSON, or nested deeper than any answer of ours
     */
    static JsonFields read(byte[] json) throws IOException {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("expected a JSON object");
            }
            JsonFields object = object(parser);
            if (parser.nextToken() != null) {
                throw new IOException("expected nothing after the JSON object");
            }
            return object;
        }
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    List<String> names() {
        return List.copyOf(members.keySet());
    }

    String text(String name) throws IOException {
        return as(String.class, name, members.get(name));
    }

    long number(String name) throws IOException {
        return as(Long.class, name, members.get(name));
    }

    JsonFields object(String name) throws IOException {
        return as(JsonFields.class, name, members.get(name));
    }

    List<JsonFields> objects(String name) throws IOException {
        return list(JsonFields.class, name);
    }

    List<String> texts(String name) throws IOException {
        return list(String.class, name);
    }

    private <T> List<T> list(Class<T> type, String name) throws IOException {
        List<T> list = new ArrayList<>();
        for (Object each : as(List.class, name, members.get(name))) {
            list.add(as(type, name, each));
        }
        return list;
    }

    private static <T> T as(Class<T> type, String name, @Nullable Object value) throws IOException {
        if (!type.isInstance(value)) {
            throw new IOException(name + ": expected " + type.getSimpleName());
        }
        return type.cast(value);
    }

    private static JsonFields object(JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return new JsonFields(members);
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            default -> throw new IOException("expected text, a whole number, an object or a list");
        };
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }
}
