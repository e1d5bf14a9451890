package org.gatereader.verifier.trust.tuf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatereader.verifier.encoding.JsonObject;
import org.gatereader.verifier.encoding.JsonValue;

/**
 * The members of one object of metadata, by type. Members that nobody asks for are left alone, as
 * section 4 demands: they are signed with the rest.
 */
final class Fields {
    /** What every JSON reader represents exactly (RFC 7493, section 2.2); also, N+1 exists. */
    static final long INTEGER_MAX = (1L << 53) - 1;

    private final JsonObject object;

    Fields(JsonObject object) {
        this.object = object;
    }

    static Fields of(JsonValue value) throws TufException {
        if (value instanceof JsonObject object) {
            return new Fields(object);
        }
        throw new TufException(Refusal.MALFORMED);
    }

    JsonObject json() {
        return object;
    }

    boolean has(String name) {
        return object.get(name).isPresent();
    }

    Fields object(String name) throws TufException {
        return of(required(name));
    }

    Optional<Fields> optionalObject(String name) throws TufException {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    String text(String name) throws TufException {
        return text(required(name));
    }

    /** A number of versions, keys or bytes. */
    long integer(String name, long min) throws TufException {
        if (required(name) instanceof JsonValue.Int number
                && number.value() >= min
                && number.value() <= INTEGER_MAX) {
            return number.value();
        }
        throw new TufException(Refusal.MALFORMED);
    }

    /** A flag that is down where it is absent. */
    boolean flag(String name) throws TufException {
        return switch (object.get(name).orElse(null)) {
            case null -> false;
            case JsonValue.Bool flag -> flag.value();
            default -> throw new TufException(Refusal.MALFORMED);
        };
    }

    List<JsonValue> array(String name) throws TufException {
        if (required(name) instanceof JsonValue.Array array) {
            return array.items();
        }
        throw new TufException(Refusal.MALFORMED);
    }

    List<String> texts(String name) throws TufException {
        List<String> texts = new ArrayList<>();
        for (JsonValue item : array(name)) {
            texts.add(text(item));
        }
        return texts;
    }

    /** The members as objects, in their order. */
    Map<String, Fields> objects() throws TufException {
        Map<String, Fields> objects = new LinkedHashMap<>();
        for (JsonObject.Member member : object.members()) {
            objects.put(member.name(), of(member.value()));
        }
        return objects;
    }

    /** The members as texts. */
    Map<String, String> texts() throws TufException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (JsonObject.Member member : object.members()) {
            texts.put(member.name(), text(member.value()));
        }
        return texts;
    }

    private JsonValue required(String name) throws TufException {
        return object.get(name).orElseThrow(() -> new TufException(Refusal.MALFORMED));
    }

    private static String text(JsonValue value) throws TufException {
        if (value instanceof JsonValue.Text text) {
            return text.value();
        }
        throw new TufException(Refusal.MALFORMED);
    }
}
