package org.gatereader.verifier.presentation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatereader.verifier.encoding.Base64Url;
import org.gatereader.verifier.encoding.JsonObject;
import org.gatereader.verifier.encoding.JsonReader;
import org.gatereader.verifier.encoding.JsonReading;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Verdict;

/**
 * Codes that people hold up and that are not presentations of ours: each is told by its beginning,
 * so that the person hears what is the matter and no parser is run on a stranger's format (check
 * 1).
 */
final class ForeignCode {
    /** A MIP message has well under 400 characters, an SD-JWT at most 4096. */
    private static final int MESSAGE_LENGTH_MAX = 4096;

    private record Beginning(String text, DenyReason reason) {}

    private static final List<Beginning> BEGINNINGS =
            List.of(
                    // OmniOne Open DID: the code is an offer to fetch from a server.
                    new Beginning("opendid;", DenyReason.ONLINE_ONLY_CODE),
                    // OpenID4VP 1.0, section 13.1.2 and the custom schemes in use.
                    new Beginning("openid4vp:", DenyReason.ONLINE_ONLY_CODE),
                    new Beginning("mdoc-openid4vp:", DenyReason.ONLINE_ONLY_CODE),
                    new Beginning("eudi-openid4vp:", DenyReason.ONLINE_ONLY_CODE),
                    new Beginning("haip:", DenyReason.ONLINE_ONLY_CODE),
                    new Beginning("haip-vp:", DenyReason.ONLINE_ONLY_CODE),
                    new Beginning("openid-vc:", DenyReason.ONLINE_ONLY_CODE),
                    new Beginning("openid:", DenyReason.ONLINE_ONLY_CODE),
                    new Beginning("openid-credential-offer:", DenyReason.ONLINE_ONLY_CODE),
                    // ISO/IEC 18013-5, section 8.2.2.3.
                    new Beginning("mdoc:", DenyReason.MDOC_ENGAGEMENT),
                    // EU Digital COVID Certificate; SMART Health Card.
                    new Beginning("hc1:", DenyReason.HEALTH_CERTIFICATE),
                    new Beginning("shc:/", DenyReason.HEALTH_CERTIFICATE),
                    // CTAP 2.2 hybrid transport; ISO/IEC 23220 engagement; DIDComm.
                    new Beginning("fido:/", DenyReason.OTHER_ENGAGEMENT),
                    new Beginning("iso23220:", DenyReason.OTHER_ENGAGEMENT),
                    new Beginning("iso23220-", DenyReason.OTHER_ENGAGEMENT),
                    new Beginning("didcomm:", DenyReason.OTHER_ENGAGEMENT));

    private ForeignCode() {}

    /**
     * The reason for which a text that is not ours is refused; never empty-handed: 101 at least.
     */
    static DenyReason of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (Beginning beginning : BEGINNINGS) {
            if (lower.startsWith(beginning.text())) {
                return beginning.reason();
            }
        }
        if (isWebRequest(lower)) {
            return DenyReason.ONLINE_ONLY_CODE;
        }
        Optional<JsonObject> message = message(text);
        if (message.filter(ForeignCode::isSerializedJws).isPresent()) {
            return DenyReason.WRONG_SHAPE;
        }
        return message.flatMap(ForeignCode::mipCommand)
                .map(ForeignCode::ofMipCommand)
                .orElse(DenyReason.NOT_A_PRESENTATION);
    }

    /**
     * An OpenID4VP request behind a web link (OpenID4VP 1.0, section 5.1; the presentation
     * definition is of its drafts).
     */
    private static boolean isWebRequest(String lower) {
        return lower.startsWith("https://")
                && (lower.contains("request_uri=")
                        || lower.contains("dcql_query=")
                        || lower.contains("presentation_definition="));
    }

    /** M150 can be answered over BLE without the internet; M120, M200 and the rest can not. */
    private static DenyReason ofMipCommand(String command) {
        return command.equals("150") ? DenyReason.MIP_BLE_CODE : DenyReason.ONLINE_ONLY_CODE;
    }

    /** An SD-JWT in JSON serialization (RFC 9901, section 8): ours has one form only. */
    private static boolean isSerializedJws(JsonObject message) {
        return message.get("payload").isPresent()
                && (message.get("signature").isPresent() || message.get("signatures").isPresent());
    }

    /** {@code cmd} of a MIP message: JSON with {@code type: "mip"}. */
    private static Optional<String> mipCommand(JsonObject message) {
        return message.text("type").filter("mip"::equals).flatMap(_ -> message.text("cmd"));
    }

    /** A JSON object, bare or in base64url. */
    private static Optional<JsonObject> message(String text) {
        if (text.length() > MESSAGE_LENGTH_MAX) {
            return Optional.empty();
        }
        byte[] document =
                text.startsWith("{")
                        ? text.getBytes(UTF_8)
                        : Base64Url.decode(text) instanceof Verdict.Passed<byte[]>(byte[] bytes)
                                ? bytes
                                : new byte[0];
        return JsonReader.read(document, MESSAGE_LENGTH_MAX)
                        instanceof JsonReading.Whole(JsonObject message)
                ? Optional.of(message)
                : Optional.empty();
    }
}
