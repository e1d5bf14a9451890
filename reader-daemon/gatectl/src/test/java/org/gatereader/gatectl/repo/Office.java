package org.gatereader.gatectl.repo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatereader.gatectl.repo.RolePlan.Laxity;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.trust.tuf.Fetched;
import org.gatereader.verifier.trust.tuf.MetadataStore;
import org.gatereader.verifier.trust.tuf.Outcome;
import org.gatereader.verifier.trust.tuf.Repository;
import org.gatereader.verifier.trust.tuf.TargetFile;
import org.gatereader.verifier.trust.tuf.TrustedTargets;
import org.gatereader.verifier.trust.tuf.TufClient;

/** An office where people sign, each with a key of his own, and a gate that holds what they say. */
final class Office {
    static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    static final List<String> ROOT = List.of("ann", "bob", "cyd", "dan", "eve");
    static final List<String> TARGETS = List.of("bob", "cyd", "dan");
    static final List<String> SITE = List.of("eve", "flo");
    private static final CryptoModule CRYPTO = new BouncyCastle();

    final TufRepository repository;
    final Gate gate = new Gate();
    private final Map<String, KeyFile> keys = new HashMap<>();
    private Instant now = NOON;

    Office(Path directory) throws Exception {
        repository = TufRepository.init(directory, plan(Laxity.NONE, Map.of()), now);
    }

    RolePlan plan(Laxity laxity, Map<String, Integer> thresholds) {
        Map<String, List<PublicKeyEntry>> roles = new LinkedHashMap<>();
        roles.put("root", publicKeys(ROOT));
        roles.put("targets", publicKeys(TARGETS));
        roles.put("directory", publicKeys(TARGETS));
        roles.put("status", publicKeys(List.of("status")));
        roles.put("site-seoul", publicKeys(SITE));
        roles.put("snapshot", publicKeys(List.of("snapshot")));
        roles.put("timestamp", publicKeys(List.of("timestamp")));
        return new RolePlan(roles, thresholds, laxity);
    }

    private List<PublicKeyEntry> publicKeys(List<String> people) {
        return people.stream().map(person -> key(person).publicKey()).toList();
    }

    KeyFile key(String person) {
        return keys.computeIfAbsent(person, KeyFile::inMemory);
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void sign(String... people) throws Exception {
        for (String person : people) {
            repository.sign(key(person));
        }
    }

    void publish() throws Exception {
        publication().publish();
    }

    Publication publication() {
        List<KeyFile> online = new ArrayList<>();
        for (String role : List.of("status", "snapshot", "timestamp")) {
            online.add(key(role));
        }
        return new Publication(repository, online, now);
    }

    /** Everybody signs what he may, and it is published. */
    void signAndPublish() throws Exception {
        sign("ann", "bob", "cyd", "eve", "flo");
        publish();
    }

    void put(String path, String content) throws Exception {
        repository.put(path, content.getBytes(UTF_8), now);
    }

    /** A gate that was enrolled with the first root that this office published. */
    final class Gate implements MetadataStore {
        private final Map<String, byte[]> held = new HashMap<>();

        Outcome<TrustedTargets> refresh() {
            return refresh(repository.publicDirectory());
        }

        Outcome<TrustedTargets> refresh(Path from) {
            held.computeIfAbsent("root.json", _ -> read(from.resolve("metadata/1.root.json")));
            return new TufClient(CRYPTO, new StaticFiles(from), this).refresh(now);
        }

        /** What a target says; why not, if it says nothing. */
        String content(String path) {
            return content(repository.publicDirectory(), path);
        }

        String content(Path from, String path) {
            return switch (refresh(from)) {
                case Outcome.Refused<TrustedTargets> refused -> refused.toString();
                case Outcome.Trusted<TrustedTargets>(TrustedTargets targets) ->
                        switch (targets.find(path)) {
                            case Outcome.Refused<TargetFile> refused -> refused.toString();
                            case Outcome.Trusted<TargetFile>(TargetFile target) ->
                                    switch (targets.fetch(target)) {
                                        case Outcome.Trusted<byte[]>(byte[] bytes) ->
                                                new String(bytes, UTF_8);
                                        case Outcome.Refused<byte[]> refused -> refused.toString();
                                    };
                        };
            };
        }

        @Override
        public Optional<byte[]> load(String fileName) {
            return Optional.ofNullable(held.get(fileName));
        }

        @Override
        public void save(String fileName, byte[] content) {
            held.put(fileName, content.clone());
        }

        @Override
        public void delete(String fileName) {
            held.remove(fileName);
        }
    }

    /** What a web server would answer. */
    private record StaticFiles(Path directory) implements Repository {
        @Override
        public Fetched metadata(String fileName, int bytesMax) {
            return answer(directory.resolve("metadata").resolve(fileName));
        }

        @Override
        public Fetched target(String path, int bytesMax) {
            return answer(directory.resolve("targets").resolve(path));
        }

        private static Fetched answer(Path file) {
            return Files.exists(file) ? Fetched.file(read(file)) : Fetched.Nothing.ABSENT;
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
