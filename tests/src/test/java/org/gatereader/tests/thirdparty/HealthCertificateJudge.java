package org.gatereader.tests.thirdparty;

import static org.gatereader.tests.thirdparty.ThirdParty.CRYPTO;
import static org.gatereader.tests.thirdparty.ThirdParty.hex;
import static org.gatereader.tests.thirdparty.ThirdParty.passed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.upokecenter.cbor.CBORObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.zip.InflaterInputStream;
import org.bouncycastle.util.BigIntegers;
import org.gatereader.qr.QrReader;
import org.gatereader.qr.ReadCode;
import org.gatereader.tests.benchmark.Photographs;
import org.gatereader.verifier.encoding.Base45;
import org.gatereader.verifier.encoding.CborReader;
import org.gatereader.verifier.encoding.CoseSign1;

/**
 * EU digital COVID certificates: picture, text, Base45 and COSE signature of others, under the
 * certificate that stands in the case. A gate has no use for them and refuses each by name.
 */
final class HealthCertificateJudge implements Judge {
    private static final String PREFIX = "HC1:";

    @Override
    public String outcome(Path file) {
        return file.toString().endsWith(".png") ? ofPicture(file) : ofCase(ThirdParty.json(file));
    }

    private static String ofPicture(Path file) {
        var read = new QrReader(() -> 0).readStill(Photographs.luma(file), 1);
        if (read.isEmpty()) {
            return "not read";
        }
        String text = read.map(ReadCode::text).orElseThrow();
        String name = file.toString().replace(".png", ".json");
        String stated = ThirdParty.json(Path.of(name)).get("PREFIX").AsString();
        assertEquals(stated, text);
        return "read as stated, " + AtTheGate.STRANGER.outcome(text);
    }

    /** The text, whoever read it, down to the signature. */
    private static String ofCase(CBORObject example) {
        String text = example.get("PREFIX").AsString();
        assertTrue(text.startsWith(PREFIX));
        byte[] compressed = passed(Base45.decode(text.substring(PREFIX.length())));
        assertArrayEquals(hex(example.get("COMPRESSED")), compressed);
        byte[] document = inflated(compressed);
        var item = CborReader.readInAnyKeyOrder(document, document.length);
        var envelope = CoseSign1.split(passed(item));
        if (envelope.isEmpty()) {
            return "refused 106";
        }
        var point = key(example).getW();
        byte[] x = BigIntegers.asUnsignedByteArray(32, point.getAffineX());
        byte[] y = BigIntegers.asUnsignedByteArray(32, point.getAffineY());
        boolean holds =
                CRYPTO.p256Key(x, y)
                        .orElseThrow()
                        .verifies(envelope.get().toBeSigned(), envelope.get().signature());
        return holds ? "signature holds" : "refused 304";
    }

    private static ECPublicKey key(CBORObject example) {
        String encoded = example.get("TESTCTX").get("CERTIFICATE").AsString();
        try {
            var certificate =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(
                                            Base64.getMimeDecoder().decode(encoded)));
            return (ECPublicKey) certificate.getPublicKey();
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] inflated(byte[] zlib) {
        try (var stream = new InflaterInputStream(new ByteArrayInputStream(zlib))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
