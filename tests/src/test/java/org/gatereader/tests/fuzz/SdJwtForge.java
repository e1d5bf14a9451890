package org.gatereader.tests.fuzz;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.Jwt;
import org.gatereader.demo.wallet.JwtIssuer;
import org.gatereader.demo.wallet.Phone;
import org.gatereader.demo.wallet.SdJwt;
import org.gatereader.demo.wallet.SdJwtPresentation;

/** Presentations of P2 as the demo's wallet makes them, changed by issuer, holder or on the way. */
final class SdJwtForge {
    private static final String CHARACTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~=+/ ";

    private final Random random;
    private final JwtIssuer issuer;
    private final Phone phone;
    private final Instant now;

    SdJwtForge(Random random, Instant now) {
        this.random = random;
        this.issuer = JwtIssuer.demo(random);
        this.phone = Phone.demo(random);
        this.now = now;
    }

    /** About one of three keeps every rule. */
    String presentation() {
        var credential = issuer.credential(phone, now.minusSeconds(3600));
        if (random.nextInt(3) == 0) {
            issuerFault(credential);
        }
        var presentation = phone.present(credential, now);
        if (random.nextInt(2) == 0) {
            holderFault(presentation);
        }
        return presentation.toText();
    }

    /** A character changed, taken out or put in, or two parts changed about. */
    String damaged(String text) {
        int at = random.nextInt(text.length());
        String character = String.valueOf(any(CHARACTERS.split("")));
        return switch (random.nextInt(8)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + character + text.substring(at);
            case 2 -> partsChangedAbout(text);
            case 3 -> text.substring(0, text.length() - 1) + character;
            case 4 -> lastCharacterOfAPart(text, character);
            default -> text.substring(0, at) + character + text.substring(at + 1);
        };
    }

    private String partsChangedAbout(String text) {
        List<String> parts = new ArrayList<>(List.of(text.split("~", -1)));
        int from = random.nextInt(parts.size());
        switch (random.nextInt(3)) {
            case 0 -> parts.remove(from);
            case 1 -> parts.add(random.nextInt(parts.size()), parts.get(from));
            default -> parts.add(random.nextInt(parts.size()), parts.remove(from));
        }
        return String.join("~", parts);
    }

    /** Where bits are left over that no byte needs. */
    private String lastCharacterOfAPart(String text, String character) {
        String ending = any("~", "\\.");
        String[] parts = text.split(ending, -1);
        int changed = random.nextInt(parts.length);
        String part = parts[changed];
        parts[changed] =
                part.isEmpty() ? character : part.substring(0, part.length() - 1) + character;
        return String.join(ending.replace("\\", ""), parts);
    }

    private void issuerFault(SdJwt credential) {
        List<Consumer<SdJwt>> faults =
                List.of(
                        it -> it.claim("iss", any("https://mpm.go.kr", "https://mpm.go.kr/", 7)),
                        it -> it.claim("vct", any(DemoSite.JWT_TYPE, "x", "")),
                        it -> it.claim("exp", any(0, -1, now.getEpochSecond(), "soon", 1L << 60)),
                        it -> it.claim("iat", any(now.getEpochSecond() + 1, -1, 0, 1.5)),
                        it -> it.claim("nbf", any(now.getEpochSecond(), 0, 1L << 50, "now")),
                        it -> it.claim("aud", any(DemoSite.SITE, "elsewhere", 7)),
                        it -> it.claim("_sd_alg", any("sha-256", "sha-384", "md5", 7)),
                        it -> it.claim("status", status()),
                        it -> it.withoutClaim(any("exp", "iat", "cnf", "status", "iss", "vct")),
                        it -> it.disclosable(any("exp", "nbf", "이름", "status"), 1),
                        it -> it.digest(any(SdJwtRule.digestOf("decoy"), "")),
                        it -> it.with(this::headerFault));
        faults.get(random.nextInt(faults.size())).accept(credential);
    }

    private void holderFault(SdJwtPresentation presentation) {
        List<Consumer<SdJwtPresentation>> faults =
                List.of(
                        it -> it.audience(any(DemoSite.GATE, "elsewhere", "")),
                        it -> it.nonce(any("short", "0123456789abcdef", "0123456789abcde")),
                        it -> it.with(jwt -> jwt.claim("iat", now.plusSeconds(skew()))),
                        it -> it.with(jwt -> jwt.withoutClaim(any("aud", "iat", "nonce"))),
                        it -> it.with(this::headerFault),
                        it -> it.hashed(text -> any(text, text + "~", "")),
                        it -> it.disclosures(this::shown),
                        it -> it.keyBindingText(_ -> ""));
        faults.get(random.nextInt(faults.size())).accept(presentation);
    }

    private void headerFault(Jwt jwt) {
        List<Consumer<Jwt>> faults =
                List.of(
                        it -> it.header("alg", any("ES256", "none", "HS256", "ES384", "es256")),
                        it -> it.header("typ", any("kb+jwt", "dc+sd-jwt", "vc+sd-jwt", "JWT")),
                        it -> it.withoutHeader(any("alg", "typ", "kid")),
                        it -> it.header("kid", any("mpm-2030", "mpm-2031", "")),
                        it -> it.header("crit", List.of("exp")),
                        it -> it.header("b64", random.nextBoolean()),
                        it -> it.header("jwk", phone.key().jwk()),
                        it -> it.header(any("jku", "x5u"), "https://keys.example/1"),
                        it -> it.header("x", any("y", 7)),
                        it -> it.signedWith(DemoKeys.named("stranger")));
        faults.get(random.nextInt(faults.size())).accept(jwt);
    }

    private Object status() {
        long index = any(0L, 100L, DemoSite.STATUS_ENTRIES - 1, DemoSite.STATUS_ENTRIES);
        String uri = any(DemoSite.JWT_STATUS_URI, DemoSite.JWT_STATUS_URI + "1");
        return any(
                JwtIssuer.statusAt(index, uri),
                new JsonMap().put("other", 1),
                "none",
                new JsonMap());
    }

    private List<String> shown(List<String> disclosures) {
        List<String> shown = new ArrayList<>(disclosures);
        switch (random.nextInt(3)) {
            case 0 -> shown.remove(random.nextInt(shown.size()));
            case 1 -> shown.add(SdJwt.disclosure("salt", "agency", "NIS"));
            default -> shown.add(shown.getFirst());
        }
        return shown;
    }

    private int skew() {
        return any(-16, -15, -14, 0, 5, 6);
    }

    @SafeVarargs
    private <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
