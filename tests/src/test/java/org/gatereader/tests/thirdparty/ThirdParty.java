package org.gatereader.tests.thirdparty;

import com.upokecenter.cbor.CBORObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.gatereader.tests.Checkout;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.verdict.Verdict;

/** Data that nobody here made, and how it is read: by none of our own readers. */
final class ThirdParty {
    static final Path FOLDER = Checkout.root().resolve("tests/vectors/third-party");
    static final CryptoModule CRYPTO = new BouncyCastle();

    private ThirdParty() {}

    static CBORObject json(Path file) {
        return CBORObject.FromJSONString(Checkout.read(file));
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T passed(Verdict<T> verdict) {
        return switch (verdict) {
            case Verdict.Passed<T>(T value) -> value;
            case Verdict.Refused<T>(var reason) -> throw new AssertionError(reason.name());
        };
    }

    /** Digits of either case; the files of others have both. */
    static byte[] hex(CBORObject text) {
        return HexFormat.of().parseHex(text.AsString());
    }
}
