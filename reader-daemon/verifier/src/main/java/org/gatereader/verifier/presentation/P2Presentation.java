package org.gatereader.verifier.presentation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.encoding.Base64Url;
import org.gatereader.verifier.encoding.CompactJws;
import org.gatereader.verifier.encoding.JsonObject;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Lane;
import org.gatereader.verifier.verdict.Verdict;

/**
 * A well-formed P2 presentation: an SD-JWT VC with its disclosures and, as a rule, a key-binding
 * JWT (RFC 9901; draft-ietf-oauth-sd-jwt-vc). Its claims are read only after the issuer's signature
 * held, for only then are its digests worth anything.
 */
public final class P2Presentation implements Presentation {
    private final Lane lane;
    private final List<byte[]> challenges;
    private final P2Documents documents;

    P2Presentation(Lane lane, List<byte[]> challenges, P2Documents documents) {
        this.lane = lane;
        // A challenge is bytes, and a nonce is the text by which a display shows them.
        this.challenges =
                challenges.stream().map(bytes -> Base64Url.encode(bytes).getBytes(UTF_8)).toList();
        this.documents = documents;
    }

    @Override
    public Lane lane() {
        return lane;
    }

    @Override
    public List<byte[]> challenges() {
        return challenges;
    }

    /** {@code iss}, unproved: good to find a trust entry by. */
    public Optional<String> issuer() {
        return documents.credential().claims().text("iss");
    }

    /** {@code vct}, unproved. */
    public Optional<String> type() {
        return documents.credential().claims().text("vct");
    }

    /** {@code kid} of the issuer's key, unproved. */
    public Optional<String> keyId() {
        return documents.credential().text("kid");
    }

    /** The issuer's signature and exactly the bytes that it is over. */
    public CompactJws credential() {
        return documents.credential().envelope();
    }

    /** The holder's signature and exactly the bytes that it is over. */
    public Optional<CompactJws> keyBinding() {
        return documents.keyBinding().map(P2Jwt::envelope);
    }

    /** What the holder's {@code sd_hash} must be: over the bytes as received. */
    public String hash(CryptoModule crypto) {
        return Base64Url.encode(crypto.sha256(documents.hashed().getBytes(US_ASCII)));
    }

    /** The issuer's claims with the disclosures in their places; refused with 114. */
    public Verdict<JsonObject> disclose(CryptoModule crypto) {
        return DisclosedClaims.of(crypto, documents.credential().claims(), documents.disclosures());
    }

    /** What both signers say, once disclosed; refused with 108. */
    public Verdict<P2Claims> claims(JsonObject disclosed) {
        return P2Claims.read(disclosed, documents.keyBinding().map(P2Jwt::claims), this)
                .map(Verdict::passed)
                .orElseGet(() -> Verdict.refused(DenyReason.CLAIMS_INVALID));
    }
}
