package org.gatereader.demo.wallet;

import java.time.Instant;
import java.util.random.RandomGenerator;

/** The holder's phone: one key, and presentations signed with it. */
public final class Phone {
    /** The shortest that PROFILE-P1 allows; every byte of a QR code costs reading distance. */
    private static final int TOKEN_ID_BYTES = 8;

    /** The fewest whose base64url has the 16 characters that PROFILE-P2 demands. */
    private static final int NONCE_BYTES = 12;

    private final SigningKey key;
    private final RandomGenerator random;

    /**
     * A phone with any key.
     *
     * @param random draws the number of each token; seeded, it draws the same again
     */
    public Phone(SigningKey key, RandomGenerator random) {
        this.key = key;
        this.random = random;
    }

    /** The demo's first phone with its fixed, public key. */
    public static Phone demo(RandomGenerator random) {
        return new Phone(DemoKeys.named("phone"), random);
    }

    public SigningKey key() {
        return key;
    }

    /** Presents a credential, which is signed by its issuer here and now. */
    public Presentation present(Credential credential, Instant now) {
        return present(credential.toCbor(), now);
    }

    /** A presentation to the demo's gate that keeps every rule: change what a test is about. */
    public Presentation present(Cbor issued, Instant now) {
        byte[] tokenId = new byte[TOKEN_ID_BYTES];
        random.nextBytes(tokenId);
        return new Presentation(key)
                .algorithm(Labels.ALG_ESP256)
                .credential(issued)
                .header(Labels.HEADER_TYP, Cbor.integer(Labels.TYP_KEY_BINDING))
                .audience(DemoSite.GATE)
                .issuedAt(now)
                .tokenId(tokenId);
    }

    /** The same for an SD-JWT: everything is disclosed, and the nonce is the phone's own. */
    public SdJwtPresentation present(SdJwt issued, Instant now) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return new SdJwtPresentation(key, issued)
                .audience(DemoSite.GATE)
                .with(token -> token.claim("iat", now))
                .nonce(Jwt.base64Url(nonce));
    }
}
