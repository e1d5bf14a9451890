package org.gatereader.verifier.presentation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatereader.verifier.encoding.Base64Url;
import org.gatereader.verifier.encoding.JsonObject;
import org.gatereader.verifier.encoding.JsonValue;
import org.gatereader.verifier.encoding.Scalar;
import org.gatereader.verifier.presentation.HolderProof.Nonce;
import org.gatereader.verifier.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The claims of both JWTs of a P2 presentation, the issuer's with the disclosures in their places:
 * each that a gate knows is there and of its type; what it does not know is ignored.
 */
public final class P2Claims {
    /** Far beyond any name in use; the presentation as a whole has at most 4096 characters. */
    private static final int TEXT_BYTES_MAX = 256;

    private static final int AUDIENCE_BYTES_MAX = 64;
    private static final int AGENCY_BYTES_MAX = 32;
    private static final long INDEX_MAX = 0xFFFF_FFFFL;

    /** A nonce that is no challenge of ours must at least be a random (RULES, SD-JWT VC). */
    private static final int RANDOM_LENGTH_MIN = 16;

    private static final String PASS_CLASS = "pass_class";

    /**
     * The subject names a person, and a gate admits kinds of people; and a number as a name would
     * pass for one of P1's labels.
     */
    private static final Pattern NOT_FOR_POLICY = Pattern.compile("sub|-?\\d+");

    private final CredentialClaims credential;
    private final JsonObject jwk;
    private final Optional<KeyBinding> keyBinding;

    private P2Claims(CredentialClaims credential, JsonObject jwk, Optional<KeyBinding> keyBinding) {
        this.credential = credential;
        this.jwk = jwk;
        this.keyBinding = keyBinding;
    }

    /** What the key-binding JWT says. */
    private static final class KeyBinding {
        private final HolderProof proof;
        private final String hash;

        KeyBinding(HolderProof proof, String hash) {
            this.proof = proof;
            this.hash = hash;
        }
    }

    /** Reads both; empty if a claim is missing or of another type. */
    static Optional<P2Claims> read(
            JsonObject credential, Optional<JsonObject> keyBinding, P2Presentation presentation) {
        var claims = credential(credential);
        var jwk = jwk(credential);
        var binding = keyBinding.flatMap(token -> keyBinding(token, presentation));
        return claims.isEmpty() || jwk.isEmpty() || binding.isPresent() != keyBinding.isPresent()
                ? Optional.empty()
                : Optional.of(new P2Claims(claims.get(), jwk.get(), binding));
    }

    /** What the issuer says. */
    public CredentialClaims credential() {
        return credential;
    }

    /** What the holder says; nothing where there is no key-binding JWT. */
    public Optional<HolderProof> proof() {
        return keyBinding.map(binding -> binding.proof);
    }

    /** {@code sd_hash}: for which disclosures the holder says it. */
    public Optional<String> presentationHash() {
        return keyBinding.map(binding -> binding.hash);
    }

    /**
     * The coordinates in {@code cnf}; empty unless they are of P-256 and of a public key. Members
     * that a key does not need are ignored (RFC 7517, section 4).
     */
    public Optional<HolderKey> holderKey() {
        boolean isPublicP256 =
                jwk.text("kty").filter("EC"::equals).isPresent()
                        && jwk.text("crv").filter("P-256"::equals).isPresent()
                        && jwk.get("d").isEmpty();
        return isPublicP256
                ? Optional.of(HolderKey.ofCoordinates(coordinate("x"), coordinate("y")))
                : Optional.empty();
    }

    private byte[] coordinate(String name) {
        return jwk.text(name)
                .map(Base64Url::decode)
                .map(decoded -> decoded instanceof Verdict.Passed<byte[]>(var bytes) ? bytes : null)
                .orElse(new byte[0]);
    }

    /** The claims of the key-binding JWT (RFC 9901, section 4.3). */
    private static Optional<KeyBinding> keyBinding(JsonObject claims, P2Presentation presentation) {
        var reader = new JsonClaims(claims);
        String nonce = reader.textIfAny("nonce", 0, TEXT_BYTES_MAX);
        var proof =
                new HolderProof(
                        reader.text("aud", 1, AUDIENCE_BYTES_MAX),
                        reader.unsigned("iat"),
                        nonce(nonce, presentation));
        String hash = reader.text("sd_hash", 1, TEXT_BYTES_MAX);
        // iat and nonce say how fresh it is; a second answer to that could only differ.
        reader.requireNone("exp");
        reader.requireNone("nbf");
        return reader.areValid() ? Optional.of(new KeyBinding(proof, hash)) : Optional.empty();
    }

    /** A random of the holder's own is enough only where the lane demands no challenge. */
    private static Nonce nonce(@Nullable String text, P2Presentation presentation) {
        if (text == null) {
            return new Nonce.Missing();
        }
        var challenge = new Nonce.Challenge(text.getBytes(UTF_8));
        boolean isOwnRandom =
                !presentation.lane().demandsChallenge()
                        && text.length() >= RANDOM_LENGTH_MIN
                        && !challenge.isAmong(presentation.challenges());
        return isOwnRandom ? new Nonce.OwnRandom() : challenge;
    }

    /** {@code cnf}: a key and nothing else (RFC 7800, section 3.2). */
    private static Optional<JsonObject> jwk(JsonObject claims) {
        return claims.get("cnf").orElse(null) instanceof JsonObject confirmation
                        && confirmation.size() == 1
                        && confirmation.get("jwk").orElse(null) instanceof JsonObject jwk
                ? Optional.of(jwk)
                : Optional.empty();
    }

    private static Optional<CredentialClaims> credential(JsonObject claims) {
        var reader = new JsonClaims(claims);
        var kind =
                new CredentialClaims.Kind(
                        reader.text("iss", 1, TEXT_BYTES_MAX),
                        reader.text("vct", 1, TEXT_BYTES_MAX),
                        reader.textIfAny("aud", 0, TEXT_BYTES_MAX),
                        reader.has(PASS_CLASS) ? reader.unsigned(PASS_CLASS) : 0);
        long issuedAt = reader.unsigned("iat");
        long notBefore = reader.has("nbf") ? reader.unsigned("nbf") : issuedAt;
        var validity = new CredentialClaims.Validity(issuedAt, notBefore, reader.unsigned("exp"));
        reader.textIfAny(CredentialClaims.AGENCY, 1, AGENCY_BYTES_MAX);
        StatusClaim status = status(claims.get("status").orElse(null));
        return reader.areValid() && status != null
                ? Optional.of(new CredentialClaims(kind, validity, status, scalars(claims)))
                : Optional.empty();
    }

    /**
     * Null if there is a status claim that is none; which mechanisms count is the status check's.
     */
    private static @Nullable StatusClaim status(@Nullable JsonValue claim) {
        if (claim == null) {
            return new StatusClaim.Absent();
        }
        if (!(claim instanceof JsonObject mechanisms)) {
            return null;
        }
        JsonValue list = mechanisms.get("status_list").orElse(null);
        JsonValue identifiers = mechanisms.get("identifier_list").orElse(null);
        if (list == null && identifiers == null) {
            return new StatusClaim.OtherMechanism();
        }
        if (mechanisms.size() > 1) {
            return null;
        }
        if (list != null) {
            return list instanceof JsonObject entry ? listEntry(entry) : null;
        }
        return identifiers instanceof JsonObject entry ? identifier(entry) : null;
    }

    private static @Nullable StatusClaim identifier(JsonObject entry) {
        var reader = new JsonClaims(entry);
        String id = reader.text("id", 1, TEXT_BYTES_MAX);
        String uri = reader.text("uri", 1, TEXT_BYTES_MAX);
        return reader.areValid() && Base64Url.decode(id) instanceof Verdict.Passed<byte[]>(var it)
                ? new StatusClaim.Identifier(it, uri)
                : null;
    }

    private static @Nullable StatusClaim listEntry(JsonObject entry) {
        var reader = new JsonClaims(entry);
        long index = reader.unsigned("idx");
        String uri = reader.text("uri", 1, TEXT_BYTES_MAX);
        return reader.areValid() && index <= INDEX_MAX
                ? new StatusClaim.ListEntry(index, uri)
                : null;
    }

    /** Every claim with a single value, by name, for the policy. */
    private static Map<String, Scalar> scalars(JsonObject claims) {
        Map<String, Scalar> scalars = new HashMap<>();
        for (JsonObject.Member claim : claims.members()) {
            Scalar value = scalar(claim.value());
            if (value != null && !NOT_FOR_POLICY.matcher(claim.name()).matches()) {
                scalars.put(claim.name(), value);
            }
        }
        return scalars;
    }

    private static @Nullable Scalar scalar(JsonValue value) {
        return switch (value) {
            case JsonValue.Text text -> new Scalar.Text(text.value());
            case JsonValue.Int number -> new Scalar.Whole(number.value());
            case JsonValue.Bool truth -> new Scalar.Truth(truth.value());
            default -> null;
        };
    }
}
