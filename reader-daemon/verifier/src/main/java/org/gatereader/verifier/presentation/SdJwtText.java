package org.gatereader.verifier.presentation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatereader.verifier.encoding.Base64Url;
import org.gatereader.verifier.encoding.CompactJws;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Verdict;

/**
 * An SD-JWT in its compact form, taken apart: an issuer JWT, disclosures and a key-binding JWT,
 * with a tilde behind each of them but the last (RFC 9901, section 4).
 */
final class SdJwtText {
    /** RULES, SD-JWT VC. */
    private static final int LENGTH_MAX = 4096;

    /** A JSON object in base64url, then two parts more and a tilde: no other code begins so. */
    private static final Pattern BEGINNING = Pattern.compile("eyJ[^.~]*\\.[^.~]*\\.[^.~]*~");

    private static final String JWT = "[^.~]+\\.[^.~]+\\.[^.~]+";
    private static final Pattern WHOLE =
            Pattern.compile(
                    JWT + "(~[^.~]+){0," + DisclosedClaims.DISCLOSURES_MAX + "}~(" + JWT + ")?");

    private final CompactJws credential;
    private final List<String> disclosures;
    private final Optional<CompactJws> keyBinding;
    private final String hashed;

    private SdJwtText(
            CompactJws credential,
            List<String> disclosures,
            Optional<CompactJws> keyBinding,
            String hashed) {
        this.credential = credential;
        this.disclosures = disclosures;
        this.keyBinding = keyBinding;
        this.hashed = hashed;
    }

    /** Whether a text means to be one. */
    static boolean begins(String text) {
        return BEGINNING.matcher(text).lookingAt();
    }

    /** Refused with 103 if it is too long, 106 if it has other parts or more of them. */
    static Verdict<String> judgeForm(String text) {
        if (text.length() > LENGTH_MAX) {
            return Verdict.refused(DenyReason.TOO_LARGE);
        }
        return WHOLE.matcher(text).matches()
                ? Verdict.passed(text)
                : Verdict.refused(DenyReason.WRONG_SHAPE);
    }

    /**
     * Decodes a text whose form was judged.
     *
     * @return refused with 104 unless every part is canonical base64url
     */
    static Verdict<SdJwtText> decode(String text) {
        List<String> parts = Arrays.asList(text.split("~", -1));
        List<String> disclosures = parts.subList(1, parts.size() - 1);
        for (String disclosure : disclosures) {
            if (Base64Url.decode(disclosure) instanceof Verdict.Refused<byte[]>) {
                return Verdict.refused(DenyReason.TEXT_ENCODING);
            }
        }
        String hashed = text.substring(0, text.lastIndexOf('~') + 1);
        return CompactJws.split(parts.getFirst())
                .then(
                        credential ->
                                keyBinding(parts.getLast())
                                        .then(
                                                kb ->
                                                        Verdict.passed(
                                                                new SdJwtText(
                                                                        credential,
                                                                        disclosures,
                                                                        kb,
                                                                        hashed))));
    }

    private static Verdict<Optional<CompactJws>> keyBinding(String last) {
        return last.isEmpty()
                ? Verdict.passed(Optional.empty())
                : CompactJws.split(last).then(jws -> Verdict.passed(Optional.of(jws)));
    }

    /** Signed by the issuer. */
    CompactJws credential() {
        return credential;
    }

    List<String> disclosures() {
        return disclosures;
    }

    /** Signed by the holder; none if nothing stands behind the last tilde. */
    Optional<CompactJws> keyBinding() {
        return keyBinding;
    }

    /** What {@code sd_hash} is over: everything up to the last tilde (RFC 9901, section 4.3.1). */
    String hashed() {
        return hashed;
    }
}
