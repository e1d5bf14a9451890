package org.gatereader.tests.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What makes disclosures invalid (RFC 9901, section 7.1; RULES, SD-JWT VC), told by this walk,
 * which shares no code with our reading nor with authlete's: where that one lets something pass,
 * one of these is the reason why ours does not.
 */
enum SdJwtRule {
    /** At most 16 disclosures. */
    TOO_MANY,
    /** One value, one text: no padding, no loose bits. */
    LOOSE_BASE64URL,
    /** Only SHA-256. */
    OTHER_HASH,
    /** A disclosure that no digest stands for, or the same one twice. */
    UNREFERENCED,
    /** A digest that stands in two places. */
    DIGEST_TWICE,
    /** What stands where digests belong is none. */
    NO_DIGEST,
    /** Two parts where three belong, or three where two do, or a name or salt that is no text. */
    WRONG_PLACE,
    /** A claim that would be called like the mechanism itself. */
    RESERVED_NAME,
    /** A claim that is there already. */
    NAME_TAKEN,
    /** A claim that must stand openly, or something within it. */
    NEVER_DISCLOSED;

    private static final Set<String> OPEN =
            Set.of("iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "aka_vcts", "status");

    /**
     * Those that an SD-JWT breaks.
     *
     * @throws IllegalArgumentException if a disclosure is no JSON array in base64url
     */
    static Set<SdJwtRule> brokenBy(Map<String, Object> payload, List<String> disclosures) {
        var walk = new Walk(disclosures);
        walk.object(payload, true);
        if (!payload.getOrDefault("_sd_alg", "sha-256").equals("sha-256")) {
            walk.broken.add(OTHER_HASH);
        }
        if (disclosures.size() > 16) {
            walk.broken.add(TOO_MANY);
        }
        if (walk.opened.size() < disclosures.size()) {
            walk.broken.add(UNREFERENCED);
        }
        return walk.broken;
    }

    private static boolean isLoose(String text) {
        return !base64Url(Base64.getUrlDecoder().decode(text)).equals(text);
    }

    /** What stands in the issuer's claims for a disclosure (RFC 9901, section 4.2.3). */
    static String digestOf(String disclosure) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return base64Url(sha256.digest(disclosure.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static final class Walk {
        private final Map<String, List<?>> byDigest = new HashMap<>();
        private final Set<String> met = new HashSet<>();
        private final Set<String> opened = new HashSet<>();
        private final Set<SdJwtRule> broken = EnumSet.noneOf(SdJwtRule.class);

        Walk(List<String> disclosures) {
            for (String text : disclosures) {
                if (isLoose(text)) {
                    broken.add(LOOSE_BASE64URL);
                }
                byte[] json = Base64.getUrlDecoder().decode(text);
                byDigest.put(digestOf(text), Json.array(new String(json, UTF_8)));
            }
        }

        private void value(Object value) {
            switch (value) {
                case Map<?, ?> object -> object(object, false);
                case List<?> array -> array.forEach(this::element);
                case null, default -> {}
            }
        }

        private void element(Object element) {
            if (element instanceof Map<?, ?> place
                    && place.size() == 1
                    && place.containsKey("...")) {
                List<?> parts = opened(place.get("..."));
                if (isShaped(parts, 2)) {
                    value(parts.get(1));
                }
            } else {
                value(element);
            }
        }

        private void object(Map<?, ?> object, boolean isOutermost) {
            Set<Object> names = new HashSet<>(object.keySet());
            if (names.contains("...")) {
                broken.add(RESERVED_NAME);
            }
            for (var member : object.entrySet()) {
                if (!member.getKey().equals("_sd")) {
                    int before = opened.size();
                    value(member.getValue());
                    judgeOpenness(member.getKey(), isOutermost && opened.size() > before);
                }
            }
            switch (object.get("_sd")) {
                case List<?> digests ->
                        digests.forEach(digest -> disclosed(digest, names, isOutermost));
                case null -> {
                    if (names.contains("_sd")) {
                        broken.add(NO_DIGEST);
                    }
                }
                default -> broken.add(NO_DIGEST);
            }
        }

        private void disclosed(Object digest, Set<Object> names, boolean isOutermost) {
            List<?> parts = opened(digest);
            if (!isShaped(parts, 3)) {
                return;
            }
            if (!(parts.get(1) instanceof String name)) {
                broken.add(WRONG_PLACE);
                return;
            }
            if (name.equals("_sd") || name.equals("...")) {
                broken.add(RESERVED_NAME);
            }
            if (!names.add(name)) {
                broken.add(NAME_TAKEN);
            }
            judgeOpenness(name, isOutermost);
            value(parts.get(2));
        }

        private void judgeOpenness(Object name, boolean isDisclosed) {
            if (isDisclosed && (OPEN.contains(name) || name.equals("_sd_alg"))) {
                broken.add(NEVER_DISCLOSED);
            }
        }

        private boolean isShaped(List<?> parts, int count) {
            boolean isShaped = parts.size() == count && parts.getFirst() instanceof String;
            if (!parts.isEmpty() && !isShaped) {
                broken.add(WRONG_PLACE);
            }
            return isShaped;
        }

        /** The parts of the disclosure that a digest stands for; none where none came with it. */
        private List<?> opened(Object digest) {
            if (!(digest instanceof String text)) {
                broken.add(NO_DIGEST);
                return List.of();
            }
            if (!met.add(text)) {
                broken.add(DIGEST_TWICE);
                return List.of();
            }
            if (byDigest.containsKey(text)) {
                opened.add(text);
            }
            return byDigest.getOrDefault(text, List.of());
        }
    }
}
