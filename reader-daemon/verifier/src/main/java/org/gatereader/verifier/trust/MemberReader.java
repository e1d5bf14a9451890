package org.gatereader.verifier.trust;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gatereader.verifier.encoding.JsonObject;
import org.gatereader.verifier.encoding.JsonValue;
import org.gatereader.verifier.encoding.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of one JSON object by type and collects every fault with its place, so that an
 * admin mends a file once. A value given out after a fault means nothing; whoever reads a file asks
 * the fault list before using any.
 */
final class MemberReader {
    private final String file;
    private final JsonObject object;
    private final List<TrustFault> faults;
    private final Set<String> faulty = new HashSet<>();

    MemberReader(String file, JsonObject object, List<TrustFault> faults) {
        this.file = file;
        this.object = object;
        this.faults = faults;
    }

    /**
     * A fault at a value, or at the object itself where the member is missing. The first of a
     * member is enough: what is wrong in type is not wrong in value, too.
     */
    void fault(String name, String problem) {
        if (faulty.add(name)) {
            TextPosition at = object.get(name).map(JsonValue::at).orElse(object.at());
            faults.add(TrustFault.at(file, at, name + ": " + problem));
        }
    }

    String text(String name) {
        return text(name, "a text that is not empty");
    }

    /** A text of which somebody else judges whether it is {@code expected}. */
    String text(String name, String expected) {
        return switch (object.get(name).orElse(null)) {
            case JsonValue.Text text when !text.value().isEmpty() -> text.value();
            case null -> missing(name, expected, "");
            default -> wrong(name, expected, "");
        };
    }

    /** RFC 3339, or whole seconds since 1970. */
    Instant instant(String name) {
        String expected = "an instant such as 2026-01-01T00:00:00Z";
        JsonValue value = object.get(name).orElse(null);
        try {
            return switch (value) {
                case JsonValue.Text text -> OffsetDateTime.parse(text.value()).toInstant();
                case JsonValue.Int seconds -> Instant.ofEpochSecond(seconds.value());
                case null -> missing(name, expected, Instant.EPOCH);
                default -> wrong(name, expected, Instant.EPOCH);
            };
        } catch (DateTimeException _) {
            return wrong(name, expected, Instant.EPOCH);
        }
    }

    long integer(String name, long min, long max) {
        String expected = "a whole number in " + min + ".." + max;
        return switch (object.get(name).orElse(null)) {
            case JsonValue.Int number when number.value() >= min && number.value() <= max ->
                    number.value();
            case null -> missing(name, expected, min);
            default -> wrong(name, expected, min);
        };
    }

    /** The whole numbers from 0 of an array; none where the member is absent. */
    List<Long> naturals(String name) {
        return items(
                name,
                "a list of whole numbers from 0",
                item ->
                        item instanceof JsonValue.Int number && number.value() >= 0
                                ? number.value()
                                : null);
    }

    /** A truth value; false where the member is absent. */
    boolean flag(String name) {
        return switch (object.get(name).orElse(null)) {
            case JsonValue.Bool truth -> truth.value();
            case null -> false;
            default -> wrong(name, "true or false", false);
        };
    }

    /** The objects of an array; none where the member is absent. */
    List<MemberReader> objects(String name) {
        return items(
                name,
                "a list of objects",
                item ->
                        item instanceof JsonObject inner
                                ? new MemberReader(file, inner, faults)
                                : null);
    }

    Optional<MemberReader> optionalObject(String name) {
        return object.get(name)
                .flatMap(
                        value -> {
                            if (value instanceof JsonObject inner) {
                                return Optional.of(new MemberReader(file, inner, faults));
                            }
                            wrong(name, "an object", "");
                            return Optional.empty();
                        });
    }

    /** The texts of an array, none of them empty; none where the member is absent. */
    List<String> texts(String name) {
        return items(
                name,
                "a list of texts that are not empty",
                item ->
                        item instanceof JsonValue.Text text && !text.value().isEmpty()
                                ? text.value()
                                : null);
    }

    /** The items of an array, each through {@code read}, which answers null to a wrong one. */
    <T> List<T> items(String name, String expected, Function<JsonValue, @Nullable T> read) {
        JsonValue value = object.get(name).orElse(null);
        List<T> items = new ArrayList<>();
        if (!(value instanceof JsonValue.Array array)) {
            if (value != null) {
                wrong(name, expected, "");
            }
            return items;
        }
        for (JsonValue item : array.items()) {
            T result = read.apply(item);
            if (result == null) {
                faulty.add(name);
                faults.add(TrustFault.at(file, item.at(), name + ": expected " + expected));
            } else {
                items.add(result);
            }
        }
        return items;
    }

    /** A member that is a list of texts or an object; neither is called where it is absent. */
    void either(String name, Consumer<List<String>> ifTexts, Consumer<MemberReader> ifObject) {
        if (object.get(name).orElse(null) instanceof JsonValue.Array) {
            ifTexts.accept(texts(name));
        } else {
            optionalObject(name).ifPresent(ifObject);
        }
    }

    boolean has(String name) {
        return object.get(name).isPresent();
    }

    List<String> names() {
        return object.members().stream().map(JsonObject.Member::name).toList();
    }

    /** A name that nobody reads would be a narrowing that silently does not happen. */
    void requireOnly(Set<String> known) {
        for (JsonObject.Member member : object.members()) {
            if (!known.contains(member.name())) {
                faults.add(
                        TrustFault.at(
                                file,
                                member.at(),
                                member.name()
                                        + ": expected one of "
                                        + String.join(", ", known.stream().sorted().toList())));
            }
        }
    }

    private <T> T missing(String name, String expected, T instead) {
        fault(name, "expected " + expected + ", got nothing");
        return instead;
    }

    private <T> T wrong(String name, String expected, T instead) {
        fault(name, "expected " + expected);
        return instead;
    }
}
