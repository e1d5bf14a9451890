package org.gatereader.tests.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatereader.demo.wallet.Credential;
import org.gatereader.demo.wallet.Issuer;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.JwtIssuer;
import org.gatereader.demo.wallet.Phone;
import org.gatereader.demo.wallet.Presentation;
import org.gatereader.demo.wallet.QrCode;
import org.gatereader.demo.wallet.SdJwt;
import org.gatereader.demo.wallet.SdJwtPresentation;
import org.gatereader.demo.wallet.SigningKey;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.demo.wallet.TrustDirectory;

/**
 * Makes the vectors of the daemon's self-check anew: {@code main DIRECTORY}. Each run draws new
 * keys and drops them when it ends, so that nobody can ever sign another one.
 */
final class SelfCheckForge {
    private static final Instant PRESENTED_AT = Instant.parse("2001-06-15T09:00:00Z");
    private static final Instant ISSUED_AT = PRESENTED_AT.minusSeconds(3600);
    private static final Instant SIGNED_AT = PRESENTED_AT.minusSeconds(1);
    private static final String ISSUER = "selftest.invalid";
    private static final String URI = "https://selftest.invalid/status/1";
    private static final String TYPE = "selftest.invalid/pass";
    private static final String GATE = "selftest-gate";
    private static final long ENTRIES = 1024;
    private static final byte[] KEY_ID = {'s', 'e', 'l', 'f'};
    private static final String JWT_KEY_ID = "self-jwt";
    private static final byte[] STATUS_KEY_ID = {'l', 'i', 's', 't'};

    private final SecureRandom random = new SecureRandom();
    private final Issuer issuer = new Issuer(ISSUER, KEY_ID, SigningKey.generate(), random);
    private final JwtIssuer jwtIssuer = new JwtIssuer(SigningKey.generate(), random);
    private final Phone phone = new Phone(SigningKey.generate(), random);
    private final StatusListIssuer lists =
            new StatusListIssuer(STATUS_KEY_ID, SigningKey.generate());
    private final StatusArray statuses = new StatusArray(ENTRIES, 2);
    private final List<String> vectors = new ArrayList<>();

    private SelfCheckForge() {}

    public static void main(String[] arguments) throws IOException {
        new SelfCheckForge().writeTo(Path.of(arguments[0]));
    }

    private void writeTo(Path directory) throws IOException {
        String granted = present(credential(100)).toText();
        vector("granted", "granted 1", granted);
        statuses.set(101, StatusArray.REVOKED);
        vector("revoked", "denied 408", present(credential(101)).toText());
        statuses.set(102, StatusArray.SUSPENDED);
        vector("suspended", "denied 409", present(credential(102)).toText());
        vector("expired", "denied 402", present(credential(103).validUntil(PRESENTED_AT)).toText());
        var forged = credential(104).signedWith(SigningKey.generate());
        vector("forged issuer", "denied 304", present(forged).toText());
        var zero = credential(105).signature(signature -> new byte[signature.length]);
        vector("signature of zeros", "denied 304", present(zero).toText());
        var stolen = present(credential(106)).signedWith(SigningKey.generate());
        vector("stolen credential", "denied 201", stolen.toText());
        var old = present(credential(107)).issuedAt(PRESENTED_AT.minusSeconds(60));
        vector("old code", "denied 204", old.toText());
        vector("other gate", "denied 203", present(credential(108)).audience("other").toText());
        vector("other text", "denied 101", "https://selftest.invalid/");
        addSdJwts();
        Files.createDirectories(directory);
        Files.writeString(
                directory.resolve("vectors.tsv"), String.join("\n", vectors) + "\n", UTF_8);
        Files.write(directory.resolve("granted.bits"), bits(granted));
        for (Map.Entry<String, byte[]> file : trust().files().entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private void addSdJwts() {
        vector("SD-JWT", "granted 2", present(sdJwt(jwtIssuer, 110)).toText());
        statuses.set(111, StatusArray.REVOKED);
        vector("SD-JWT revoked", "denied 408", present(sdJwt(jwtIssuer, 111)).toText());
        var forger = new JwtIssuer(SigningKey.generate(), random);
        vector("SD-JWT forged issuer", "denied 304", present(sdJwt(forger, 112)).toText());
        var thief = new Phone(SigningKey.generate(), random);
        var stolen = thief.present(sdJwt(jwtIssuer, 113), SIGNED_AT).audience(GATE);
        vector("SD-JWT stolen", "denied 201", stolen.toText());
        var bearer = present(sdJwt(jwtIssuer, 114)).keyBindingText(_ -> "");
        vector("SD-JWT no holder", "denied 210", bearer.toText());
        var other = present(sdJwt(jwtIssuer, 115)).hashed(text -> text + "x");
        vector("SD-JWT other disclosures", "denied 211", other.toText());
    }

    private SdJwt sdJwt(JwtIssuer by, long index) {
        return by.credential(phone, ISSUED_AT)
                .with(jwt -> jwt.header("kid", JWT_KEY_ID))
                .claim("iss", ISSUER)
                .claim("vct", TYPE)
                .claim("status", JwtIssuer.statusAt(index, URI));
    }

    private SdJwtPresentation present(SdJwt credential) {
        return phone.present(credential, SIGNED_AT).audience(GATE);
    }

    private Credential credential(long index) {
        return issuer.credential(phone, ISSUED_AT).type(TYPE).passClass(1).status(index, URI);
    }

    private Presentation present(Credential credential) {
        return phone.present(credential, SIGNED_AT).audience(GATE);
    }

    private void vector(String name, String expected, String payload) {
        vectors.add(name + "\t" + expected + "\t" + payload);
    }

    private TrustDirectory trust() {
        JsonMap policy =
                new JsonMap()
                        .put("site", "selftest")
                        .put("zone", "Asia/Seoul")
                        .put("lanes", List.of("p1-qr", "p2-qr"));
        return new TrustDirectory()
                .issuer(entry(issuer.trustEntry(lists), lists.trustEntry()))
                .issuer(
                        entry(jwtIssuer.trustEntry(lists), lists.jwtTrustEntry())
                                .put("iss", ISSUER)
                                .put("kid", JWT_KEY_ID))
                .policy(policy)
                .statusList(URI, lists.token(URI, statuses, ISSUED_AT).toBytes())
                .statusList(URI, lists.jwt(URI, statuses, ISSUED_AT).toText());
    }

    /** An issuer's entry, made for this realm and its year. */
    private static JsonMap entry(JsonMap issuer, JsonMap list) {
        return issuer.put("realm", "selftest")
                .put("vct", List.of(TYPE))
                .put("validFrom", "2001-01-01T00:00:00Z")
                .put("validUntil", "2002-01-01T00:00:00Z")
                .put("status", List.of(list.put("uriPrefix", URI).put("maxEntries", ENTRIES)));
    }

    /** Two bytes of width, two of height, rows of bits: three pixels a module, four of margin. */
    private static byte[] bits(String text) {
        var picture = QrCode.of(text).picture(3, 4);
        int rowBytes = Math.ceilDiv(picture.width(), 8);
        ByteBuffer out = ByteBuffer.allocate(4 + rowBytes * picture.height());
        out.putShort((short) picture.width()).putShort((short) picture.height());
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                if (picture.luma()[y * picture.width() + x] == 0) {
                    int at = 4 + y * rowBytes + x / 8;
                    out.put(at, (byte) (out.get(at) | 0x80 >> x % 8));
                }
            }
        }
        return out.array();
    }
}
