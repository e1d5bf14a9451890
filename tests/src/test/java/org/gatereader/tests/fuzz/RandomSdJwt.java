package org.gatereader.tests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONArrayUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Random claims of an issuer with disclosures at every level, most of them as RFC 9901 says, some
 * of them wrong in a way of their own.
 */
final class RandomSdJwt {
    private static final String[] NAMES = {
        "agency", "grade", "이름", "work", "sites", "a", "b", "sub", "exp", "status", "_sd", "..."
    };

    /** The last ones of the names are wrong as a disclosure's. */
    private static final int NAMES_ALLOWED = 8;

    private static final int WRONG_ONE_IN = 60;

    private final Random random;
    private final List<String> disclosures = new ArrayList<>();
    private final List<String> digests = new ArrayList<>();

    RandomSdJwt(Random random) {
        this.random = random;
    }

    /** What the issuer signs; fills {@link #disclosures()}. */
    Map<String, Object> claims() {
        Map<String, Object> claims = object(3);
        if (random.nextInt(4) > 0) {
            claims.put("_sd_alg", isWrong() ? "sha-512" : "sha-256");
        }
        return claims;
    }

    /** All of them; a holder who withholds one withholds what is within it. */
    List<String> disclosures() {
        return disclosures;
    }

    /** What a holder may send: mostly all, sometimes too few, too many, or damaged ones. */
    List<String> shown() {
        List<String> shown = new ArrayList<>(disclosures);
        switch (random.nextInt(12)) {
            case 0 -> shown.removeIf(_ -> random.nextInt(4) == 0);
            case 1 -> shown.add(disclosure("grade", "5"));
            case 2 -> shown.addAll(shown.isEmpty() ? List.of() : List.of(shown.getFirst()));
            case 3 -> shown.replaceAll(text -> random.nextInt(6) == 0 ? text + "=" : text);
            case 4 -> shown.replaceAll(text -> random.nextInt(6) == 0 ? damaged(text) : text);
            case 5 -> Collections.shuffle(shown, random);
            default -> {}
        }
        return shown;
    }

    private boolean isWrong() {
        return random.nextInt(WRONG_ONE_IN) == 0;
    }

    private Map<String, Object> object(int levels) {
        Map<String, Object> object = new LinkedHashMap<>();
        List<Object> here = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            String name = name();
            if (random.nextBoolean() && (isWrong() || !object.containsKey(name))) {
                here.add(digest(member(name, value(levels))));
            } else if (!name.equals("_sd") && !name.equals("...")) {
                object.put(name, value(levels));
            }
        }
        if (random.nextInt(4) == 0) {
            here.add(SdJwtRule.digestOf("decoy" + random.nextInt()));
        }
        if (isWrong()) {
            here.add(random.nextInt(10));
        }
        if (!here.isEmpty()) {
            object.put("_sd", here);
        } else if (isWrong()) {
            object.put("_sd", random.nextBoolean() ? null : "none");
        }
        return object;
    }

    private String name() {
        return NAMES[random.nextInt(isWrong() ? NAMES.length : NAMES_ALLOWED)];
    }

    private @Nullable Object value(int levels) {
        return switch (random.nextInt(levels > 0 ? 8 : 5)) {
            case 0 -> "행정안전부";
            case 1 -> random.nextLong(1L << 53);
            case 2 -> random.nextBoolean();
            case 3 -> null;
            case 4 -> random.nextInt(1000) / 8.0;
            case 5, 6 -> object(levels - 1);
            default -> array(levels - 1);
        };
    }

    private List<Object> array(int levels) {
        List<Object> array = new ArrayList<>();
        for (int count = isWrong() ? 20 : random.nextInt(4); count > 0; count--) {
            if (random.nextInt(8) > 0) {
                array.add(place(digest(element(value(levels)))));
            } else {
                array.add(value(levels));
            }
        }
        if (isWrong()) {
            array.add(new LinkedHashMap<>(Map.of("...", SdJwtRule.digestOf("decoy"), "more", 1)));
        }
        return array;
    }

    private Map<String, Object> place(String digest) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("...", isWrong() ? 7 : digest);
        return place;
    }

    /** Of a new disclosure, or, wrongly, of one that has a place already. */
    private String digest(String disclosure) {
        if (isWrong() && !digests.isEmpty()) {
            return digests.get(random.nextInt(digests.size()));
        }
        disclosures.add(disclosure);
        digests.add(SdJwtRule.digestOf(disclosure));
        return digests.getLast();
    }

    private String member(String name, @Nullable Object value) {
        return isWrong() ? disclosure(value) : disclosure(name, value);
    }

    private String element(@Nullable Object value) {
        return isWrong() ? disclosure("a", value) : disclosure(value);
    }

    private String disclosure(@Nullable Object... parts) {
        List<Object> array = new ArrayList<>();
        array.add(Long.toHexString(random.nextLong()));
        array.addAll(Arrays.asList(parts));
        byte[] json = JSONArrayUtils.toJSONString(array).getBytes(UTF_8);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(json);
        // The bits of the last digit that no byte needs should be zero.
        return isWrong() && text.length() % 4 > 0
                ? text.substring(0, text.length() - 1) + '-'
                : text;
    }

    private String damaged(String disclosure) {
        char[] text = disclosure.toCharArray();
        text[random.nextInt(text.length)] = "AZaz09-_".charAt(random.nextInt(8));
        return new String(text);
    }
}
