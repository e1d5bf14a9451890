package org.gatereader.demo.wallet;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** A P-256 key pair that signs as COSE and JOSE do: 64 bytes, r then s. */
public final class SigningKey {
    private static final int COORDINATE_BYTES = 32;

    /** n, the order of P-256 (FIPS 186-5 via SP 800-186, section 3.2.1.3). */
    private static final BigInteger ORDER = curve().getOrder();

    private final PrivateKey privateKey;
    private final byte[] scalar;
    private final byte[] x;
    private final byte[] y;

    private SigningKey(byte[] scalar, byte[] x, byte[] y) {
        this.scalar = scalar.clone();
        this.x = x.clone();
        this.y = y.clone();
        this.privateKey = privateKey(new BigInteger(1, scalar));
    }

    /** A fixed key; whether the three belong together is the caller's care. */
    static SigningKey of(byte[] scalar, byte[] x, byte[] y) {
        return new SigningKey(scalar, x, y);
    }

    /** A fresh key from the system's randomness: for tests that need a holder nobody knows. */
    public static SigningKey generate() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var point = ((ECPublicKey) pair.getPublic()).getW();
            return new SigningKey(
                    fixedLength(((ECPrivateKey) pair.getPrivate()).getS()),
                    fixedLength(point.getAffineX()),
                    fixedLength(point.getAffineY()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no P-256", e);
        }
    }

    /**
     * Signs with ECDSA and SHA-256. The JDK draws a random k: two signatures of one message differ.
     *
     * @return 64 bytes, r ‖ s (RFC 9053, section 2.1)
     */
    public byte[] sign(byte[] message) {
        try {
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(privateKey);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK can not sign with P-256", e);
        }
    }

    /** The same signature's twin (r, n − s): valid wherever the first one is. */
    public static byte[] twin(byte[] signature) {
        byte[] r = Arrays.copyOf(signature, COORDINATE_BYTES);
        byte[] s = Arrays.copyOfRange(signature, COORDINATE_BYTES, 2 * COORDINATE_BYTES);
        byte[] other = fixedLength(ORDER.subtract(new BigInteger(1, s)));
        byte[] twin = Arrays.copyOf(r, 2 * COORDINATE_BYTES);
        System.arraycopy(other, 0, twin, COORDINATE_BYTES, COORDINATE_BYTES);
        return twin;
    }

    /** The pair as the JDK has it. */
    public KeyPair toKeyPair() {
        try {
            var point = new ECPoint(new BigInteger(1, x), new BigInteger(1, y));
            var key =
                    KeyFactory.getInstance("EC")
                            .generatePublic(new ECPublicKeySpec(point, curve()));
            return new KeyPair(key, privateKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a point of P-256", e);
        }
    }

    /** 32 bytes, big-endian. */
    public byte[] x() {
        return x.clone();
    }

    /** 32 bytes, big-endian. */
    public byte[] y() {
        return y.clone();
    }

    /**
     * The private scalar, 32 bytes: these keys are public, and the file that lists them says so.
     */
    public byte[] scalar() {
        return scalar.clone();
    }

    /** The private key in a file, as PKCS#8: whoever reads it is whoever made it up. */
    public byte[] toPkcs8() {
        return privateKey.getEncoded();
    }

    /** The COSE_Key with y as its sign bit, 33 bytes shorter than in full. */
    public CborMap coseKey() {
        return coseKeyInFull().put(Labels.KEY_Y, Cbor.bool((y[COORDINATE_BYTES - 1] & 1) == 1));
    }

    public CborMap coseKeyInFull() {
        return new CborMap()
                .put(Labels.KEY_KTY, Cbor.integer(Labels.KTY_EC2))
                .put(Labels.KEY_CRV, Cbor.integer(Labels.CRV_P256))
                .put(Labels.KEY_X, Cbor.bytes(x))
                .put(Labels.KEY_Y, Cbor.bytes(y));
    }

    /** The public key as a JSON Web Key. */
    public JsonMap jwk() {
        return new JsonMap()
                .put("kty", "EC")
                .put("crv", "P-256")
                .put("x", base64Url(x))
                .put("y", base64Url(y));
    }

    /** The JWK thumbprint: base64url of SHA-256 (RFC 7638, section 3). */
    public String thumbprint() {
        String canonical =
                "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}"
                        .formatted(base64Url(x), base64Url(y));
        return base64Url(sha256(canonical.getBytes(StandardCharsets.US_ASCII)));
    }

    static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no SHA-256", e);
        }
    }

    private static String base64Url(byte[] content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    }

    private static byte[] fixedLength(BigInteger number) {
        byte[] signed = number.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int kept = Math.min(signed.length, COORDINATE_BYTES);
        System.arraycopy(signed, signed.length - kept, fixed, COORDINATE_BYTES - kept, kept);
        return fixed;
    }

    /** y from x and y's parity: the square root modulo p, where p mod 4 is 3 (SEC 1, 2.3.4). */
    static byte[] yOf(byte[] x, boolean isOdd) {
        var curve = curve().getCurve();
        BigInteger p = ((ECFieldFp) curve.getField()).getP();
        var number = new BigInteger(1, x);
        BigInteger square = number.pow(3).add(curve.getA().multiply(number)).add(curve.getB());
        BigInteger root = square.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
        return fixedLength(root.testBit(0) == isOdd ? root : p.subtract(root));
    }

    private static PrivateKey privateKey(BigInteger scalar) {
        try {
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new ECPrivateKeySpec(scalar, curve()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a private scalar of P-256", e);
        }
    }

    static ECParameterSpec curve() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no P-256", e);
        }
    }
}
