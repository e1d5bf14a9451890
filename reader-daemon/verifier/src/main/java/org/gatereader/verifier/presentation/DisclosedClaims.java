package org.gatereader.verifier.presentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.encoding.JsonObject;
import org.gatereader.verifier.encoding.JsonValue;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Verdict;

/**
 * Puts disclosures in their places (RFC 9901, section 7.1, numbers 3 to 5, which the comments
 * name). Whatever is wrong is one refusal, 114: it is noted, and asked for once at the end. Every
 * disclosure is opened at most once, so nothing multiplies, and 16 of 8 levels each bound the
 * depth.
 */
public final class DisclosedClaims {
    /** More than any credential of a gate needs (RULES, SD-JWT VC). */
    public static final int DISCLOSURES_MAX = 16;

    private static final String DIGESTS = "_sd";
    private static final String ELEMENT = "...";
    private static final String ALGORITHM = "_sd_alg";
    private static final String SHA_256 = "sha-256";

    /** What a disclosure of an object's member, and of an array's element, consists of. */
    private static final int MEMBER_PARTS = 3;

    private static final int ELEMENT_PARTS = 2;

    /**
     * What the whole credential hangs on stands in it openly, down to its last member
     * (draft-ietf-oauth-sd-jwt-vc, Registered JWT Claims): a holder who could leave the expiry or
     * the status out would.
     */
    private static final Set<String> NEVER_DISCLOSED =
            Set.of(
                    "iss",
                    "nbf",
                    "exp",
                    "cnf",
                    "vct",
                    "vct#integrity",
                    "aka_vcts",
                    "status",
                    ALGORITHM);

    private final Map<String, Disclosure> unused = new HashMap<>();
    private final Set<String> digests = new HashSet<>();
    private boolean isValid = true;

    private DisclosedClaims(CryptoModule crypto, List<Disclosure> disclosures) {
        // 3.a: the digest of each; the same one twice is one that nothing refers to (5).
        for (Disclosure disclosure : disclosures) {
            isValid &= unused.put(disclosure.digest(crypto), disclosure) == null;
        }
    }

    /**
     * Discloses.
     *
     * @param payload what the issuer signed
     * @return the claims without any digest left; refused with 114 if one disclosure does not fit
     */
    public static Verdict<JsonObject> of(
            CryptoModule crypto, JsonObject payload, List<Disclosure> disclosures) {
        if (disclosures.size() > DISCLOSURES_MAX || !isHashedAsWeDo(payload)) {
            return Verdict.refused(DenyReason.DISCLOSURE_INVALID);
        }
        var claims = new DisclosedClaims(crypto, disclosures);
        JsonObject processed = claims.object(payload, NEVER_DISCLOSED);
        // 5: a disclosure that nothing refers to is not the issuer's.
        return claims.isValid && claims.unused.isEmpty()
                ? Verdict.passed(withoutAlgorithm(processed))
                : Verdict.refused(DenyReason.DISCLOSURE_INVALID);
    }

    /** SHA-256, also where nothing is said (section 4.1.1). */
    private static boolean isHashedAsWeDo(JsonObject payload) {
        return payload.get(ALGORITHM)
                .map(name -> name instanceof JsonValue.Text text && text.value().equals(SHA_256))
                .orElse(true);
    }

    /** 3.f */
    private static JsonObject withoutAlgorithm(JsonObject processed) {
        Map<String, JsonValue> claims = new LinkedHashMap<>();
        processed.members().forEach(claim -> claims.put(claim.name(), claim.value()));
        claims.remove(ALGORITHM);
        return processed.with(claims);
    }

    private JsonValue value(JsonValue value) {
        return switch (value) {
            case JsonObject object -> object(object, Set.of());
            case JsonValue.Array array -> array(array);
            default -> value;
        };
    }

    private JsonObject object(JsonObject object, Set<String> neverDisclosed) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (JsonObject.Member member : object.members()) {
            int before = unused.size();
            // 3.e: the digests go; and an element's name has no place in an object.
            isValid &= !member.name().equals(ELEMENT);
            if (!member.name().equals(DIGESTS)) {
                members.put(member.name(), value(member.value()));
            }
            isValid &= unused.size() == before || !neverDisclosed.contains(member.name());
        }
        // 3.c.ii.3 and 4: no name twice at one level.
        membersOf(object)
                .forEach(
                        (name, value) -> {
                            isValid &= !neverDisclosed.contains(name);
                            isValid &= members.put(name, value) == null;
                        });
        return object.with(members);
    }

    /** 3.c.ii: what is disclosed of the digests in {@code _sd}. */
    private Map<String, JsonValue> membersOf(JsonObject object) {
        Map<String, JsonValue> disclosed = new LinkedHashMap<>();
        JsonValue digestsHere = object.get(DIGESTS).orElse(null);
        if (digestsHere == null) {
            return disclosed;
        }
        if (!(digestsHere instanceof JsonValue.Array array)) {
            isValid = false;
            return disclosed;
        }
        for (JsonValue digest : array.items()) {
            Optional<List<JsonValue>> parts = open(digest, MEMBER_PARTS);
            if (parts.isEmpty()) {
                continue;
            }
            if (parts.get().get(1) instanceof JsonValue.Text name
                    && !name.value().equals(DIGESTS)
                    && !name.value().equals(ELEMENT)) {
                JsonValue content = value(parts.get().get(2));
                isValid &= disclosed.put(name.value(), content) == null;
            } else {
                isValid = false;
            }
        }
        return disclosed;
    }

    /** 3.c.iii and 3.d: an element that is not disclosed leaves no gap. */
    private JsonValue array(JsonValue.Array array) {
        List<JsonValue> elements = new ArrayList<>();
        for (JsonValue element : array.items()) {
            if (element instanceof JsonObject place
                    && place.size() == 1
                    && place.get(ELEMENT).isPresent()) {
                open(place.get(ELEMENT).get(), ELEMENT_PARTS)
                        .ifPresent(parts -> elements.add(value(parts.get(1))));
            } else {
                elements.add(value(element));
            }
        }
        return array.with(elements);
    }

    /**
     * The parts of the disclosure that a digest stands for; empty where none came with it: it is
     * withheld, or a decoy.
     */
    private Optional<List<JsonValue>> open(JsonValue digest, int parts) {
        // 4: no digest twice, in the payload or in what is disclosed.
        if (!(digest instanceof JsonValue.Text text) || !digests.add(text.value())) {
            isValid = false;
            return Optional.empty();
        }
        Disclosure disclosure = unused.remove(text.value());
        if (disclosure == null) {
            return Optional.empty();
        }
        if (disclosure.content() instanceof JsonValue.Array array
                && array.items().size() == parts
                && array.items().getFirst() instanceof JsonValue.Text) {
            return Optional.of(array.items());
        }
        isValid = false;
        return Optional.empty();
    }
}
