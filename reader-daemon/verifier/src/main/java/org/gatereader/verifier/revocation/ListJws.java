package org.gatereader.verifier.revocation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import java.util.Set;
import org.gatereader.verifier.encoding.CompactJws;
import org.gatereader.verifier.encoding.JsonObject;
import org.gatereader.verifier.encoding.JsonReader;
import org.gatereader.verifier.encoding.JsonReading;
import org.gatereader.verifier.encoding.JsonValue;
import org.gatereader.verifier.verdict.Verdict;

/**
 * The JWT around a list, whatever the list is inside: envelope, header, signature, content. In this
 * order, the first fault wins.
 *
 * @param source whose key must have signed
 * @param typ what the header must say
 * @param header the members that it may have
 * @param headerWords the same in words
 */
record ListJws(StatusListSource source, String typ, Set<String> header, String headerWords) {
    private static final int TOKEN_BYTES_MAX = 64 << 20;

    /** Makes a list of what was signed. */
    @FunctionalInterface
    interface Content {
        /**
         * The list.
         *
         * @param payload empty where it is no JSON object
         */
        RevocationList list(Optional<JsonObject> payload) throws StatusListFault;
    }

    /** What a token claims, unproved: good to find a source by. */
    static Optional<JsonObject> claimed(byte[] token) {
        return envelope(token).flatMap(jws -> object(jws.payload()));
    }

    /**
     * Reads and verifies.
     *
     * @param token untrusted, at most 64 MiB
     */
    ListReading read(byte[] token, Content content) {
        try {
            CompactJws jws =
                    envelope(token)
                            .orElseThrow(
                                    () ->
                                            new StatusListFault(
                                                    "expected header.payload.signature, each in"
                                                            + " canonical base64url, nothing around"
                                                            + " it"));
            judgeHeader(jws);
            judgeSignature(jws);
            return new ListReading.Accepted(content.list(object(jws.payload())));
        } catch (StatusListFault fault) {
            return fault.asRejected();
        }
    }

    private static Optional<CompactJws> envelope(byte[] token) {
        return token.length <= TOKEN_BYTES_MAX
                        && CompactJws.split(new String(token, US_ASCII))
                                instanceof Verdict.Passed<CompactJws>(CompactJws jws)
                ? Optional.of(jws)
                : Optional.empty();
    }

    private static Optional<JsonObject> object(byte[] document) {
        return JsonReader.readWithLongText(document, TOKEN_BYTES_MAX)
                                instanceof JsonReading.Whole(JsonValue root)
                        && root instanceof JsonObject object
                ? Optional.of(object)
                : Optional.empty();
    }

    /** Algorithm, typ and kid, and nothing else that matters. */
    private void judgeHeader(CompactJws jws) throws StatusListFault {
        JsonObject members =
                object(jws.header())
                        .orElseThrow(() -> new StatusListFault("header: expected an object"));
        StatusListFault.unless(
                members.text("typ").filter(typ::equals).isPresent(), "typ: expected " + typ);
        StatusListFault.unless(
                members.text("alg").filter("ES256"::equals).isPresent(), "alg: expected ES256");
        StatusListFault.unless(
                members.members().stream().allMatch(member -> header.contains(member.name())),
                "header: expected " + headerWords + ", nothing else");
        String keyId = source.signer().keyName().text();
        StatusListFault.unless(
                members.get("kid").isEmpty()
                        || members.text("kid").filter(keyId::equals).isPresent(),
                "kid: expected \"" + keyId + "\"");
    }

    private void judgeSignature(CompactJws jws) throws StatusListFault {
        StatusListFault.unless(
                source.signer().key().verifies(jws.toBeSigned(), jws.signature()),
                "signature: expected one by key \""
                        + source.signer().keyName().text()
                        + "\", which did not sign this");
    }
}
