package org.gatereader.tests.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.Jwt;
import org.gatereader.demo.wallet.JwtIssuer;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.encoding.KeyName;
import org.gatereader.verifier.revocation.ListReading;
import org.gatereader.verifier.revocation.RevocationList;
import org.gatereader.verifier.revocation.RevocationState;
import org.gatereader.verifier.revocation.StatusListSource;
import org.gatereader.verifier.revocation.StatusListSource.Format;
import org.gatereader.verifier.revocation.StatusListSource.Signer;
import org.gatereader.verifier.verdict.DenyReason;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** W3C Bitstring Status List 1.0 in a JWT: read into a list as ours are, or refused by a rule. */
class BitstringStatusListTest {
    private static final int ENTRIES = 1 << 17;
    private static final String URI = DemoSite.STATUS_URI;

    /** Of the specification's own example: 131 072 entries, none set (section 2.2). */
    private static final String OF_THE_SPECIFICATION =
            "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";

    private static final StatusListIssuer ISSUER = StatusListIssuer.demo();

    private final List<DynamicTest> tests = new ArrayList<>();

    @Test
    void theFirstEntryIsTheLeftmostBitAndASetOneIsRevoked() {
        byte[] bits = new byte[ENTRIES / 8];
        var random = new Random(5);
        random.nextBytes(bits);
        RevocationList list = accepted(jwt("revocation", encoded(bits)));
        assertEquals(ENTRIES, list.size());
        for (int index = 0; index < ENTRIES; index++) {
            boolean isSet = (bits[index / 8] >> (7 - index % 8) & 1) == 1;
            var expected = isSet ? RevocationState.REVOKED : RevocationState.VALID;
            assertEquals(expected, list.stateAt(index), "index " + index);
        }
        assertEquals(RevocationState.NOT_COVERED, list.stateAt(ENTRIES));
    }

    @Test
    void aSetBitOfASuspensionListIsASuspension() {
        byte[] bits = new byte[ENTRIES / 8];
        bits[0] = 0b0100_0001;
        RevocationList list = accepted(jwt("suspension", encoded(bits)));
        assertEquals(ENTRIES, list.size());
        for (int index = 0; index < ENTRIES; index++) {
            boolean isSet = index == 1 || index == 7;
            var expected = isSet ? RevocationState.SUSPENDED : RevocationState.VALID;
            assertEquals(expected, list.stateAt(index), "index " + index);
        }
    }

    @Test
    void theListOfTheSpecificationIsRead() {
        RevocationList list = accepted(jwt("revocation", OF_THE_SPECIFICATION));
        assertEquals(131_072, list.size());
        assertEquals(RevocationState.VALID, list.stateAt(94_567));
    }

    /** From the trust directory to the refusal. */
    @Test
    void whoPointsIntoItIsJudgedByIt() {
        byte[] bits = new byte[ENTRIES / 8];
        bits[(int) World.INDEX / 8] = (byte) (0x80 >>> World.INDEX % 8);
        assertEquals(Optional.of(DenyReason.SUSPENDED), refusal("suspension", bits));
        assertEquals(Optional.of(DenyReason.REVOKED), refusal("revocation", bits));
        assertEquals(Optional.empty(), refusal("revocation", new byte[ENTRIES / 8]));
    }

    private static Optional<DenyReason> refusal(String purpose, byte[] bits) {
        var world = new P2World(new World());
        var source = world.world.lists.trustEntry().put("format", "bitstring");
        world.trustEntry.put("status", List.of(source));
        world.world.moreFiles.put(
                DemoSite.statusFile(URI, "bitstring"),
                jwt(purpose, encoded(bits)).toText().getBytes(UTF_8));
        var status = JwtIssuer.statusAt(World.INDEX, URI);
        var token = world.present(world.credential().claim("status", status));
        return world.world.decideText(token.toText()) instanceof AccessDecision.Denied<?> denied
                ? Optional.of(denied.reason())
                : Optional.empty();
    }

    @TestFactory
    Stream<DynamicTest> whatItIsNotIsRefusedByARule() {
        refuses("typ", "typ: expected vc+jwt", jwt -> jwt.header("typ", "JWT"));
        refuses("alg", "alg: expected ES256", jwt -> jwt.header("alg", "none"));
        refuses("crit", "header: expected alg", jwt -> jwt.header("crit", List.of("exp")));
        refuses("kid", "kid: expected", jwt -> jwt.header("kid", "other"));
        refuses("stranger", "signature: expected", jwt -> jwt.signedWith(World.stranger()));
        refuses("context", "@context: expected", jwt -> jwt.withoutClaim("@context"));
        refuses("type", "type: expected", jwt -> jwt.claim("type", List.of("Other")));
        refuses("no start", "validFrom: expected", jwt -> jwt.withoutClaim("validFrom"));
        refuses("no end", "validUntil: expected", jwt -> jwt.withoutClaim("validUntil"));
        refuses("other uri", "sub: expected a uri", jwt -> jwt.claim("id", "https://other/1"));
        refuses(
                "too long a life",
                "exp: expected",
                jwt -> jwt.claim("validUntil", World.NOON.plus(Duration.ofDays(32)).toString()));
        refuses("subject", "credentialSubject: expected", j -> j.claim("credentialSubject", 1));
        refusesSubject("purpose", "credentialSubject.statusPurpose", subject("refresh", zeros(0)));
        refusesSubject("multibase", "encodedList: expected u", subject("revocation", "zAAAA"));
        refusesSubject("no GZIP", "encodedList: expected u", subject("revocation", "uAAAA"));
        refusesSubject("too short", "encodedList: expected at least", small());
        refusesSubject("too long", "status_list.lst: expected at most", large());
        refusesSubject("wrong length told", "encodedList: expected the length", trailer());
        refusesSubject("bytes after it", "status_list.lst: expected nothing", twice());
        return tests.stream();
    }

    private static JsonMap small() {
        return subject("revocation", encoded(new byte[ENTRIES / 8 - 1]));
    }

    private static JsonMap large() {
        return subject("revocation", encoded(new byte[ENTRIES / 4 + 1]));
    }

    private static JsonMap trailer() {
        byte[] gzip = gzip(new byte[ENTRIES / 8]);
        gzip[gzip.length - 1] ^= 1;
        return subject("revocation", multibase(gzip));
    }

    private static JsonMap twice() {
        byte[] gzip = gzip(new byte[ENTRIES / 8]);
        byte[] two = Arrays.copyOf(gzip, 2 * gzip.length);
        System.arraycopy(gzip, 0, two, gzip.length, gzip.length);
        return subject("revocation", multibase(two));
    }

    private static String zeros(int more) {
        return encoded(new byte[ENTRIES / 8 + more]);
    }

    private void refusesSubject(String name, String problem, JsonMap subject) {
        refuses(name, problem, jwt -> jwt.claim("credentialSubject", subject));
    }

    private void refuses(String name, String problem, UnaryOperator<Jwt> change) {
        tests.add(
                DynamicTest.dynamicTest(
                        name,
                        () -> {
                            Jwt jwt = change.apply(jwt("revocation", zeros(0)));
                            var rejected = assertInstanceOf(ListReading.Rejected.class, read(jwt));
                            assertTrue(rejected.fault().startsWith(problem), rejected.fault());
                        }));
    }

    private static RevocationList accepted(Jwt jwt) {
        ListReading reading = read(jwt);
        assertInstanceOf(ListReading.Accepted.class, reading, reading.toString());
        return ((ListReading.Accepted) reading).list();
    }

    private static ListReading read(Jwt jwt) {
        var key = World.CRYPTO.p256Key(ISSUER.key().x(), ISSUER.key().y()).orElseThrow();
        var source =
                new StatusListSource(
                        DemoSite.STATUS_URI_PREFIX,
                        Format.BITSTRING,
                        new Signer(KeyName.of("73743031"), key),
                        2L * ENTRIES);
        return source.read(jwt.toText().getBytes(UTF_8), World.NOON);
    }

    private static Jwt jwt(String purpose, String encodedList) {
        return ISSUER.foreignJwt(URI, new StatusArray(64, 1), World.NOON)
                .header("typ", "vc+jwt")
                .withoutClaim("sub")
                .withoutClaim("iat")
                .withoutClaim("exp")
                .withoutClaim("status_list")
                .claim("@context", List.of("https://www.w3.org/ns/credentials/v2"))
                .claim("id", URI)
                .claim("type", List.of("VerifiableCredential", "BitstringStatusListCredential"))
                .claim("issuer", DemoSite.ISSUER)
                .claim("validFrom", World.NOON.minusSeconds(60).toString())
                .claim("validUntil", World.NOON.plus(Duration.ofDays(7)).toString())
                .claim("credentialSubject", subject(purpose, encodedList));
    }

    private static JsonMap subject(String purpose, String encodedList) {
        return new JsonMap()
                .put("id", URI + "#list")
                .put("type", "BitstringStatusList")
                .put("statusPurpose", purpose)
                .put("encodedList", encodedList);
    }

    private static String encoded(byte[] bitstring) {
        return multibase(gzip(bitstring));
    }

    private static String multibase(byte[] bytes) {
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] gzip(byte[] bitstring) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(bitstring);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
