package org.gatereader.verifier.trust.tuf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gatereader.verifier.trust.tuf.HoldingGate.assertRefused;
import static org.gatereader.verifier.trust.tuf.HoldingGate.assertTrusted;
import static org.gatereader.verifier.trust.tuf.Refusal.MALFORMED;
import static org.gatereader.verifier.trust.tuf.Refusal.SNAPSHOT_HASH;
import static org.gatereader.verifier.trust.tuf.Refusal.TIMESTAMP_NOT_SIGNED;
import static org.gatereader.verifier.trust.tuf.Refusal.TOO_LONG;
import static org.gatereader.verifier.trust.tuf.Refusal.UNAVAILABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the suite does not name: hostile files, and a hostile way of handing them out. */
class HostileRepositoryTest {
    private final HoldingGate gate = new HoldingGate();
    private final RepositorySimulator repository = gate.repository;

    /** Of the whole repository of somebody else, enrolled nowhere, nothing is taken. */
    @Test
    void takesNothingOfAnArbitraryRepository() {
        var foreign = new RepositorySimulator();
        foreign.publish();
        repository.tamper("timestamp.json", foreign.file("timestamp.json"));
        assertRefused(TIMESTAMP_NOT_SIGNED, gate.refresh());
        assertEquals("root 1", gate.held());
    }

    /** A snapshot that was signed once beside a timestamp that lists another of that version. */
    @Test
    void takesNoMixOfTwoStates() {
        repository.listHashes();
        repository.publish();
        byte[] earlier = repository.file("2.snapshot.json");
        repository.targets().publish();
        repository.snapshot().version(2);
        repository.publishSnapshot();
        repository.tamper("2.snapshot.json", earlier);
        assertRefused(SNAPSHOT_HASH, gate.refresh());
    }

    @ParameterizedTest
    @CsvSource({
        "2.root.json, root 1",
        "timestamp.json, root 1",
        "1.snapshot.json, 'root 1, timestamp 1'",
        "1.targets.json, 'root 1, snapshot 1, timestamp 1'"
    })
    void readsNoEndlessData(String file, String held) {
        repository.tamper(file, new byte[5 << 20]);
        assertEquals(new Outcome.Refused<>(TOO_LONG, file), gate.refresh());
        assertEquals(held, gate.held());
    }

    @Test
    void readsNoFurtherThanTheListedLength() {
        repository.listHashes();
        repository.publish();
        byte[] whole = repository.file("2.snapshot.json");
        repository.tamper("2.snapshot.json", (new String(whole, UTF_8) + " ").getBytes(UTF_8));
        assertRefused(TOO_LONG, gate.refresh());
    }

    /** A signed length above the role's own bound does not lift that bound. */
    @Test
    void staysBelowItsOwnBoundWhateverIsListed() {
        repository
                .timestamp()
                .object("meta")
                .put("snapshot.json", Map.of("version", 1, "length", Fields.INTEGER_MAX));
        repository.timestamp().publish();
        repository.tamper("1.snapshot.json", new byte[(2 << 20) + 1]);
        assertRefused(TOO_LONG, gate.refresh());
    }

    @Test
    void believesNoFetcherThatForgetsItsBound() {
        var careless =
                new Repository() {
                    @Override
                    public Fetched metadata(String fileName, int bytesMax) {
                        return fileName.equals("timestamp.json")
                                ? Fetched.file(new byte[bytesMax + 1])
                                : Fetched.Nothing.ABSENT;
                    }

                    @Override
                    public Fetched target(String path, int bytesMax) {
                        return Fetched.Nothing.UNREACHABLE;
                    }
                };
        var client = new TufClient(new BouncyCastle(), careless, gate);
        assertRefused(TOO_LONG, client.refresh(RepositorySimulator.NOON));
    }

    /** An attacker between lets no answer through: not the same as a root that is the last. */
    @Test
    void takesARootThatDoesNotAnswerForNoLastRoot() {
        var cut =
                new Repository() {
                    @Override
                    public Fetched metadata(String fileName, int bytesMax) {
                        return Fetched.Nothing.UNREACHABLE;
                    }

                    @Override
                    public Fetched target(String path, int bytesMax) {
                        return Fetched.Nothing.UNREACHABLE;
                    }
                };
        var client = new TufClient(new BouncyCastle(), cut, gate);
        assertEquals(
                new Outcome.Refused<>(UNAVAILABLE, "2.root.json"),
                client.refresh(RepositorySimulator.NOON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"signed\": {}, \"signatures\": []} {}",
                "{\"signed\": {}, \"signed\": {}, \"signatures\": []}",
                "{\"signed\": [], \"signatures\": []}",
                "{\"signed\": {}, \"signatures\": {}}",
                "{\"signed\": {}, \"signatures\": [{\"keyid\": \"a\"}]}",
                "{\"signed\": {\"a\": 1.5}, \"signatures\": []}"
            })
    void refusesAFileThatIsNoMetadata(String text) {
        repository.tamper("timestamp.json", text.getBytes(UTF_8));
        assertRefused(MALFORMED, gate.refresh());
    }

    /** One bit of each byte, wherever it stands. */
    @Test
    void takesNoTimestampWithAFlippedBit() {
        byte[] sound = repository.file("timestamp.json");
        for (int i = 0; i < sound.length; i++) {
            byte[] flipped = sound.clone();
            flipped[i] ^= 1;
            repository.tamper("timestamp.json", flipped);
            assertEquals(Outcome.Refused.class, gate.refresh().getClass(), "byte " + i);
            assertEquals("root 1", gate.held());
        }
    }

    /** One reader would take the first, another the last. */
    @Test
    void refusesAMemberThatIsThereTwice() {
        String file = new String(repository.file("timestamp.json"), UTF_8);
        String twice =
                file.replace("\"version\": 1, \"spec", "\"version\": 1, \"version\": 1, \"spec");
        repository.tamper("timestamp.json", twice.getBytes(UTF_8));
        assertRefused(MALFORMED, gate.refresh());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, (1L << 53), Long.MAX_VALUE})
    void refusesAVersionThatIsNone(long version) {
        repository.timestamp().version(version).publish();
        assertRefused(MALFORMED, gate.refresh());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "1", "1.x", "2.0.0", "1.0.0.0", ""})
    void refusesAnotherSpecification(String version) {
        repository.timestamp().set("spec_version", version).publish();
        assertRefused(MALFORMED, gate.refresh());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2030-02-01T00:00:00",
                "2030-02-01T00:00:00+00:00",
                "2030-02-01T00:00:00.5Z",
                "2030-02-31T00:00:00Z",
                "2030-13-01T00:00:00Z",
                "+12030-02-01T00:00:00Z"
            })
    void refusesAnExpiryInAnotherForm(String expires) {
        repository.timestamp().set("expires", expires).publish();
        assertRefused(MALFORMED, gate.refresh());
    }

    @Test
    void refusesATimestampThatListsMoreThanTheSnapshot() {
        repository.timestamp().object("meta").put("targets.json", Map.of("version", 1));
        repository.timestamp().publish();
        assertRefused(MALFORMED, gate.refresh());
    }

    @Test
    void refusesAThresholdOfNobody() {
        repository.name("timestamp", 0, repository.timestamp().signers().getFirst());
        repository.root().publish();
        assertRefused(MALFORMED, gate.refresh());
        assertEquals("root 1", gate.held());
    }

    @Test
    void refusesAHashThatCouldLeadToAnotherPlace() {
        repository.list("targets", "policy.json", 8, Map.of("sha256", "../../etc"));
        repository.publish();
        assertRefused(MALFORMED, gate.refresh());
    }

    /** Version 3 stands under its own name, and 2 is withheld: there is no way around 2. */
    @Test
    void skipsNoVersionOfRoot() {
        repository.root().publish();
        repository.root().publish();
        repository.remove("2.root.json");
        assertTrusted(gate.refresh());
        assertEquals("root 1, snapshot 1, targets 1, timestamp 1", gate.held());
    }

    /** Y of 5.3.3: who is further behind goes on in the next update. */
    @Test
    void followsAtMost256RootsInOneUpdate() {
        for (int i = 0; i < 257; i++) {
            repository.root().publish();
        }
        assertTrusted(gate.refresh());
        assertEquals("root 257, snapshot 1, targets 1, timestamp 1", gate.held());
        assertTrusted(gate.refresh());
        assertEquals("root 258, snapshot 1, targets 1, timestamp 1", gate.held());
    }

    @ParameterizedTest
    @ValueSource(strings = {"timestamp.json", "snapshot.json", "targets.json"})
    void fetchesAFileAnewThatWasTornInTheStore(String file) {
        assertTrusted(gate.refresh());
        gate.save(file, "{\"signed\": {".getBytes(UTF_8));
        assertTrusted(gate.refresh());
        assertEquals("root 1, snapshot 1, targets 1, timestamp 1", gate.held());
    }
}
