package org.gatereader.verifier.trust.tuf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.crypto.CryptoModule;

/** A gate that was enrolled with version 1 of a repository's root, and what it holds. */
final class HoldingGate implements MetadataStore {
    private static final CryptoModule CRYPTO = new BouncyCastle();
    private static final Pattern VERSION = Pattern.compile("\"version\": (\\d+), \"spec_version\"");

    final RepositorySimulator repository = new RepositorySimulator();
    private final Map<String, byte[]> held = new TreeMap<>();
    private Instant now = RepositorySimulator.NOON;

    HoldingGate() {
        enroll();
    }

    /** Starts again with what the repository now has as version 1 of root. */
    void enroll() {
        held.clear();
        held.put("root.json", repository.file("1.root.json"));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Outcome<TrustedTargets> refresh() {
        return new TufClient(CRYPTO, repository, this).refresh(now);
    }

    Outcome<TargetFile> find(String path) {
        return updated().find(path);
    }

    Outcome<byte[]> download(String path) {
        TrustedTargets targets = updated();
        return switch (targets.find(path)) {
            case Outcome.Trusted<TargetFile>(TargetFile target) -> targets.fetch(target);
            case Outcome.Refused<TargetFile>(Refusal why, String file) ->
                    new Outcome.Refused<>(why, file);
        };
    }

    TrustedTargets updated() {
        var outcome = refresh();
        assertInstanceOf(Outcome.Trusted.class, outcome, outcome.toString());
        return ((Outcome.Trusted<TrustedTargets>) outcome).value();
    }

    /** The roles that are held with their versions, such as {@code root 2, timestamp 1}. */
    String held() {
        return held.entrySet().stream()
                .map(file -> file.getKey().replace(".json", "") + " " + version(file.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String version(byte[] file) {
        var found = VERSION.matcher(new String(file, UTF_8));
        return found.find() ? found.group(1) : "?";
    }

    static void assertTrusted(Outcome<?> outcome) {
        assertInstanceOf(Outcome.Trusted.class, outcome, outcome.toString());
    }

    static void assertRefused(Refusal why, Outcome<?> outcome) {
        var refused = assertInstanceOf(Outcome.Refused.class, outcome, "expected " + why);
        assertEquals(why, refused.why());
    }

    static void assertContent(String content, Outcome<byte[]> outcome) {
        assertTrusted(outcome);
        byte[] bytes = ((Outcome.Trusted<byte[]>) outcome).value();
        assertEquals(content, new String(bytes, UTF_8));
    }

    @Override
    public Optional<byte[]> load(String fileName) {
        return Optional.ofNullable(held.get(fileName));
    }

    @Override
    public void save(String fileName, byte[] content) {
        held.put(fileName, Arrays.copyOf(content, content.length));
    }

    @Override
    public void delete(String fileName) {
        held.remove(fileName);
    }
}
