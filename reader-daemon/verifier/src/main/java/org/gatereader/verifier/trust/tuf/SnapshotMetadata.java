package org.gatereader.verifier.trust.tuf;

import java.util.HashMap;
import java.util.Map;

/**
 * The signed part of snapshot (section 4.4).
 *
 * @param files by the name of the file, such as {@code targets.json}
 */
record SnapshotMetadata(Header header, Map<String, MetaFile> files) {
    static SnapshotMetadata read(Fields signed) throws TufException {
        Header header = Header.read(signed, RootMetadata.SNAPSHOT);
        Map<String, MetaFile> files = new HashMap<>();
        for (Map.Entry<String, Fields> entry : signed.object("meta").objects().entrySet()) {
            files.put(entry.getKey(), MetaFile.read(entry.getValue()));
        }
        return new SnapshotMetadata(header, Map.copyOf(files));
    }

    /** Says whether {@code next} lists every file that this one lists, none in an older version. */
    boolean isContinuedBy(SnapshotMetadata next) {
        return files.entrySet().stream()
                .allMatch(
                        held -> {
                            MetaFile listed = next.files.get(held.getKey());
                            return listed != null && listed.version() >= held.getValue().version();
                        });
    }
}
