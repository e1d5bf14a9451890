package org.gatereader.demo.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.Credential;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.GateChallenge;
import org.gatereader.demo.wallet.Issuer;
import org.gatereader.demo.wallet.JwtIssuer;
import org.gatereader.demo.wallet.Phone;
import org.gatereader.demo.wallet.Presentation;
import org.gatereader.demo.wallet.SdJwt;
import org.gatereader.demo.wallet.SdJwtPresentation;

/** The bench on which a case is made: an issuer, a phone, an instant. */
public final class Forge {
    /** Credentials are older than any presentation, as in life. */
    private static final Duration CREDENTIAL_AGE = Duration.ofHours(3);

    /** The challenge of a gate that is not there. */
    private static final GateChallenge FILED =
            new GateChallenge(DemoSite.GATE, "Dx4tPEtaaXiHlqW0w9Lh8A");

    private final Instant now;
    private final RandomGenerator random;
    private final Optional<GateChallenge> challenge;
    private final Issuer issuer;
    private final JwtIssuer jwtIssuer;
    private final Phone phone;

    /**
     * A bench before a gate that shows no challenge.
     *
     * @param now the gate's time
     * @param random seeded, it makes the same case again, but for signatures: the JDK's are random
     */
    public Forge(Instant now, RandomGenerator random) {
        this(now, random, Optional.empty());
    }

    /**
     * A bench at one instant.
     *
     * @param challenge what the phone reads off the gate's display
     */
    public Forge(Instant now, RandomGenerator random, Optional<GateChallenge> challenge) {
        this.now = now;
        this.random = random;
        this.challenge = challenge;
        this.issuer = Issuer.demo(random);
        this.jwtIssuer = JwtIssuer.demo(random);
        this.phone = Phone.demo(random);
    }

    /** A bench for files, which no gate stands before: its challenge is {@link #FILED}. */
    public static Forge forFiles(Scene scene, RandomGenerator random) {
        return new Forge(scene.beginsAt(), random, challengeOfFiles(scene));
    }

    /** What counts where the files of a scene are judged. */
    public static Optional<GateChallenge> challengeOfFiles(Scene scene) {
        return scene == Scene.CHALLENGE ? Optional.of(FILED) : Optional.empty();
    }

    public Instant now() {
        return now;
    }

    public RandomGenerator random() {
        return random;
    }

    public Phone phone() {
        return phone;
    }

    /** A phone that holds another key. */
    public Phone otherPhone() {
        return new Phone(DemoKeys.named("phone-second"), random);
    }

    /** A credential that keeps every rule: change what the case is about. */
    public Credential credential() {
        return credentialOf(issuer);
    }

    /** The same from another issuer. */
    public Credential credentialOf(Issuer other) {
        return other.credential(phone, now.minus(CREDENTIAL_AGE));
    }

    /** The demo issuer's name, under any key and key id. */
    public Issuer issuerWith(byte[] keyId, String demoKey) {
        return new Issuer(DemoSite.ISSUER, keyId, DemoKeys.named(demoKey), random);
    }

    /** Another name altogether. */
    public Issuer issuerNamed(String name, String demoKey) {
        return new Issuer(name, issuer.keyId(), DemoKeys.named(demoKey), random);
    }

    /** A presentation that keeps every rule. */
    public Presentation presentation() {
        return present(credential());
    }

    /** Presents this credential to the demo's gate, now; a phone answers what the gate shows. */
    public Presentation present(Credential credential) {
        return present(credential.toCbor());
    }

    /** Presents what is already signed, or what never was a credential. */
    public Presentation present(Cbor issued) {
        var presentation = phone.present(issued, now);
        challenge.ifPresent(shown -> presentation.challenge(shown.bytes()));
        return presentation;
    }

    /** A code as for a gate that shows no challenge. */
    public Presentation oneWay() {
        return phone.present(credential(), now);
    }

    /** The second pass, an SD-JWT that keeps every rule: change what the case is about. */
    public SdJwt sdJwt() {
        return jwtIssuer.credential(phone, now.minus(CREDENTIAL_AGE));
    }

    /** Presents it; everything is disclosed. */
    public SdJwtPresentation present(SdJwt credential) {
        return present(phone, credential);
    }

    /** The same from any phone. */
    public SdJwtPresentation present(Phone holder, SdJwt credential) {
        var presentation = holder.present(credential, now);
        challenge.ifPresent(shown -> presentation.nonce(shown.nonce()));
        return presentation;
    }
}
