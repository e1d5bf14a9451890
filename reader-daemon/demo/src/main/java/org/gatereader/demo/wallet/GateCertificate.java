package org.gatereader.demo.wallet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;

/** The site's word that a key is a gate's, while it is being made (PROFILE-P1, Tap, gate-cert). */
public final class GateCertificate extends CwtBuilder<GateCertificate> {
    static final String TYPE = "application/gr-gate+cwt";

    /** What a wallet takes at most. */
    static final Duration LIFETIME_MAX = Duration.ofDays(31);

    /** The claim that names the gate. */
    static final long CLAIM_GATE = 2;

    private static final byte[] KEY_ID = "tap1".getBytes(StandardCharsets.US_ASCII);

    private GateCertificate(SigningKey site) {
        super(site);
    }

    /**
     * A certificate that keeps every rule, for a month less a day: change what a test is about.
     *
     * @param site signs
     * @param key the gate's
     */
    public static GateCertificate of(SigningKey site, String gate, SigningKey key, Instant now) {
        return new GateCertificate(site)
                .algorithm(Labels.ALG_ESP256)
                .header(Labels.HEADER_KID, Cbor.bytes(KEY_ID))
                .header(Labels.HEADER_TYP, Cbor.text(TYPE))
                .gate(gate)
                .expires(now.plus(LIFETIME_MAX).minus(Duration.ofDays(1)))
                .key(key);
    }

    /** The demo's gate as the demo's site certifies it. */
    public static GateCertificate demo(Instant now) {
        return of(DemoKeys.named("tap-site"), DemoSite.GATE, DemoKeys.named("tap-gate"), now);
    }

    /**
     * Writes the demo's certificate and key where a gate's configuration finds them: {@code
     * gate.cert} and {@code gate.key}, the latter for its owner alone.
     */
    public static void writeDemoFiles(Path directory, Instant now) throws IOException {
        Files.write(directory.resolve("gate.cert"), demo(now).toBytes());
        Path key = directory.resolve("gate.key");
        Files.deleteIfExists(key);
        Files.createFile(
                key,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(key, DemoKeys.named("tap-gate").toPkcs8());
    }

    public GateCertificate gate(String gate) {
        return claim(CLAIM_GATE, Cbor.text(gate));
    }

    public GateCertificate expires(Instant exp) {
        return claim(Labels.CLAIM_EXP, exp);
    }

    public GateCertificate key(SigningKey key) {
        return claim(
                Labels.CLAIM_CNF,
                Cbor.map(new CborMap().put(Labels.CNF_COSE_KEY, Cbor.map(key.coseKey()))));
    }

    @Override
    GateCertificate self() {
        return this;
    }
}
