package org.gatereader.verifier.trust.tuf;

/**
 * The signed part of timestamp (section 4.6).
 *
 * @param snapshot the only file that it lists
 */
record TimestampMetadata(Header header, MetaFile snapshot) {
    static TimestampMetadata read(Fields signed) throws TufException {
        Header header = Header.read(signed, RootMetadata.TIMESTAMP);
        Fields meta = signed.object("meta");
        // "This MUST only include a description of the snapshot.json file" (4.6).
        TufException.require(meta.json().size() == 1, Refusal.MALFORMED);
        return new TimestampMetadata(header, MetaFile.read(meta.object("snapshot.json")));
    }
}
