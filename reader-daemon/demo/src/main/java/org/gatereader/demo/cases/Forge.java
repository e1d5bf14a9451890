package org.gatereader.demo.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.Credential;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Issuer;
import org.gatereader.demo.wallet.Phone;
import org.gatereader.demo.wallet.Presentation;

/** The bench on which a case is made: an issuer, a phone, an instant. */
public final class Forge {
    /** Credentials are older than any presentation, as in life. */
    private static final Duration CREDENTIAL_AGE = Duration.ofHours(3);

    private final Instant now;
    private final RandomGenerator random;
    private final Issuer issuer;
    private final Phone phone;

    /**
     * A bench at one instant.
     *
     * @param now the gate's time
     * @param random seeded, it makes the same case again, but for signatures: the JDK's are random
     */
    public Forge(Instant now, RandomGenerator random) {
        this.now = now;
        this.random = random;
        this.issuer = Issuer.demo(random);
        this.phone = Phone.demo(random);
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

    /** Presents this credential to the demo's gate, now. */
    public Presentation present(Credential credential) {
        return phone.present(credential, now);
    }

    /** Presents what is already signed, or what never was a credential. */
    public Presentation present(Cbor issued) {
        return phone.present(issued, now);
    }
}
