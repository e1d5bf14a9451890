package org.gatereader.verifier.trust.tuf;

import java.util.Optional;
import org.gatereader.verifier.crypto.CryptoModule;

/**
 * What one role's file says of another's (METAFILES of section 4.4).
 *
 * @param bytesMax the length that is listed, or nothing
 * @param hashes none where the repository leaves them out: the version alone is compared then
 */
record MetaFile(long version, Optional<Long> bytesMax, Hashes hashes) {
    static MetaFile read(Fields file) throws TufException {
        Optional<Fields> hashes = file.optionalObject("hashes");
        return new MetaFile(
                file.integer("version", 1),
                file.has("length") ? Optional.of(file.integer("length", 1)) : Optional.empty(),
                hashes.isPresent() ? Hashes.read(hashes.get()) : Hashes.NONE);
    }

    /** How much of it is fetched: what is listed, and never more than the role may have. */
    int bytesMax(int ofRole) {
        return (int) Math.min(ofRole, bytesMax.orElse((long) ofRole));
    }

    /** Says whether these bytes have the hashes that are listed, if any are. */
    boolean hasHashesOf(byte[] bytes, CryptoModule crypto) {
        return hashes.equals(Hashes.NONE) || hashes.match(bytes, crypto);
    }
}
