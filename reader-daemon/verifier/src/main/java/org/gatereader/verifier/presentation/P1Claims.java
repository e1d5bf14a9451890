package org.gatereader.verifier.presentation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatereader.verifier.encoding.CborMap;
import org.gatereader.verifier.encoding.CborValue;
import org.gatereader.verifier.encoding.Scalar;
import org.gatereader.verifier.presentation.HolderProof.Nonce;
import org.jspecify.annotations.Nullable;

/**
 * Check 6: every claim that P1 knows is there and of its type; what it does not know is ignored.
 */
final class P1Claims {
    private static final int COORDINATE_BYTES = 32;
    private static final long INDEX_MAX = 0xFFFF_FFFFL;
    private static final Set<Long> PROOF =
            Set.of(P1Labels.AUD, P1Labels.IAT, P1Labels.CTI, P1Labels.CNONCE);

    /**
     * Redaction markers of SD-CWT: P1 has nothing redacted, so they are no presentation of ours.
     */
    private static final int REDACTED_KEYS = 59;

    private static final Set<Long> REDACTION_TAGS = Set.of(58L, 60L, 62L);

    /** What {@link #scalars} calls a label. */
    private static final Pattern LABEL_NAME = Pattern.compile("-?\\d+|" + CredentialClaims.AGENCY);

    private P1Claims() {}

    /** The key-binding token's claims; empty if one is missing, of another type, or unknown. */
    static Optional<HolderProof> proof(CborMap claims) {
        var reader = new ClaimReader(claims);
        String audience = reader.text(P1Labels.AUD, 1, 64);
        long issuedAt = reader.unsigned(P1Labels.IAT);
        // The random makes each signature fresh; replay is keyed on the signed bytes as a whole.
        reader.bytes(P1Labels.CTI, 8, 16);
        Nonce nonce =
                reader.has(P1Labels.CNONCE)
                        ? new Nonce.Challenge(reader.bytes(P1Labels.CNONCE, 8, 32))
                        : new Nonce.OwnRandom();
        reader.requireOnly(PROOF);
        return reader.areValid()
                ? Optional.of(new HolderProof(audience, issuedAt, nonce))
                : Optional.empty();
    }

    /** The credential with its claims; empty if one is missing or of another type. */
    static Optional<CompactCredential> credential(CompactCredential.Header header, CborMap claims) {
        if (claims.containsAny(P1Claims::isRedaction) || !hasPlainKeys(claims)) {
            return Optional.empty();
        }
        var reader = new ClaimReader(claims);
        // The subject is checked for shape and left behind: a gate has no use for it.
        reader.text(P1Labels.SUB, 8, 24);
        var kind =
                new CredentialClaims.Kind(
                        reader.text(P1Labels.ISS, 1, 64),
                        reader.text(P1Labels.VCT, 1, 64),
                        reader.has(P1Labels.AUD) ? anyText(reader, P1Labels.AUD) : null,
                        reader.has(P1Labels.PASS_CLASS) ? reader.unsigned(P1Labels.PASS_CLASS) : 0);
        var validity = validity(reader);
        HolderKey key = confirmedKey(reader);
        StatusClaim status = status(reader.any(P1Labels.STATUS));
        if (reader.has(P1Labels.AGENCY)) {
            reader.text(P1Labels.AGENCY, 1, 32);
        }
        if (!reader.areValid() || key == null || status == null) {
            return Optional.empty();
        }
        var read = new CredentialClaims(kind, validity, status, scalars(claims));
        return Optional.of(new CompactCredential(header, read, key));
    }

    private static boolean isRedaction(CborValue value) {
        return (value instanceof CborValue.Simple simple && simple.number() == REDACTED_KEYS)
                || (value instanceof CborValue.Tag tag && REDACTION_TAGS.contains(tag.number()));
    }

    private static boolean hasPlainKeys(CborMap claims) {
        return claims.entries().stream()
                .allMatch(
                        entry ->
                                entry.key() instanceof CborValue.Int
                                        || entry.key() instanceof CborValue.Text);
    }

    private static String anyText(ClaimReader reader, long label) {
        return reader.text(label, 0, Integer.MAX_VALUE);
    }

    private static CredentialClaims.Validity validity(ClaimReader reader) {
        long issuedAt = reader.unsigned(P1Labels.IAT);
        long notBefore = reader.has(P1Labels.NBF) ? reader.unsigned(P1Labels.NBF) : issuedAt;
        return new CredentialClaims.Validity(issuedAt, notBefore, reader.unsigned(P1Labels.EXP));
    }

    /** {@code cnf}: one EC2 key on P-256 and nothing else (RFC 8747, section 3.2); null if not. */
    static @Nullable HolderKey confirmedKey(ClaimReader claims) {
        var confirmation = claims.exactMap(P1Labels.CNF, Set.of(P1Labels.CNF_KEY));
        var key =
                confirmation.exactMap(
                        P1Labels.CNF_KEY,
                        Set.of(P1Labels.KEY_KTY, P1Labels.KEY_CRV, P1Labels.KEY_X, P1Labels.KEY_Y));
        boolean isP256 =
                key.unsigned(P1Labels.KEY_KTY) == P1Labels.KTY_EC2
                        && key.unsigned(P1Labels.KEY_CRV) == P1Labels.CRV_P256;
        byte[] x = key.bytes(P1Labels.KEY_X, COORDINATE_BYTES, COORDINATE_BYTES);
        HolderKey holderKey =
                key.any(P1Labels.KEY_Y) instanceof CborValue.Bool sign
                        ? HolderKey.ofSignBit(x, sign.value())
                        : HolderKey.ofCoordinates(
                                x, key.bytes(P1Labels.KEY_Y, COORDINATE_BYTES, COORDINATE_BYTES));
        claims.requireValid(confirmation);
        claims.requireValid(key);
        return isP256 ? holderKey : null;
    }

    /** Null if there is a status claim that is none; which mechanisms count is check 17's. */
    private static @Nullable StatusClaim status(@Nullable CborValue claim) {
        if (claim == null) {
            return new StatusClaim.Absent();
        }
        if (!(claim instanceof CborMap mechanisms)) {
            return null;
        }
        CborValue list = mechanisms.get("status_list").orElse(null);
        if (list == null) {
            return new StatusClaim.OtherMechanism();
        }
        return mechanisms.size() == 1 && list instanceof CborMap entry && entry.size() == 2
                ? listEntry(entry)
                : null;
    }

    private static @Nullable StatusClaim listEntry(CborMap entry) {
        return entry.get("idx").orElse(null) instanceof CborValue.Int index
                        && index.isUnsigned()
                        && index.fitsLong()
                        && index.longValue() <= INDEX_MAX
                        && entry.get("uri").orElse(null) instanceof CborValue.Text uri
                        && ClaimReader.isSized(uri, 1, 128)
                ? new StatusClaim.ListEntry(index.longValue(), uri.value())
                : null;
    }

    /** Every claim with a single value, under its name or its label's digits, for the policy. */
    private static Map<String, Scalar> scalars(CborMap claims) {
        Map<String, Scalar> scalars = new HashMap<>();
        for (CborMap.Entry entry : claims.entries()) {
            String name = name(entry.key());
            Scalar value = scalar(entry.value());
            if (name != null && value != null) {
                scalars.put(name, value);
            }
        }
        return scalars;
    }

    /** Null for a key that no policy can ask for. */
    private static @Nullable String name(CborValue key) {
        return switch (key) {
            // The subject names a person, and a gate admits kinds of people.
            case CborValue.Int label when label.is(P1Labels.SUB) -> null;
            case CborValue.Int label when label.is(P1Labels.AGENCY) -> CredentialClaims.AGENCY;
            case CborValue.Int label -> label.bigValue().toString();
            // An extra claim is ignored where its name would pass for a label's.
            case CborValue.Text text when LABEL_NAME.matcher(text.value()).matches() -> null;
            case CborValue.Text text -> text.value();
            default -> null;
        };
    }

    private static @Nullable Scalar scalar(CborValue value) {
        return switch (value) {
            case CborValue.Text text -> new Scalar.Text(text.value());
            case CborValue.Int number when number.fitsLong() ->
                    new Scalar.Whole(number.longValue());
            case CborValue.Bool truth -> new Scalar.Truth(truth.value());
            default -> null;
        };
    }
}
