package org.gatereader.gatectl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** JSON on one line, with every character escaped that a terminal might act on. */
final class Json {
    private static final JsonFactory FACTORY =
            new JsonFactory().setCharacterEscapes(new TerminalEscapes());

    private Json() {}

    /** Writes into a generator. */
    @FunctionalInterface
    interface Body {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** The document that {@code body} writes. */
    static String of(Body body) {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            body.writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a string can be written to", e);
        }
        return text.toString();
    }

    /** A string, quotation marks and all. */
    static String string(String text) {
        return of(json -> json.writeString(text));
    }

    private static final class TerminalEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private static final int DELETE = 0x7f;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[DELETE] = ESCAPE_STANDARD;
            return codes;
        }

        /** Is asked about each UTF-16 unit; of a pair of surrogates neither half is escaped. */
        @Override
        public @Nullable SerializableString getEscapeSequence(int unit) {
            return Character.isSurrogate((char) unit) || !Printable.isDangerous(unit)
                    ? null
                    : new SerializedString(String.format(Locale.ROOT, "\\u%04X", unit));
        }
    }
}
