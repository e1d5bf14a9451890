package org.gatereader.tests.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.GreyPicture;
import org.gatereader.demo.wallet.SigningKey;
import org.gatereader.qr.Luma;
import org.gatereader.qr.QrReader;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.crypto.P256Key;

/**
 * What no gate can do without: one code read, the issuer's signature verified with a kept key, the
 * holder's with a fresh one. In one thread, in a loop, with nothing around it.
 */
final class BareWork {
    private final CryptoModule crypto = new BouncyCastle();
    private final SigningKey signer = DemoKeys.named("phone");
    private final byte[] x = signer.x();
    private final boolean yIsOdd = (signer.y()[x.length - 1] & 1) == 1;
    private final P256Key kept = crypto.p256Key(x, signer.y()).orElseThrow();
    private final byte[] message =
            "neither longer nor shorter than what is signed".getBytes(US_ASCII);
    private final byte[] signature = signer.sign(message);
    private final QrReader reader = new QrReader(System::nanoTime);

    /** How long both together took, in nanoseconds of elapsed time. */
    long nanos(GreyPicture picture) {
        var luma = new Luma(picture.luma(), picture.width(), picture.height(), picture.width());
        long before = System.nanoTime();
        boolean isDone = reader.read(luma, Long.MAX_VALUE).isPresent() && verifiesBoth();
        long after = System.nanoTime();
        if (!isDone) {
            throw new IllegalStateException("the bare work was not done");
        }
        return after - before;
    }

    boolean verifiesBoth() {
        return keptKeyVerifies() && freshKeyVerifies();
    }

    /** The issuer's signature: its key was here before. */
    boolean keptKeyVerifies() {
        return kept.verifies(message, signature);
    }

    /** The holder's signature: a key that nobody has seen before. */
    boolean freshKeyVerifies() {
        return crypto.p256Key(x, yIsOdd).orElseThrow().verifies(message, signature);
    }
}
