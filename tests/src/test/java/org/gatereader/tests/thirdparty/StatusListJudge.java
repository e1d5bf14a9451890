package org.gatereader.tests.thirdparty;

import static org.gatereader.tests.thirdparty.ThirdParty.CRYPTO;
import static org.gatereader.tests.thirdparty.ThirdParty.passed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.upokecenter.cbor.CBORObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.Labels;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.demo.wallet.StatusListToken;
import org.gatereader.tests.Checkout;
import org.gatereader.verifier.crypto.P256Key;
import org.gatereader.verifier.encoding.CborReader;
import org.gatereader.verifier.encoding.CompactJws;
import org.gatereader.verifier.encoding.CoseSign1;
import org.gatereader.verifier.encoding.KeyName;
import org.gatereader.verifier.revocation.ListReading;
import org.gatereader.verifier.revocation.RevocationList;
import org.gatereader.verifier.revocation.RevocationState;
import org.gatereader.verifier.revocation.StatusListSource;
import org.gatereader.verifier.revocation.StatusListSource.Format;

/**
 * The examples of Token Status List. An encoding alone is put into a token that we sign and date,
 * for a gate takes no bare list; the draft's own tokens are judged under the draft's own key.
 */
final class StatusListJudge implements Judge {
    private static final Path FOLDER = ThirdParty.FOLDER.resolve("token-status-list");
    private static final Pattern LISTED = Pattern.compile("status\\[(\\d+)] ?= ?0b([01]+)");
    private static final Instant NOON = Instant.parse("2030-01-01T03:00:00Z");

    /** The draft's examples are initialised with so many; the short ones have fewer. */
    private static final int ENTRIES_MAX = 1 << 20;

    /** When the draft's own tokens were issued; they are judged at that instant. */
    private static final Instant ISSUED = Instant.ofEpochSecond(1_686_920_170);

    @Override
    public String outcome(Path file) {
        String name = file.getFileName().toString();
        return switch (name) {
            case "status_list_cwt.md" -> ofToken(hex(file));
            case "status_list_jwt_raw.md" -> ofJwt(unwrapped(file));
            case "referenced_token_cwt.md" -> AtTheGate.STRANGER.outcome(hex(file));
            case "status_list_jwt.md" -> "in words";
            case "example-public-key.jwk.json" -> "the key of the signed examples";
            default -> {
                if (name.endsWith("_diag.md")) {
                    yield ofExplanation(file);
                }
                yield name.startsWith("status_list_encoding") && name.endsWith(".md")
                        ? ofEncoding(file)
                        : "listed beside its encodings";
            }
        };
    }

    private static String ofToken(byte[] token) {
        var item = CborReader.readInAnyKeyOrder(token, token.length);
        var envelope = CoseSign1.split(passed(item)).orElseThrow();
        var key = exampleKey();
        assertTrue(key.verifies(envelope.toBeSigned(), envelope.signature()));
        return "signature holds, " + refusal(exampleSource(Format.CWT).read(token, ISSUED));
    }

    private static String ofJwt(String token) {
        var envelope = passed(CompactJws.split(token));
        var key = exampleKey();
        assertTrue(key.verifies(envelope.toBeSigned(), envelope.signature()));
        byte[] bytes = token.getBytes(StandardCharsets.US_ASCII);
        return "signature holds, " + refusal(exampleSource(Format.JWT).read(bytes, ISSUED));
    }

    /** The place that the fault names, which is what a rule is about. */
    private static String refusal(ListReading reading) {
        return switch (reading) {
            case ListReading.Accepted _ -> "accepted";
            case ListReading.Rejected(String fault) ->
                    "refused for its " + fault.substring(0, fault.indexOf(':'));
        };
    }

    /** The bytes before the explanations are those of the file that it explains. */
    private static String ofExplanation(Path file) {
        String bytes =
                Checkout.read(file)
                        .lines()
                        .map(line -> line.replaceFirst("#.*", "").replace(" ", ""))
                        .collect(Collectors.joining());
        Path explained = Path.of(file.toString().replace("_diag", ""));
        assertArrayEquals(hex(explained), HexFormat.of().parseHex(bytes));
        return "the same bytes";
    }

    private static String ofEncoding(Path file) {
        String name = file.getFileName().toString();
        var list = name.endsWith("_json.md") ? signedJson(file) : signedCbor(file);
        var listed = listed(name.replaceAll("_(json|cbor)\\.md", ".txt"));
        for (var entry : listed.entrySet()) {
            assertEquals(state(entry.getValue()), list.stateAt(entry.getKey()), entry::toString);
        }
        for (long index = 0; index < list.size(); index++) {
            if (!listed.containsKey(index)) {
                assertEquals(RevocationState.VALID, list.stateAt(index));
            }
        }
        assertEquals(RevocationState.NOT_COVERED, list.stateAt(list.size()));
        return listed.size() + " indices as listed, all others of " + list.size() + " valid";
    }

    private static RevocationState state(int value) {
        return switch (value) {
            case 0 -> RevocationState.VALID;
            case 1 -> RevocationState.REVOKED;
            case 2 -> RevocationState.SUSPENDED;
            default -> RevocationState.UNKNOWN_VALUE;
        };
    }

    private static Map<Long, Integer> listed(String name) {
        Map<Long, Integer> listed = new TreeMap<>();
        for (String line : Checkout.read(FOLDER.resolve("listed").resolve(name)).lines().toList()) {
            var matcher = LISTED.matcher(line);
            assertTrue(matcher.matches(), line);
            listed.put(Long.valueOf(matcher.group(1)), Integer.valueOf(matcher.group(2), 2));
        }
        return listed;
    }

    private static RevocationList signedJson(Path file) {
        var encoding = CBORObject.FromJSONString(unwrapped(file));
        int bits = encoding.get("bits").AsInt32();
        byte[] zlib = Base64.getUrlDecoder().decode(encoding.get("lst").AsString());
        return accepted(list -> list.entries(bits, zlib));
    }

    private static RevocationList signedCbor(Path file) {
        return accepted(list -> list.claim(Labels.CLAIM_STATUS_LIST, Cbor.raw(hex(file))));
    }

    private static RevocationList accepted(UnaryOperator<StatusListToken> encoding) {
        var issuer = StatusListIssuer.demo();
        var empty = new StatusArray(64, 1);
        var token = encoding.apply(issuer.foreignToken("https://st.example/1", empty, NOON));
        var key = CRYPTO.p256Key(issuer.key().x(), issuer.key().y()).orElseThrow();
        var signer = new StatusListSource.Signer(KeyName.of("st01"), key);
        var source = new StatusListSource("https://st.example/", Format.CWT, signer, ENTRIES_MAX);
        var reading = source.read(token.toBytes(), NOON);
        return assertInstanceOf(ListReading.Accepted.class, reading).list();
    }

    private static StatusListSource exampleSource(Format format) {
        var signer = new StatusListSource.Signer(KeyName.of("12"), exampleKey());
        String prefix = "https://example.com/statuslists/";
        return new StatusListSource(prefix, format, signer, ENTRIES_MAX);
    }

    private static P256Key exampleKey() {
        var jwk = ThirdParty.json(FOLDER.resolve("example-public-key.jwk.json"));
        byte[] x = Base64.getUrlDecoder().decode(jwk.get("x").AsString());
        byte[] y = Base64.getUrlDecoder().decode(jwk.get("y").AsString());
        return CRYPTO.p256Key(x, y).orElseThrow();
    }

    private static byte[] hex(Path file) {
        return HexFormat.of().parseHex(unwrapped(file));
    }

    /** Short ones say above the encoding from which bytes they came. */
    private static String unwrapped(Path file) {
        return Checkout.read(file).replaceFirst("(?s)^.*encoded:", "").replaceAll("\\s", "");
    }
}
