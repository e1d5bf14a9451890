package org.gatereader.tests.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gatereader.tests.Checkout;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.trust.TrustDirectory;
import org.gatereader.verifier.trust.TrustReading;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Realm;

/** The trust directories of {@code tests/vectors/trust}, read from their files. */
public final class TrustVectors {
    /** The instant at which they are read, and about which their vectors are judged. */
    public static final Instant NOON = Instant.parse("2030-01-01T03:00:00Z");

    static final Path DIRECTORY = Checkout.root().resolve("tests/vectors/trust");

    private TrustVectors() {}

    /** The files of one directory by their names in it. */
    public static Map<String, byte[]> files(String name) {
        Path directory = DIRECTORY.resolve(name);
        Map<String, byte[]> files = new HashMap<>();
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(path).toString(), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    public static TrustReading read(Map<String, byte[]> files) {
        return new TrustDirectory(new BouncyCastle(), NOON, Optional.empty()).read(files);
    }

    /** A directory without any fault. */
    public static TrustSnapshot<Realm.Production> named(String name) {
        return switch (read(files(name))) {
            case TrustReading.Whole(var content, var faults) when faults.isEmpty() ->
                    content.asProduction().orElseThrow();
            case TrustReading.Whole(var _, var faults) -> throw new AssertionError("" + faults);
            case TrustReading.Faulty(var faults) -> throw new AssertionError("" + faults);
        };
    }
}
