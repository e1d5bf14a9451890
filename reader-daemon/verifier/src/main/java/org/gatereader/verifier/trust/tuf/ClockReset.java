package org.gatereader.verifier.trust.tuf;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.gatereader.verifier.crypto.CryptoModule;

/**
 * Two people's word that a gate's clock may begin anew (RULES, Clock): a JSON file in the envelope
 * of TUF metadata, whose signed part says {@code _type} "clock-reset", and the three members below.
 *
 * @param gate the one gate that it is for
 * @param nonce what that gate shows until a reset is taken; so each is taken once
 * @param passed a time that has passed: what the gate is to go on from
 */
public record ClockReset(String gate, String nonce, Instant passed) {
    /** Room for the signatures of a dozen people. */
    public static final int BYTES_MAX = 8 << 10;

    private static final String TYPE = "clock-reset";
    private static final long SIGNERS = 2;
    private static final Pattern NONCE = Pattern.compile("[0-9a-f]{32}");

    /**
     * Reads one that two different keys of role root have signed.
     *
     * @param trustedRoot the root metadata that the gate holds
     */
    public static Outcome<ClockReset> read(
            byte[] statement, byte[] trustedRoot, CryptoModule crypto) {
        try {
            return new Outcome.Trusted<>(verified(statement, trustedRoot, crypto));
        } catch (TufException refused) {
            return new Outcome.Refused<>(refused.refusal(), TYPE);
        }
    }

    private static ClockReset verified(byte[] statement, byte[] trustedRoot, CryptoModule crypto)
            throws TufException {
        SignedFile held = SignedFile.read(trustedRoot, TrustedMetadata.ROOT_BYTES_MAX);
        RootMetadata root = RootMetadata.read(held.signed(), crypto);
        SignedFile file = SignedFile.read(statement, BYTES_MAX);
        var people = new RoleKeys(root.keysOf(RootMetadata.ROOT).keys(), SIGNERS);
        TufException.require(people.haveSigned(file), Refusal.ROOT_NOT_SIGNED);
        Fields signed = file.signed();
        TufException.require(signed.text("_type").equals(TYPE), Refusal.WRONG_TYPE);
        String nonce = signed.text("nonce");
        TufException.require(NONCE.matcher(nonce).matches(), Refusal.MALFORMED);
        return new ClockReset(signed.text("gate"), nonce, instant(signed.text("passed")));
    }

    private static Instant instant(String text) throws TufException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw new TufException(Refusal.MALFORMED);
        }
    }
}
