package org.gatereader.verifier.encoding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON object: its member names are unique and keep the order of the document. */
public final class JsonObject extends JsonValue {
    private final Map<String, Member> members;

    JsonObject(TextPosition at, Map<String, Member> members) {
        super(at);
        this.members = new LinkedHashMap<>(members);
    }

    /** An object in the same place with other members. */
    public JsonObject with(Map<String, JsonValue> others) {
        Map<String, Member> replaced = new LinkedHashMap<>();
        others.forEach((name, value) -> replaced.put(name, new Member(name, value.at(), value)));
        return new JsonObject(at(), replaced);
    }

    public int size() {
        return members.size();
    }

    /** All members in the order of the document; unmodifiable. */
    public List<Member> members() {
        return List.copyOf(members.values());
    }

    /** The value of the member with this name, compared by code units: no normalisation. */
    public Optional<JsonValue> get(String name) {
        return Optional.ofNullable(members.get(name)).map(Member::value);
    }

    /** The member with this name, if it is a text. */
    public Optional<String> text(String name) {
        return get(name).orElse(null) instanceof JsonValue.Text text
                ? Optional.of(text.value())
                : Optional.empty();
    }

    /** The member with this name, if it is an object. */
    public Optional<JsonObject> object(String name) {
        return get(name).orElse(null) instanceof JsonObject object
                ? Optional.of(object)
                : Optional.empty();
    }

    /** A name, where it stood, and its value. */
    public static final class Member {
        private final String name;
        private final TextPosition at;
        private final JsonValue value;

        Member(String name, TextPosition at, JsonValue value) {
            this.name = name;
            this.at = at;
            this.value = value;
        }

        public String name() {
            return name;
        }

        /** Where the name begins. */
        public TextPosition at() {
            return at;
        }

        public JsonValue value() {
            return value;
        }
    }
}
