package org.gatereader.tests.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.verifier.encoding.Base64Url;
import org.gatereader.verifier.encoding.CborMap;
import org.gatereader.verifier.encoding.CborReader;
import org.gatereader.verifier.encoding.CborValue;
import org.gatereader.verifier.encoding.JsonObject;
import org.gatereader.verifier.encoding.JsonReader;
import org.gatereader.verifier.encoding.JsonReading;
import org.gatereader.verifier.encoding.JsonValue;
import org.gatereader.verifier.verdict.Verdict;

/**
 * Everything in a presentation that could name somebody: every text and byte string of it, however
 * deep, but for what is the gate's own configuration. Its signatures, subject, key id, key, token
 * id, agency and any claim nobody asked for are among them.
 */
final class Identities {
    private static final Set<String> CONFIGURED =
            Set.of(
                    DemoSite.ISSUER,
                    DemoSite.CREDENTIAL_TYPE,
                    DemoSite.STATUS_URI,
                    DemoSite.JWT_ISSUER,
                    DemoSite.JWT_TYPE,
                    DemoSite.JWT_STATUS_URI,
                    "P-256",
                    "sha-256",
                    DemoSite.GATE,
                    DemoSite.GATE_GROUP,
                    DemoSite.SITE,
                    "idx",
                    "uri",
                    "status_list");

    /** Shorter ones are found in anything by chance. */
    private static final int BYTES_MIN = 4;

    private final Map<String, Disguises> found = new TreeMap<>();

    private Identities() {}

    /** The identities of all of them, each once. */
    static Collection<Disguises> in(List<byte[]> presentations) {
        var identities = new Identities();
        presentations.forEach(identities::searchDocument);
        return identities.found.values();
    }

    private void searchDocument(byte[] document) {
        if (CborReader.read(document) instanceof Verdict.Passed<CborValue>(CborValue item)) {
            search(item);
        } else {
            searchSdJwt(new String(document, StandardCharsets.UTF_8));
        }
    }

    /** Payloads and disclosures, and the signatures as they stand; a header names nobody. */
    private void searchSdJwt(String text) {
        if (!text.startsWith("eyJ")) {
            return;
        }
        for (String part : text.split("~", -1)) {
            String[] jwt = part.split("\\.", -1);
            searchJson(jwt.length == 3 ? jwt[1] : part);
            add(jwt[jwt.length - 1]);
        }
    }

    private void searchJson(String base64Url) {
        if (Base64Url.decode(base64Url) instanceof Verdict.Passed<byte[]>(byte[] json)
                && JsonReader.read(json, json.length)
                        instanceof JsonReading.Whole(JsonValue value)) {
            search(value);
        }
    }

    /** A disclosure's middle is the claim's name, which is nobody's. */
    private static List<JsonValue> withoutName(JsonValue.Array array) {
        List<JsonValue> items = array.items();
        return items.size() == 3 ? List.of(items.getFirst(), items.getLast()) : items;
    }

    private void search(JsonValue value) {
        switch (value) {
            case JsonValue.Text text -> add(text.value());
            case JsonValue.Array array -> withoutName(array).forEach(this::search);
            case JsonObject object -> object.members().forEach(member -> search(member.value()));
            default -> {
                // A number names nobody by itself.
            }
        }
    }

    private void search(CborValue item) {
        switch (item) {
            case CborValue.Text text -> add(text.value());
            case CborValue.Bytes bytes -> add(bytes.toByteArray());
            case CborValue.Array array -> array.items().forEach(this::search);
            case CborValue.Tag tag -> search(tag.content());
            case CborMap map ->
                    map.entries()
                            .forEach(
                                    entry -> {
                                        search(entry.key());
                                        search(entry.value());
                                    });
            default -> {
                // A number names nobody by itself.
            }
        }
    }

    private void add(String text) {
        boolean isConfigured =
                CONFIGURED.contains(text) || text.startsWith(DemoSite.STATUS_URI_PREFIX);
        if (text.length() >= BYTES_MIN && !isConfigured) {
            found.computeIfAbsent(
                    "text " + text,
                    _ -> Disguises.of("text of " + text.length() + " characters", text));
        }
    }

    /** A byte string is an identity, and may hold a document that has more. */
    private void add(byte[] bytes) {
        if (bytes.length >= BYTES_MIN && !isOneByteRepeated(bytes)) {
            found.computeIfAbsent(
                    HexFormat.of().formatHex(bytes),
                    _ -> Disguises.of("byte string of " + bytes.length, bytes));
            searchDocument(bytes);
        }
    }

    /** A broken case has zeros where a signature should be: they are nobody's, and everywhere. */
    private static boolean isOneByteRepeated(byte[] bytes) {
        for (byte each : bytes) {
            if (each != bytes[0]) {
                return false;
            }
        }
        return true;
    }
}
