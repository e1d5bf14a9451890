package org.gatereader.tests.fuzz;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.upokecenter.cbor.CBORObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.text.ParseException;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.InflaterInputStream;

/**
 * A second decoder of Token Status Lists: libraries parse, the JDK verifies and inflates by the
 * stream, and the entries are a bit set. It is as strict as RULES where a library lets it.
 */
final class StatusListPeer {
    private static final CBORObject ALG = CBORObject.FromObject(1);
    private static final CBORObject KID = CBORObject.FromObject(4);
    private static final CBORObject TYP = CBORObject.FromObject(16);
    private static final long MONTH = 31 * 86_400L;

    private final ECKey key;
    private final String keyId;
    private final String uriPrefix;
    private final long now;

    /**
     * @param keyId text, of which a CWT carries the bytes in hex
     */
    StatusListPeer(String jwk, String keyId, String uriPrefix, long now) {
        try {
            this.key = ECKey.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
        this.keyId = keyId;
        this.uriPrefix = uriPrefix;
        this.now = now;
    }

    /** Bit k of entry i is bit {@code i * bits + k} of the set. */
    record Entries(int bits, int size, BitSet set) {
        int at(int index) {
            int value = 0;
            for (int k = bits - 1; k >= 0; k--) {
                value = 2 * value + (set.get(index * bits + k) ? 1 : 0);
            }
            return value;
        }
    }

    Optional<Entries> ofCwt(byte[] token) {
        try {
            var tagged = CBORObject.DecodeFromBytes(token);
            if (!tagged.HasMostOuterTag(18) || tagged.getTagCount() != 1 || tagged.size() != 4) {
                return Optional.empty();
            }
            byte[] header = tagged.get(0).GetByteString();
            byte[] payload = tagged.get(2).GetByteString();
            var toBeSigned =
                    CBORObject.NewArray()
                            .Add("Signature1")
                            .Add(header)
                            .Add(new byte[0])
                            .Add(payload);
            // The signature comes last, for it costs a hundred times the rest.
            var entries = ofClaims(CBORObject.DecodeFromBytes(payload), "CWT");
            boolean holds =
                    entries.isPresent()
                            && areOurs(CBORObject.DecodeFromBytes(header), tagged.get(1))
                            && isSigned(toBeSigned.EncodeToBytes(), tagged.get(3).GetByteString());
            return holds ? entries : Optional.empty();
        } catch (GeneralSecurityException | IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    Optional<Entries> ofJwt(String token) {
        try {
            var jws = JWSObject.parse(token);
            var header = jws.getHeader();
            var claims = CBORObject.FromJSONString(jws.getPayload().toString());
            var entries = ofClaims(claims, "JWT");
            boolean holds =
                    entries.isPresent()
                            && Set.of("alg", "typ", "kid")
                                    .containsAll(header.toJSONObject().keySet())
                            && header.getAlgorithm().getName().equals("ES256")
                            && header.getType().getType().equals("statuslist+jwt")
                            && (header.getKeyID() == null || header.getKeyID().equals(keyId))
                            && jws.verify(new ECDSAVerifier(key));
            return holds ? entries : Optional.empty();
        } catch (ParseException | JOSEException | IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private boolean areOurs(CBORObject header, CBORObject unprotected) {
        int algorithm = header.get(ALG).AsInt32();
        return Set.of(ALG, KID, TYP).containsAll(header.getKeys())
                && Set.of(KID).containsAll(unprotected.getKeys())
                && (algorithm == -7 || algorithm == -9)
                && header.get(TYP).AsString().equals("application/statuslist+cwt")
                && isOurKey(header)
                && isOurKey(unprotected);
    }

    private boolean isOurKey(CBORObject header) {
        return !header.ContainsKey(KID)
                || CborNotation.of(header.get(KID)).equals("h'" + keyId + "'");
    }

    private boolean isSigned(byte[] bytes, byte[] signature) throws GeneralSecurityException {
        try {
            var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key.toECPublicKey());
            verifier.update(bytes);
            return verifier.verify(signature);
        } catch (JOSEException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private Optional<Entries> ofClaims(CBORObject claims, String form) throws IOException {
        boolean isCwt = form.equals("CWT");
        var names =
                isCwt
                        ? new Object[] {2, 4, 6, 65_533}
                        : new Object[] {"sub", "exp", "iat", "status_list"};
        long expiresAt = seconds(claims.get(CBORObject.FromObject(names[1])));
        long issuedAt = seconds(claims.get(CBORObject.FromObject(names[2])));
        var list = claims.get(CBORObject.FromObject(names[3]));
        long bits = seconds(list.get("bits"));
        boolean holds =
                claims.get(CBORObject.FromObject(names[0])).AsString().startsWith(uriPrefix)
                        && issuedAt <= now + 60
                        && expiresAt > issuedAt
                        && expiresAt - issuedAt <= MONTH
                        && Set.of(1L, 2L, 4L, 8L).contains(bits);
        if (!holds) {
            return Optional.empty();
        }
        var lst = list.get("lst");
        byte[] zlib = isCwt ? lst.GetByteString() : new Base64URL(lst.AsString()).decode();
        byte[] packed = new InflaterInputStream(new ByteArrayInputStream(zlib)).readAllBytes();
        int size = packed.length * 8 / (int) bits;
        return size <= StatusListDifferentialTest.ENTRIES_MAX
                ? Optional.of(new Entries((int) bits, size, BitSet.valueOf(packed)))
                : Optional.empty();
    }

    private static long seconds(CBORObject number) {
        if (!number.isNumber() || number.isTagged() || !number.AsNumber().IsInteger()) {
            throw new IllegalArgumentException("no whole number");
        }
        long seconds = number.AsInt64Value();
        if (seconds < 0) {
            throw new IllegalArgumentException("before 1970");
        }
        return seconds;
    }
}
