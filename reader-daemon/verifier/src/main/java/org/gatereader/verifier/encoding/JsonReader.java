package org.gatereader.verifier.encoding;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document strictly (RFC 8259, narrowed as I-JSON, RFC 7493, section 2): UTF-8
 * without exception, no duplicate member name, no unpaired surrogate, nothing after the value, and
 * a bound on everything.
 */
public final class JsonReader {
    /** Arrays and objects open at once (RULES, SD-JWT VC). */
    public static final int DEPTH_MAX = 8;

    /** UTF-16 code units in a string: beyond any claim, key or address. */
    public static final int TEXT_LENGTH_MAX = 16_384;

    /** UTF-16 code units in a member name. */
    public static final int NAME_LENGTH_MAX = 256;

    /** Characters in a number: a long has 20. */
    public static final int NUMBER_LENGTH_MAX = 32;

    private static final JsonFactory JACKSON = jackson(TEXT_LENGTH_MAX);

    /** Without a bound of its own on a string: that on the document bounds it. */
    private static final JsonFactory JACKSON_OF_ANY_LENGTH = jackson(Integer.MAX_VALUE);

    private static final String SYNTAX = "JSON (RFC 8259)";
    private static final String WITHIN_BOUNDS =
            "at most "
                    + DEPTH_MAX
                    + " levels, names of "
                    + NAME_LENGTH_MAX
                    + ", strings of "
                    + TEXT_LENGTH_MAX
                    + " and numbers of "
                    + NUMBER_LENGTH_MAX
                    + " characters";

    private final JsonParser parser;
    private JsonFault fault = new JsonFault(new TextPosition(1, 1), SYNTAX);

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads a document.
     *
     * @param document read and never kept
     * @param bytesMax more bytes than this are a fault before the first is looked at
     */
    public static JsonReading read(byte[] document, int bytesMax) {
        return read(document, bytesMax, JACKSON);
    }

    /** Reads a document one string of which may fill it: a status list. */
    public static JsonReading readWithLongText(byte[] document, int bytesMax) {
        return read(document, bytesMax, JACKSON_OF_ANY_LENGTH);
    }

    private static JsonFactory jackson(int textLengthMax) {
        return JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(DEPTH_MAX)
                                .maxStringLength(textLengthMax)
                                .maxNameLength(NAME_LENGTH_MAX)
                                .maxNumberLength(NUMBER_LENGTH_MAX)
                                .build())
                // Pooled buffers and a table of names would hold pieces of the last
                // presentation long after its decision.
                .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
    }

    private static JsonReading read(byte[] document, int bytesMax, JsonFactory jackson) {
        if (document.length > bytesMax) {
            return new JsonFault(new TextPosition(1, 1), "at most " + bytesMax + " bytes");
        }
        // Jackson's own UTF-8 decoder takes overlong forms and surrogates.
        String text = Utf8.decode(document, 0, document.length);
        if (text == null) {
            return new JsonFault(endOf(Utf8.validPrefix(document)), "UTF-8");
        }
        try (JsonParser parser = jackson.createParser(text)) {
            return new JsonReader(parser).document();
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory can not fail to be read");
        }
    }

    private JsonReading document() throws IOException {
        try {
            JsonValue root = value(parser.nextToken());
            if (root == null) {
                return fault;
            }
            return parser.nextToken() == null
                    ? new JsonReading.Whole(root)
                    : new JsonFault(here(), "nothing after the JSON value");
        } catch (StreamConstraintsException _) {
            // It is thrown without a place of its own.
            return new JsonFault(position(parser.currentLocation()), WITHIN_BOUNDS);
        } catch (JacksonException malformed) {
            // Its message quotes the document: only the place is taken over.
            return new JsonFault(position(malformed.getLocation()), SYNTAX);
        }
    }

    /** Reads the value that begins with {@code first}; null refuses, with the fault set. */
    private @Nullable JsonValue value(@Nullable JsonToken first) throws IOException {
        TextPosition at = here();
        return switch (first) {
            case START_OBJECT -> object(at);
            case START_ARRAY -> array(at);
            case VALUE_STRING -> text(at);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(at);
            case VALUE_TRUE -> new JsonValue.Bool(at, true);
            case VALUE_FALSE -> new JsonValue.Bool(at, false);
            case VALUE_NULL -> new JsonValue.Null(at);
            case null, default -> refuse(at, SYNTAX);
        };
    }

    private @Nullable JsonValue object(TextPosition at) throws IOException {
        var members = new LinkedHashMap<String, JsonObject.Member>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            TextPosition nameAt = here();
            String name = parser.currentName();
            if (!isWellPaired(name)) {
                return refuse(nameAt, "a name whose surrogates are paired");
            }
            if (members.containsKey(name)) {
                return refuse(nameAt, "a name that this object has not used before");
            }
            JsonValue value = value(parser.nextToken());
            if (value == null) {
                return null;
            }
            members.put(name, new JsonObject.Member(name, nameAt, value));
        }
        return new JsonObject(at, members);
    }

    private @Nullable JsonValue array(TextPosition at) throws IOException {
        var items = new ArrayList<JsonValue>();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            JsonValue item = value(token);
            if (item == null) {
                return null;
            }
            items.add(item);
        }
        return new JsonValue.Array(at, items);
    }

    private @Nullable JsonValue text(TextPosition at) throws IOException {
        String value = parser.getText();
        return isWellPaired(value)
                ? new JsonValue.Text(at, value)
                : refuse(at, "a string whose surrogates are paired");
    }

    private @Nullable JsonValue number(TextPosition at) throws IOException {
        // Jackson bounds a fraction only when it is converted, and nothing here converts it.
        if (parser.getTextLength() > NUMBER_LENGTH_MAX) {
            return refuse(at, WITHIN_BOUNDS);
        }
        return switch (parser.getNumberType()) {
            case INT, LONG -> new JsonValue.Int(at, parser.getLongValue());
            default -> new JsonValue.Decimal(at, parser.getText());
        };
    }

    private @Nullable JsonValue refuse(TextPosition at, String expected) {
        fault = new JsonFault(at, expected);
        return null;
    }

    private TextPosition here() {
        return position(parser.currentTokenLocation());
    }

    private static TextPosition position(JsonLocation location) {
        // Before the first character Jackson counts no column.
        return new TextPosition(location.getLineNr(), Math.max(1, location.getColumnNr()));
    }

    private static TextPosition endOf(String text) {
        int lines = (int) text.chars().filter(character -> character == '\n').count();
        return new TextPosition(lines + 1, text.length() - text.lastIndexOf('\n'));
    }

    /** An unpaired surrogate, as an escape can smuggle in, has no UTF-8 (RFC 7493, section 2.1). */
    private static boolean isWellPaired(String text) {
        return text.codePoints().noneMatch(point -> point >= 0xd800 && point <= 0xdfff);
    }
}
