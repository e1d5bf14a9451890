package org.gatereader.verifier.presentation;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.gatereader.verifier.encoding.JsonObject;
import org.gatereader.verifier.encoding.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Reads claims of one JSON object by their type and remembers whether each was of it, as {@link
 * ClaimReader} does of a CBOR map: a caller reads all, then asks once.
 */
final class JsonClaims {
    private final JsonObject object;
    private boolean areValid = true;

    JsonClaims(JsonObject object) {
        this.object = object;
    }

    boolean areValid() {
        return areValid;
    }

    boolean has(String name) {
        return object.get(name).isPresent();
    }

    /** A string whose UTF-8 has {@code min}..{@code max} bytes. */
    String text(String name, int min, int max) {
        if (object.get(name).orElse(null) instanceof JsonValue.Text text) {
            int size = text.value().getBytes(UTF_8).length;
            areValid &= size >= min && size <= max;
            return text.value();
        }
        areValid = false;
        return "";
    }

    /** Null where the claim is absent. */
    @Nullable String textIfAny(String name, int min, int max) {
        return has(name) ? text(name, min, max) : null;
    }

    /** A whole number from 0, written without fraction or exponent. */
    long unsigned(String name) {
        if (object.get(name).orElse(null) instanceof JsonValue.Int number && number.value() >= 0) {
            return number.value();
        }
        areValid = false;
        return 0;
    }

    /** The claim has no place here. */
    void requireNone(String name) {
        areValid &= !has(name);
    }
}
