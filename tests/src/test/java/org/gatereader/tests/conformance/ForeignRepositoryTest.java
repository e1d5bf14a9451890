package org.gatereader.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gatereader.tests.Checkout;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.trust.tuf.Fetched;
import org.gatereader.verifier.trust.tuf.MetadataStore;
import org.gatereader.verifier.trust.tuf.Outcome;
import org.gatereader.verifier.trust.tuf.Repository;
import org.gatereader.verifier.trust.tuf.TargetFile;
import org.gatereader.verifier.trust.tuf.TrustedTargets;
import org.gatereader.verifier.trust.tuf.TufClient;
import org.junit.jupiter.api.Test;

/**
 * An admin who signs with another tool: python-tuf made this repository, with all three kinds of
 * key.
 */
class ForeignRepositoryTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Path DIRECTORY = Checkout.root().resolve("tests/vectors/tuf/python-tuf");

    @Test
    void aGateBelievesWhatAnotherToolSigned() {
        assertEquals(
                "{\"site\": \"seoul\", \"zone\": \"Asia/Seoul\", \"lanes\": [\"p1-qr\"]}",
                content("policy.json", 0));
    }

    @Test
    void alsoWhatARoleSignedThatItDelegatesTo() {
        assertEquals("a list", content("status/00.cwt", 0));
    }

    @Test
    void andNotIfASingleBitOfItsTimestampDiffers() {
        assertEquals("Refused[why=TIMESTAMP_NOT_SIGNED, file=timestamp.json]", content("x", 1));
    }

    private static String content(String path, int flipped) {
        var outcome =
                new TufClient(new BouncyCastle(), new Served(flipped), new Held()).refresh(NOON);
        if (!(outcome instanceof Outcome.Trusted<TrustedTargets>(TrustedTargets targets))) {
            return outcome.toString();
        }
        if (!(targets.find(path) instanceof Outcome.Trusted<TargetFile>(TargetFile target))) {
            return "absent";
        }
        return targets.fetch(target) instanceof Outcome.Trusted<byte[]>(byte[] bytes)
                ? new String(bytes, StandardCharsets.UTF_8)
                : "not what is listed";
    }

    /**
     * What a web server would answer, with a bit of the version in the timestamp flipped or not.
     */
    private record Served(int flipped) implements Repository {
        @Override
        public Fetched metadata(String fileName, int bytesMax) {
            byte[] file = read(DIRECTORY.resolve("metadata").resolve(fileName));
            if (file.length > 0 && fileName.equals("timestamp.json")) {
                int year = new String(file, StandardCharsets.UTF_8).indexOf("2100");
                file[year + 3] ^= (byte) flipped;
            }
            return file.length == 0 ? Fetched.Nothing.ABSENT : Fetched.file(file);
        }

        @Override
        public Fetched target(String path, int bytesMax) {
            return Fetched.file(read(DIRECTORY.resolve("targets").resolve(path)));
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins with the root that the gate was enrolled with. */
    private static final class Held implements MetadataStore {
        private final Map<String, byte[]> files = new HashMap<>();

        Held() {
            files.put("root.json", read(DIRECTORY.resolve("metadata/1.root.json")));
        }

        @Override
        public Optional<byte[]> load(String fileName) {
            return Optional.ofNullable(files.get(fileName));
        }

        @Override
        public void save(String fileName, byte[] content) {
            files.put(fileName, content);
        }

        @Override
        public void delete(String fileName) {
            files.remove(fileName);
        }
    }
}
