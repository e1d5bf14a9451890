package org.gatereader.verifier.trust.tuf;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * What the file of every role says of itself (sections 4.3 to 4.6).
 *
 * @param expires from this instant on it is not trusted
 */
record Header(long version, Instant expires) {
    private static final Pattern SPEC_VERSION_1 = Pattern.compile("1(\\.\\d{1,4}){1,2}");
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

    /** Reads it, and sees that the file was signed for this role and for this specification. */
    static Header read(Fields signed, String role) throws TufException {
        TufException.require(signed.text("_type").equals(role), Refusal.WRONG_TYPE);
        String specification = signed.text("spec_version");
        TufException.require(SPEC_VERSION_1.matcher(specification).matches(), Refusal.MALFORMED);
        return new Header(signed.integer("version", 1), instant(signed.text("expires")));
    }

    private static Instant instant(String dateTime) throws TufException {
        TufException.require(DATE_TIME.matcher(dateTime).matches(), Refusal.MALFORMED);
        try {
            return Instant.parse(dateTime);
        } catch (DateTimeException _) {
            throw new TufException(Refusal.MALFORMED);
        }
    }
}
