package org.gatereader.verifier.presentation;

import java.util.Optional;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.crypto.P256Key;
import org.jspecify.annotations.Nullable;

/** The holder's key as the credential writes it: coordinates that may or may not be a point. */
public final class HolderKey {
    private final byte[] x;
    private final byte @Nullable [] y;
    private final boolean yIsOdd;

    private HolderKey(byte[] x, byte @Nullable [] y, boolean yIsOdd) {
        this.x = x;
        this.y = y;
        this.yIsOdd = yIsOdd;
    }

    static HolderKey ofCoordinates(byte[] x, byte[] y) {
        return new HolderKey(x, y, false);
    }

    /** Compressed: y as its sign bit (RFC 9053, section 7.1.1). */
    static HolderKey ofSignBit(byte[] x, boolean yIsOdd) {
        return new HolderKey(x, null, yIsOdd);
    }

    /** The key, if the coordinates are a point of P-256 (check 10). */
    public Optional<P256Key> asP256(CryptoModule crypto) {
        return y == null ? crypto.p256Key(x, yIsOdd) : crypto.p256Key(x, y);
    }
}
