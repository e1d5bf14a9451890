package org.gatereader.tests.endtoend;

import com.upokecenter.cbor.CBORObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.JwtIssuer;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.tests.Checkout;

/**
 * An issuer and a phone of others: {@code tests/peers/sd-jwt/phone.mjs} makes what they sign with
 * libraries that nobody here wrote. One process, one line a request.
 */
final class ForeignHolder implements AutoCloseable {
    private static final Path PEER = Checkout.root().resolve("tests/peers/sd-jwt");
    private static final String ISSUER = "https://issuer.example";
    private static final String KEY_ID = "issuer-1";

    private final Process node;
    private final Writer requests;
    private final BufferedReader answers;

    ForeignHolder() throws IOException {
        if (!Files.isDirectory(PEER.resolve("node_modules"))) {
            throw new IllegalStateException(
                    "install Node.js and npm, then run: npm ci --prefix tests/peers/sd-jwt");
        }
        node =
                new ProcessBuilder("node", PEER.resolve("phone.mjs").toString())
                        .redirectError(Redirect.INHERIT)
                        .start();
        requests = node.outputWriter();
        answers = node.inputReader();
    }

    /** Issues a credential for a day; answers the entry of {@code issuers.json} for its issuer. */
    JsonMap issue(Instant now) {
        var claims =
                new JsonMap()
                        .put("iss", ISSUER)
                        .put("vct", DemoSite.JWT_TYPE)
                        .put("iat", now.getEpochSecond() - 60)
                        .put("exp", now.getEpochSecond() + 86_400)
                        .put("status", JwtIssuer.statusAt(4711, DemoSite.JWT_STATUS_URI))
                        .put("pass_class", 2)
                        .put("agency", "MOIS");
        var request =
                new JsonMap()
                        .put("issue", claims)
                        .put("kid", KEY_ID)
                        .put("disclosable", List.of("pass_class", "agency"));
        var jwk = ask(request).get("jwk");
        return new JsonMap()
                .put("realm", "test")
                .put("iss", ISSUER)
                .put("kid", KEY_ID)
                .put("alg", "ES256")
                .put("jwk", jwk(jwk))
                .put("vct", List.of(DemoSite.JWT_TYPE))
                .put("validFrom", now.minusSeconds(3600).toString())
                .put("validUntil", now.plusSeconds(86_400).toString())
                .put("status", List.of(StatusListIssuer.demo().jwtTrustEntry()));
    }

    /** The text of a presentation that discloses these claims. */
    String present(String audience, String nonce, Instant now, String... disclosed) {
        var request =
                new JsonMap()
                        .put("present", List.of(disclosed))
                        .put("aud", audience)
                        .put("nonce", nonce)
                        .put("iat", now.getEpochSecond());
        return ask(request).get("presentation").AsString();
    }

    @Override
    public void close() {
        node.destroy();
    }

    private CBORObject ask(JsonMap request) {
        try {
            requests.write(request.toLine() + "\n");
            requests.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the foreign holder ended without an answer");
            }
            return CBORObject.FromJSONString(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonMap jwk(CBORObject jwk) {
        var members = new JsonMap();
        for (String name : List.of("kty", "crv", "x", "y")) {
            members.put(name, jwk.get(name).AsString());
        }
        return members;
    }
}
