package org.gatereader.tests.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.GateCertificate;
import org.gatereader.demo.wallet.Issuer;
import org.gatereader.demo.wallet.Phone;
import org.gatereader.demo.wallet.Presentation;
import org.gatereader.demo.wallet.SigningKey;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.demo.wallet.TapRequest;
import org.gatereader.demo.wallet.TapWallet;
import org.gatereader.demo.wallet.TrustDirectory;

/**
 * A site that exists for one run: its keys are drawn here, in the machine's memory, and are gone
 * with it. Public ones would not do, for a gate with a real driver refuses them.
 */
final class LabSite {
    private static final int STATUS_BITS = 2;

    private final RandomGenerator random = new SecureRandom();
    private final Issuer issuer =
            new Issuer(DemoSite.ISSUER, utf8("lab1"), SigningKey.generate(), random);
    private final StatusListIssuer lists =
            new StatusListIssuer(utf8("lab2"), SigningKey.generate());
    private final SigningKey site = SigningKey.generate();

    /**
     * Writes what the gate is to trust: one issuer, and one list in which nobody is revoked, for
     * codes and taps.
     */
    void writeTrust(Path directory, Instant now) throws IOException {
        var states = new StatusArray(DemoSite.STATUS_ENTRIES, STATUS_BITS);
        var issuedAt = now.minusSeconds(60);
        new TrustDirectory()
                .issuer(issuer.trustEntry(lists).put("realm", "production"))
                .policy(DemoSite.policy().put("lanes", List.of("p1-qr", "p1-tap")))
                .statusList(
                        DemoSite.STATUS_URI,
                        lists.token(DemoSite.STATUS_URI, states, issuedAt).toBytes())
                .writeTo(directory);
    }

    /**
     * Writes what the gate shows to phones that are tapped: {@code gate.cert}, {@code gate.key}.
     */
    void writeGateProof(Path directory, Instant now) throws IOException {
        var key = SigningKey.generate();
        var certificate = GateCertificate.of(site, DemoSite.GATE, key, now);
        Files.write(directory.resolve("gate.cert"), certificate.toBytes());
        var file = directory.resolve("gate.key");
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, key.toPkcs8());
    }

    /** The wallet in the phone of such a person: it answers only to a gate of this site. */
    TapWallet wallet(Supplier<Instant> now) {
        return new TapWallet(request -> answer(request, now.get()), random, now).ofSite(site);
    }

    private byte[] answer(TapRequest request, Instant now) {
        return presentation(now).audience(request.gate()).challenge(request.challenge()).toBytes();
    }

    /** A person nobody has seen before, who presents a pass of this hour now. */
    Presentation presentation(Instant now) {
        var phone = new Phone(SigningKey.generate(), random);
        return phone.present(issuer.credential(phone, now.minusSeconds(3600)), now);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
