package org.gatereader.tests.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.Jwt;
import org.gatereader.demo.wallet.Labels;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.demo.wallet.StatusListToken;
import org.gatereader.tests.conformance.TrustVectors;

/** Random status lists in both forms, many of them wrong in a way of their own, and signed so. */
final class RandomStatusList {
    private static final Instant ISSUED = TrustVectors.NOON.minusSeconds(3600);
    private static final String URI = DemoSite.STATUS_URI_PREFIX + "7";
    private static final String CHARACTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ ";

    private final Random random;
    private final StatusListIssuer issuer = StatusListIssuer.demo();

    RandomStatusList(Random random) {
        this.random = random;
    }

    byte[] cwt() {
        var list = issuer.foreignToken(URI, new StatusArray(8, 1), ISSUED);
        list.entries(bits(), zlib());
        if (random.nextInt(3) == 0) {
            fault(list);
        }
        return list.toBytes();
    }

    String jwt() {
        var list = issuer.foreignJwt(URI, new StatusArray(8, 1), ISSUED);
        String lst = Base64.getUrlEncoder().withoutPadding().encodeToString(zlib());
        list.claim("status_list", new JsonMap().put("bits", bits()).put("lst", lst));
        if (random.nextInt(3) == 0) {
            fault(list, lst);
        }
        return list.toText();
    }

    /** A character changed, taken out or put in. */
    String damaged(String text) {
        char character = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
        if (text.isEmpty()) {
            return String.valueOf(character);
        }
        int at = random.nextInt(4) == 0 ? text.length() - 1 : random.nextInt(text.length());
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + character + text.substring(at);
            default -> text.substring(0, at) + character + text.substring(at + 1);
        };
    }

    private int bits() {
        return random.nextInt(20) == 0 ? random.nextInt(10) : 1 << random.nextInt(4);
    }

    private byte[] zlib() {
        int bytes = random.nextInt(20) == 0 ? 512 + random.nextInt(4) : random.nextInt(64);
        var entries = new StatusArray(8L * bytes, 1);
        for (int i = random.nextInt(64); i > 0 && bytes > 0; i--) {
            entries.set(random.nextInt(8 * bytes), 1);
        }
        byte[] zlib = entries.compressed();
        return switch (random.nextInt(16)) {
            case 0 -> Arrays.copyOf(zlib, zlib.length + 1 + random.nextInt(3));
            case 1 -> Arrays.copyOf(zlib, random.nextInt(zlib.length));
            case 2 -> RandomCbor.damaged(zlib, random);
            case 3 -> withDictionary(entries.packed());
            default -> zlib;
        };
    }

    private static byte[] withDictionary(byte[] content) {
        try (var deflater = new Deflater()) {
            deflater.setDictionary(new byte[8]);
            deflater.setInput(content);
            deflater.finish();
            byte[] stream = new byte[content.length + 64];
            return Arrays.copyOf(stream, deflater.deflate(stream));
        }
    }

    private void fault(StatusListToken list) {
        List<Consumer<StatusListToken>> faults =
                List.of(
                        it -> it.claimBytes(bytes -> RandomCbor.damaged(bytes, random)),
                        it -> it.headerBytes(bytes -> RandomCbor.damaged(bytes, random)),
                        it -> it.claimBytes(this::longerHead),
                        it -> it.headerBytes(this::longerHead),
                        it -> it.subject(any(URI, DemoSite.STATUS_URI_PREFIX, "https://x/1")),
                        it -> it.issuedAt(TrustVectors.NOON.plusSeconds(any(-1, 60, 61))),
                        it -> it.validUntil(ISSUED.plusSeconds(days())),
                        it -> it.withoutClaim(any(2L, 4L, 6L, Labels.CLAIM_STATUS_LIST)),
                        it -> it.withoutHeader(any(1L, 4L, 16L)),
                        it -> it.algorithm(any(-7L, -9L, -8L)),
                        it -> it.header(any(2L, 33L, 99L), Cbor.integer(1)),
                        it -> it.keyIdUnprotected(any("st01", "st02").getBytes(US_ASCII)),
                        it -> it.signedWith(DemoKeys.named("stranger")));
        faults.get(random.nextInt(faults.size())).accept(list);
    }

    private void fault(Jwt list, String lst) {
        List<Consumer<Jwt>> faults =
                List.of(
                        it -> it.claim("sub", any(URI, "https://x/1", 7)),
                        it -> it.claim("iat", TrustVectors.NOON.plusSeconds(any(-1, 60, 61))),
                        it -> it.claim("exp", ISSUED.plusSeconds(days())),
                        it -> it.claimText(text -> text.replaceFirst("(\"iat\":\\d+)", "$1.0")),
                        it -> it.claim("status_list", entries(damaged(lst + "AAAA"))),
                        it -> it.claim("status_list", entries(damaged(lst))),
                        it -> it.withoutClaim(any("sub", "iat", "exp", "status_list")),
                        it -> it.withoutHeader(any("alg", "typ", "kid")),
                        it -> it.header("alg", any("ES256", "HS256", "none", "ES512")),
                        it -> it.header("typ", any("statuslist+jwt", "JWT", "statuslist+JWT")),
                        it -> it.header(any("crit", "x", "kid"), "73743032"),
                        it -> it.signedWith(DemoKeys.named("stranger")));
        faults.get(random.nextInt(faults.size())).accept(list);
    }

    private static JsonMap entries(String lst) {
        return new JsonMap().put("bits", 1).put("lst", lst);
    }

    /** The outermost head in two bytes where one is enough. */
    private byte[] longerHead(byte[] claims) {
        byte[] longer = new byte[claims.length + 1];
        System.arraycopy(claims, 1, longer, 2, claims.length - 1);
        longer[0] = (byte) 0xb8;
        longer[1] = (byte) (claims[0] & 0x1f);
        return longer;
    }

    private long days() {
        return 86_400L * any(0, 1, 31, 32) + any(0, 1);
    }

    @SafeVarargs
    private <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
