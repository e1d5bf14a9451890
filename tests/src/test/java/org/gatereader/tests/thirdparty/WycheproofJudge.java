package org.gatereader.tests.thirdparty;

import static java.util.Locale.ROOT;
import static org.gatereader.tests.thirdparty.ThirdParty.CRYPTO;
import static org.gatereader.tests.thirdparty.ThirdParty.hex;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.upokecenter.cbor.CBORObject;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;

/** Project Wycheproof's cases: our crypto module says what each file says, case by case. */
final class WycheproofJudge implements Judge {
    private enum Outcome {
        ACCEPTED,
        REFUSED,
        /** Our interface has no way to pass it: there is nothing to be wrong about. */
        INEXPRESSIBLE
    }

    /** One case and the group it stands in. */
    private record Vector(CBORObject group, CBORObject test) {
        byte[] bytes(String member) {
            return hex(test.get(member));
        }

        /** Whether our answer is the right one; a case that is merely acceptable may be refused. */
        void agreesWith(boolean isAccepted) {
            String result = test.get("result").AsString();
            boolean isRight = isAccepted ? !result.equals("invalid") : !result.equals("valid");
            assertTrue(isRight, () -> "tcId " + test.get("tcId") + " is " + result);
        }
    }

    private interface Case {
        Outcome of(Vector vector);
    }

    @Override
    public String outcome(Path file) {
        Case judge =
                switch (file.getFileName().toString()) {
                    case "ecdsa_secp256r1_sha256_test.json" -> WycheproofJudge::derSignature;
                    case "ecdsa_secp256r1_sha256_p1363_test.json" -> WycheproofJudge::signature;
                    case "ecdh_secp256r1_ecpoint_test.json" -> WycheproofJudge::agreement;
                    case "aes_gcm_test.json" -> WycheproofJudge::sealedMessage;
                    case "hkdf_sha256_test.json" -> WycheproofJudge::derivation;
                    default -> throw new AssertionError("nobody judges " + file);
                };
        var document = ThirdParty.json(file);
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        int cases = 0;
        for (CBORObject group : document.get("testGroups").getValues()) {
            for (CBORObject test : group.get("tests").getValues()) {
                counts.merge(judge(judge, new Vector(group, test)), 1, Integer::sum);
                cases++;
            }
        }
        assertEquals(document.get("numberOfTests").AsInt32(), cases);
        return cases
                + ": "
                + counts.entrySet().stream()
                        .map(it -> it.getValue() + " " + it.getKey().name().toLowerCase(ROOT))
                        .collect(Collectors.joining(", "));
    }

    private static Outcome judge(Case judge, Vector vector) {
        Outcome outcome = judge.of(vector);
        if (outcome != Outcome.INEXPRESSIBLE) {
            vector.agreesWith(outcome == Outcome.ACCEPTED);
        }
        return outcome;
    }

    private static Outcome signature(Vector vector) {
        return verified(vector, vector.bytes("sig"));
    }

    /** Ours has no DER: what is DER and nothing looser is handed on as r ‖ s. */
    private static Outcome derSignature(Vector vector) {
        return rawSignature(vector.bytes("sig"))
                .map(signature -> verified(vector, signature))
                .orElseGet(() -> inexpressible(vector));
    }

    /** Nothing valid is lost by it. */
    private static Outcome inexpressible(Vector vector) {
        vector.agreesWith(false);
        return Outcome.INEXPRESSIBLE;
    }

    private static Outcome verified(Vector vector, byte[] signature) {
        byte[] point = hex(vector.group.get("publicKey").get("uncompressed"));
        byte[] x = Arrays.copyOfRange(point, 1, 33);
        byte[] y = Arrays.copyOfRange(point, 33, 65);
        byte[] message = vector.bytes("msg");
        var key = CRYPTO.p256Key(x, y).orElseThrow();
        var compressed = CRYPTO.p256Key(x, (y[31] & 1) == 1).orElseThrow();
        boolean isVerified = key.verifies(message, signature);
        assertEquals(isVerified, compressed.verifies(message, signature));
        return isVerified ? Outcome.ACCEPTED : Outcome.REFUSED;
    }

    private static Optional<byte[]> rawSignature(byte[] der) {
        try {
            // The parser is lenient: only what it would write again in the same bytes is DER.
            if (!(ASN1Primitive.fromByteArray(der) instanceof ASN1Sequence sequence)
                    || sequence.size() != 2
                    || !Arrays.equals(der, sequence.getEncoded(ASN1Encoding.DER))) {
                return Optional.empty();
            }
            BigInteger r = ASN1Integer.getInstance(sequence.getObjectAt(0)).getValue();
            BigInteger s = ASN1Integer.getInstance(sequence.getObjectAt(1)).getValue();
            return fixedLength(r).flatMap(left -> fixedLength(s).map(right -> join(left, right)));
        } catch (IOException | IllegalArgumentException | IllegalStateException _) {
            return Optional.empty();
        }
    }

    /** 32 bytes, big-endian; empty for a number that has none. */
    private static Optional<byte[]> fixedLength(BigInteger number) {
        if (number.signum() < 0 || number.bitLength() > 256) {
            return Optional.empty();
        }
        byte[] magnitude = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(magnitude.length, 32);
        System.arraycopy(magnitude, magnitude.length - length, fixed, 32 - length, length);
        return Optional.of(fixed);
    }

    private static Outcome agreement(Vector vector) {
        byte[] point = vector.bytes("public");
        if (point.length != 65 || point[0] != 4) {
            // A compressed or cut point has no x and y to be passed.
            return inexpressible(vector);
        }
        var ours = fixedLength(new BigInteger(1, vector.bytes("private"))).orElseThrow();
        byte[] x = Arrays.copyOfRange(point, 1, 33);
        byte[] y = Arrays.copyOfRange(point, 33, 65);
        var secret = CRYPTO.ecdhP256(ours, x, y);
        secret.ifPresent(shared -> assertArrayEquals(vector.bytes("shared"), shared));
        return secret.isPresent() ? Outcome.ACCEPTED : Outcome.REFUSED;
    }

    private static Outcome sealedMessage(Vector vector) {
        byte[] sealed = join(vector.bytes("ct"), vector.bytes("tag"));
        try {
            var message =
                    CRYPTO.aesGcmOpen(
                            vector.bytes("key"), vector.bytes("iv"), vector.bytes("aad"), sealed);
            message.ifPresent(opened -> assertArrayEquals(vector.bytes("msg"), opened));
            return message.isPresent() ? Outcome.ACCEPTED : Outcome.REFUSED;
        } catch (IllegalArgumentException _) {
            int keyBits = vector.group.get("keySize").AsInt32();
            int nonceBits = vector.group.get("ivSize").AsInt32();
            assertTrue(nonceBits != 96 || keyBits == 192, "a size that ours has");
            return Outcome.INEXPRESSIBLE;
        }
    }

    private static Outcome derivation(Vector vector) {
        try {
            byte[] derived =
                    CRYPTO.hkdfSha256(
                            vector.bytes("ikm"),
                            vector.bytes("salt"),
                            vector.bytes("info"),
                            vector.test.get("size").AsInt32());
            assertArrayEquals(vector.bytes("okm"), derived);
            return Outcome.ACCEPTED;
        } catch (IllegalArgumentException _) {
            return Outcome.REFUSED;
        }
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
