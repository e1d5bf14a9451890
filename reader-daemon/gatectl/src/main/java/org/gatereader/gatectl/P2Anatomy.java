package org.gatereader.gatectl;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.encoding.CompactJws;
import org.gatereader.verifier.encoding.JsonObject;
import org.gatereader.verifier.encoding.JsonReader;
import org.gatereader.verifier.encoding.JsonReading;
import org.gatereader.verifier.encoding.JsonValue;
import org.gatereader.verifier.encoding.KeyName;
import org.gatereader.verifier.presentation.DisclosedClaims;
import org.gatereader.verifier.presentation.Disclosure;
import org.gatereader.verifier.verdict.Verdict;

/**
 * An SD-JWT taken apart; the verifier's readers set the limits. Its claims are shown with the
 * disclosures in their places, or as the issuer signed them where one does not fit.
 */
final class P2Anatomy implements Anatomy {
    private static final int NAME_LENGTH_MAX = 64;
    private static final Set<String> INSTANTS = Set.of("exp", "nbf", "iat");

    private final Optional<JsonObject> proof;
    private final Optional<JsonObject> header;
    private final Optional<JsonObject> credential;

    private P2Anatomy(List<String> parts) {
        Optional<CompactJws> issuer = jws(parts.getFirst());
        header = issuer.flatMap(jws -> object(jws.header()));
        credential =
                issuer.flatMap(jws -> object(jws.payload()))
                        .map(payload -> disclosed(payload, parts.subList(1, parts.size() - 1)));
        proof = jws(parts.getLast()).flatMap(jws -> object(jws.payload()));
    }

    /** Takes a text apart that begins as an SD-JWT does: it has at least one tilde. */
    static P2Anatomy of(String text) {
        return new P2Anatomy(Arrays.asList(text.split("~", -1)));
    }

    @Override
    public List<Claim> proof() {
        return claims(proof);
    }

    @Override
    public List<Claim> credentialHeader() {
        return claims(header);
    }

    @Override
    public List<Claim> credential() {
        return claims(credential);
    }

    @Override
    public Optional<String> issuer() {
        return credential.flatMap(claims -> claims.text("iss"));
    }

    @Override
    public boolean isSignedBy(KeyName key) {
        return header.flatMap(it -> it.text("kid")).filter(key.text()::equals).isPresent();
    }

    @Override
    public Optional<StatusReference> status() {
        return credential
                .flatMap(claims -> claims.object("status"))
                .flatMap(mechanisms -> mechanisms.object("status_list"))
                .flatMap(P2Anatomy::reference);
    }

    private static Optional<StatusReference> reference(JsonObject entry) {
        return entry.get("idx").orElse(null) instanceof JsonValue.Int index
                ? entry.text("uri").map(uri -> new StatusReference(uri, index.value()))
                : Optional.empty();
    }

    private static JsonObject disclosed(JsonObject payload, List<String> texts) {
        List<Disclosure> disclosures = new ArrayList<>();
        for (String text : texts) {
            if (Disclosure.read(text) instanceof Verdict.Passed<Disclosure>(Disclosure read)) {
                disclosures.add(read);
            }
        }
        return DisclosedClaims.of(new BouncyCastle(), payload, disclosures)
                        instanceof Verdict.Passed<JsonObject>(JsonObject claims)
                ? claims
                : payload;
    }

    private static List<Claim> claims(Optional<JsonObject> object) {
        return object.map(JsonObject::members).orElse(List.of()).stream()
                .map(P2Anatomy::claim)
                .toList();
    }

    private static Claim claim(JsonObject.Member member) {
        String shown = Printable.clipped(member.name(), NAME_LENGTH_MAX);
        return new Claim(
                new Key(shown, Optional.empty(), Optional.of(member.name())),
                Notation.of(member.value()) + instant(member),
                json -> value(json, member.value()));
    }

    /** Texts, numbers and truths as they are; all else as the text of its JSON. */
    private static void value(JsonGenerator json, JsonValue value) throws IOException {
        switch (value) {
            case JsonValue.Text text -> json.writeString(text.value());
            case JsonValue.Int number -> json.writeNumber(number.value());
            case JsonValue.Bool truth -> json.writeBoolean(truth.value());
            default -> json.writeString(Notation.of(value));
        }
    }

    private static String instant(JsonObject.Member member) {
        return INSTANTS.contains(member.name()) && member.value() instanceof JsonValue.Int seconds
                ? Notation.instant(seconds.value())
                : "";
    }

    private static Optional<CompactJws> jws(String text) {
        return CompactJws.split(text) instanceof Verdict.Passed<CompactJws>(CompactJws jws)
                ? Optional.of(jws)
                : Optional.empty();
    }

    private static Optional<JsonObject> object(byte[] document) {
        return JsonReader.read(document, document.length)
                                instanceof JsonReading.Whole(JsonValue root)
                        && root instanceof JsonObject object
                ? Optional.of(object)
                : Optional.empty();
    }
}
