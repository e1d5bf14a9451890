package org.gatereader.verifier.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.util.Base64;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECFieldElement;
import org.bouncycastle.math.ec.WNafUtil;

/** BouncyCastle hangs its tables of multiples on the point. */
final class BouncyCastleP256Key implements P256Key {
    private static final int HALF = SIGNATURE_BYTES / 2;

    private static final byte[] NOBODYS_SIGNATURE = new byte[SIGNATURE_BYTES];

    static {
        // r = s = 1: in range, so that the whole computation is done.
        NOBODYS_SIGNATURE[HALF - 1] = 1;
        NOBODYS_SIGNATURE[SIGNATURE_BYTES - 1] = 1;
    }

    private final ECPublicKeyParameters parameters;

    /** Takes a point that was already found to be valid. */
    BouncyCastleP256Key(ECPublicKeyParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public boolean verifies(byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        var r = new BigInteger(1, signature, 0, HALF);
        var s = new BigInteger(1, signature, HALF, HALF);
        // The library judges this too; r = s = 0 has opened so many doors (CVE-2022-21449) that it
        // is not left to it alone.
        if (isOutside(r) || isOutside(s)) {
            return false;
        }
        var verifier = new ECDSASigner();
        verifier.init(false, parameters);
        return verifier.verifySignature(BouncyCastle.digest(message), r, s);
    }

    @Override
    public P256Key kept() {
        // Else the library would wait for the point's eighth use before it makes the large one.
        WNafUtil.configureBasepoint(parameters.getQ());
        verifies(new byte[0], NOBODYS_SIGNATURE);
        return this;
    }

    @Override
    public String thumbprint() {
        String jwk =
                "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\""
                        + base64Url(parameters.getQ().getAffineXCoord())
                        + "\",\"y\":\""
                        + base64Url(parameters.getQ().getAffineYCoord())
                        + "\"}";
        return base64Url(BouncyCastle.digest(jwk.getBytes(US_ASCII)));
    }

    private static String base64Url(ECFieldElement coordinate) {
        return base64Url(coordinate.getEncoded());
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private boolean isOutside(BigInteger number) {
        return number.signum() == 0 || number.compareTo(parameters.getParameters().getN()) >= 0;
    }
}
