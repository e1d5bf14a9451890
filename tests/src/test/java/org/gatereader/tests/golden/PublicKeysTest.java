package org.gatereader.tests.golden;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatereader.tests.Checkout;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.encoding.Base64Url;
import org.gatereader.verifier.verdict.Verdict;
import org.junit.jupiter.api.Test;

/**
 * Everybody has the private part of every key in this repository, or could have kept it: a gate
 * with a real device refuses each by its thumbprint, so the list of them must be complete.
 */
class PublicKeysTest {
    private static final Path LIST =
            Path.of(
                    "reader-daemon/daemon/src/main/resources/org/gatereader/daemon/store/public-keys.txt");
    private static final Path DEMO_KEYS =
            Path.of(
                    "reader-daemon/demo/src/main/resources/org/gatereader/demo/wallet/demo-keys.txt");
    private static final Pattern COORDINATES =
            Pattern.compile("\"x\"\\s*:\\s*\"([\\w-]+)\"\\s*,\\s*\"y\"\\s*:\\s*\"([\\w-]+)\"");

    private final BouncyCastle crypto = new BouncyCastle();

    @Test
    void theListHasEveryKeyThatATrustFileOrTheDemoHas() throws IOException {
        Set<String> missing = new TreeSet<>(keysOfTheDemo());
        missing.addAll(keysOfTrustFiles());
        assertTrue(missing.size() > 8, "found keys to look for");
        Checkout.read(Checkout.root().resolve(LIST)).lines().forEach(missing::remove);
        assertTrue(missing.isEmpty(), () -> "add to " + LIST + ": " + missing);
    }

    private static Set<String> keysOfTheDemo() {
        Set<String> keys = new TreeSet<>();
        Checkout.read(Checkout.root().resolve(DEMO_KEYS))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> keys.add(line.split(" ", 2)[0]));
        return keys;
    }

    private Set<String> keysOfTrustFiles() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Checkout.root())) {
            files.filter(file -> file.endsWith("issuers.json"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .forEach(file -> addKeys(Checkout.read(file), keys));
        }
        return keys;
    }

    private void addKeys(String json, Set<String> keys) {
        COORDINATES
                .matcher(json)
                .results()
                .forEach(
                        key ->
                                crypto.p256Key(bytes(key.group(1)), bytes(key.group(2)))
                                        .ifPresent(found -> keys.add(found.thumbprint())));
    }

    private static byte[] bytes(String text) {
        return Base64Url.decode(text) instanceof Verdict.Passed<byte[]>(byte[] decoded)
                ? decoded
                : new byte[0];
    }
}
