package org.gatereader.tests.gatectl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatereader.demo.wallet.Issuer;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.tests.gatectl.Gatectl.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An office with a repository that it has begun, and a key for each person and each machine. */
abstract class RepoDesk {
    static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    static final String URI = "https://st.example/1";
    private static final List<String> PEOPLE =
            List.of("ann", "bob", "cyd", "dan", "eve", "status", "snapshot", "timestamp", "st01");

    Instant now = NOON;

    @TempDir Path directory;

    @BeforeEach
    void makeKeysAndARepository() throws IOException {
        Files.writeString(directory.resolve("password"), "correct horse\n");
        Files.writeString(
                directory.resolve("issuer.json"),
                Issuer.demo(new Random(7))
                        .trustEntry(StatusListIssuer.demo())
                        .put("status", List.of())
                        .toJson());
        Files.writeString(directory.resolve("policy.json"), "{\"lanes\": [\"p1-qr\"]}");
        makeKeys();
        beginRepository();
    }

    private void makeKeys() {
        for (String person : PEOPLE) {
            done(
                    "repo",
                    "new-key",
                    file(person + ".p12"),
                    "--person",
                    person,
                    "--password-file",
                    file("password"));
        }
    }

    private void beginRepository() {
        done(
                "repo",
                "init",
                file("repo"),
                "--role",
                "root=" + pem("ann", "bob", "cyd", "dan", "eve"),
                "--role",
                "targets=" + pem("bob", "cyd", "dan"),
                "--role",
                "directory=" + pem("bob", "cyd", "dan"),
                "--role",
                "status=" + pem("status"),
                "--role",
                "snapshot=" + pem("snapshot"),
                "--role",
                "timestamp=" + pem("timestamp"));
        done(
                "repo",
                "add-issuer",
                file("repo"),
                file("issuer.json"),
                "--list",
                URI,
                "--list-key",
                file("st01.pem"),
                "--list-entries",
                8192);
        done("repo", "add-target", file("repo"), "policy.json", file("policy.json"));
    }

    void openTheRepository() {
        sign("ann", "bob", "cyd");
        assertEquals(0, publish().exitCode());
    }

    void sign(String... people) {
        for (String person : people) {
            assertEquals(0, sign(Gatectl.ofTechnician().typing("yes"), person).exitCode());
        }
    }

    Answer sign(Gatectl gatectl, String person) {
        return gatectl.at(now)
                .run(
                        "repo",
                        "sign",
                        file("repo"),
                        "--key",
                        file(person + ".p12"),
                        "--password-file",
                        file("password"));
    }

    Answer publish() {
        return run(Desk.with(new Object[] {"repo", "publish", file("repo")}, onlineKeys()));
    }

    Answer change(Object verb, Object... more) {
        var words = Desk.with(new Object[] {verb, "--repo", file("repo")}, onlineKeys());
        return run(Desk.with(words, more));
    }

    Object[] onlineKeys() {
        List<Object> words = new ArrayList<>(List.of("--password-file", file("password")));
        for (String key : List.of("st01", "status", "snapshot", "timestamp")) {
            words.addAll(List.of("--key", file(key + ".p12")));
        }
        return words.toArray();
    }

    void done(Object... words) {
        var answer = run(words);
        assertEquals(0, answer.exitCode(), answer.err());
    }

    Answer run(Object... words) {
        return Gatectl.ofTechnician().at(now).run(words);
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    String pem(String... people) {
        return Stream.of(people)
                .map(person -> file(person + ".pem").toString())
                .collect(Collectors.joining(","));
    }
}
