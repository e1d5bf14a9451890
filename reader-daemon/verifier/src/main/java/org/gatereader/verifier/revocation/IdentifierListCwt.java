package org.gatereader.verifier.revocation;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.gatereader.verifier.encoding.CborMap;
import org.gatereader.verifier.encoding.CborValue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list whose entries have identifiers instead of an index, and turns it into a list as ours
 * are: sorted, so that it can be searched where it is mapped.
 */
final class IdentifierListCwt {
    /** More than the staff of a central government; a list in this form is read into memory. */
    static final int ENTRIES_MAX = 1 << 18;

    /** Key, value, and what an issuer may say of an entry; besides, claims and what they hold. */
    static final int ITEMS_MAX = 64 + 4 * ENTRIES_MAX;

    /** The two forms. */
    enum Form {
        /**
         * ISO/IEC 18013-5, second edition: whose identifier is here is revoked, and nobody else.
         * Certificates come along, and count for nothing: the trust entry names the key.
         */
        ISO(ListCwt.IDENTIFIERS, 65_530, RevocationState.VALID) {
            @Override
            int value(CborValue info) {
                return info instanceof CborMap ? 1 : NONE;
            }
        },
        /**
         * A table of ours, for issuers whose credentials have a name and a state, as the Korean
         * ones: who is suspended can be restored, and of whom it does not tell nothing is known.
         */
        STATES(ListCwt.STATES, -65_539, RevocationState.NOT_COVERED) {
            @Override
            int value(CborValue state) {
                return state instanceof CborValue.Int number
                                && number.isUnsigned()
                                && number.fitsLong()
                                && number.longValue() <= 0xFF
                        ? (int) number.longValue()
                        : NONE;
            }
        };

        /** No entry can be made of it. */
        private static final int NONE = -1;

        private final ListCwt cwt;
        private final long claim;
        private final RevocationState absent;

        Form(ListCwt cwt, long claim, RevocationState absent) {
            this.cwt = cwt;
            this.claim = claim;
            this.absent = absent;
        }

        /** The status value that an entry stands for; -1 where it stands for none. */
        abstract int value(CborValue entry);
    }

    private final Form form;
    private final StatusListSource source;
    private final Instant now;

    IdentifierListCwt(Form form, StatusListSource source, Instant now) {
        this.form = form;
        this.source = source;
        this.now = now;
    }

    static Optional<String> claimedUri(Form form, byte[] token) {
        return form.cwt.claimedUri(token);
    }

    ListReading read(byte[] token) {
        try {
            CborMap claims = form.cwt.claims(token, source);
            StatusListContent content = ListCwt.content(ListCwt.uri(claims), claims);
            content.judge(source, now);
            return new ListReading.Accepted(list(content, identifiers(claims)));
        } catch (StatusListFault fault) {
            return fault.asRejected();
        }
    }

    private CborMap identifiers(CborMap claims) throws StatusListFault {
        @Nullable CborValue list = claims.get(form.claim).orElse(null);
        if (list instanceof CborMap named
                && named.get("identifiers").orElse(null) instanceof CborMap identifiers) {
            long most = Math.min(source.entriesMax(), ENTRIES_MAX);
            StatusListFault.unless(
                    identifiers.size() <= most, "identifiers: expected at most " + most);
            return identifiers;
        }
        throw new StatusListFault(form.claim + ": expected a map with identifiers");
    }

    private RevocationList list(StatusListContent content, CborMap identifiers)
            throws StatusListFault {
        int width = 1;
        for (CborMap.Entry entry : identifiers.entries()) {
            width = Math.max(width, identifier(entry).length);
        }
        var layout = new EntryLayout.Identified(width, form.absent);
        byte[][] records = new byte[identifiers.size()][];
        for (int i = 0; i < records.length; i++) {
            records[i] = record(identifiers.entries().get(i), layout);
        }
        Arrays.sort(records, Arrays::compareUnsigned);
        byte[] entries = new byte[records.length * layout.recordBytes()];
        for (int i = 0; i < records.length; i++) {
            System.arraycopy(records[i], 0, entries, i * records[i].length, records[i].length);
        }
        return content.toList(layout, ByteBuffer.wrap(entries));
    }

    private static byte[] identifier(CborMap.Entry entry) throws StatusListFault {
        byte[] identifier =
                entry.key() instanceof CborValue.Bytes bytes ? bytes.toByteArray() : new byte[0];
        StatusListFault.unless(
                identifier.length >= 1 && identifier.length <= EntryLayout.Identified.WIDTH_MAX,
                "identifiers: expected byte strings of 1 to "
                        + EntryLayout.Identified.WIDTH_MAX
                        + " bytes");
        return identifier;
    }

    private byte[] record(CborMap.Entry entry, EntryLayout.Identified layout)
            throws StatusListFault {
        byte[] identifier = identifier(entry);
        int value = form.value(entry.value());
        StatusListFault.unless(value >= 0, "identifiers: expected an entry of the list's form");
        byte[] record = Arrays.copyOf(identifier, layout.recordBytes());
        record[layout.width()] = (byte) identifier.length;
        record[layout.width() + 1] = (byte) value;
        return record;
    }
}
