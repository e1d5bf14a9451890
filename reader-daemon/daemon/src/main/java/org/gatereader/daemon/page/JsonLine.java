package org.gatereader.daemon.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** One JSON object on one line (RFC 8259), written member by member. */
public final class JsonLine {
    private static final JsonFactory JSON = new JsonFactory();

    private final StringWriter line = new StringWriter();
    private final JsonGenerator json;

    /** Begins an object without members. */
    public JsonLine() {
        try {
            json = JSON.createGenerator(line);
            json.writeStartObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One more member. */
    public JsonLine put(String name, String value) {
        try {
            json.writeStringField(name, value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One more member. */
    public JsonLine put(String name, long value) {
        try {
            json.writeNumberField(name, value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One more member. */
    public JsonLine put(String name, boolean value) {
        try {
            json.writeBooleanField(name, value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The object, whole. */
    public String end() {
        try {
            json.writeEndObject();
            json.close();
            return line.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
