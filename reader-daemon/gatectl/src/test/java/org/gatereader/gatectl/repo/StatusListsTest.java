package org.gatereader.gatectl.repo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.revocation.RevocationState;
import org.gatereader.verifier.trust.TrustDirectory;
import org.gatereader.verifier.trust.TrustReading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists that are signed here, read by the reader of the gate. */
class StatusListsTest {
    private static final String URI = "https://st.example/1";
    private static final String POLICY =
            "{\"site\": \"seoul\", \"zone\": \"Asia/Seoul\", \"lanes\": [\"p1-qr\"]}";

    @TempDir Path directory;
    private Office office;
    private StatusLists lists;

    @BeforeEach
    void open() throws Exception {
        office = new Office(directory);
        lists = new StatusLists(office.repository);
    }

    @AfterEach
    void close() throws Exception {
        office.repository.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cwt", "jwt"})
    void theGateReadsWhatWasRevokedAndSuspendedAndTheCanary(String format) throws Exception {
        add(format, 2);
        lists.apply(lists.changes(List.of(at(40), at(4711)), ListState.REVOKED));
        lists.apply(lists.changes(List.of(at(41)), ListState.SUSPENDED));
        var read = readByAGate(format);
        assertEquals(RevocationState.REVOKED, read.stateAt(40));
        assertEquals(RevocationState.REVOKED, read.stateAt(4711));
        assertEquals(RevocationState.SUSPENDED, read.stateAt(41));
        assertEquals(RevocationState.VALID, read.stateAt(42));
        assertTrue(read.carriesCanary(new BouncyCastle()));
    }

    @Test
    void aSuspensionEndsAndARevocationDoesNot() throws Exception {
        add("cwt", 2);
        lists.apply(lists.changes(List.of(at(40)), ListState.SUSPENDED));
        lists.apply(lists.changes(List.of(at(41)), ListState.REVOKED));
        lists.apply(lists.changes(List.of(at(40)), ListState.VALID));
        assertThrows(
                RepositoryException.class, () -> lists.changes(List.of(at(41)), ListState.VALID));
        assertThrows(
                RepositoryException.class,
                () -> lists.changes(List.of(at(41)), ListState.SUSPENDED));
    }

    @Test
    void theStatesAreKeptWhenThisProcessEnds() throws Exception {
        add("cwt", 1);
        lists.apply(lists.changes(List.of(at(40)), ListState.REVOKED));
        var later = new StatusLists(office.repository);
        assertEquals(List.of(), later.changes(List.of(at(40)), ListState.REVOKED));
    }

    @Test
    void nobodyHasAnEntryOfTheCanaryOrOneBeyondTheEnd() throws Exception {
        add("cwt", 1);
        for (long index : new long[] {0, 31, 8192}) {
            var entry = List.of(at(index));
            assertThrows(RepositoryException.class, () -> lists.changes(entry, ListState.REVOKED));
        }
        assertEquals(2, lists.changes(List.of(at(32), at(8191)), ListState.REVOKED).size());
    }

    @Test
    void aListOfOneBitCanNotSuspend() throws Exception {
        add("cwt", 1);
        var changes = lists.changes(List.of(at(40)), ListState.SUSPENDED);
        assertThrows(RepositoryException.class, () -> lists.apply(changes));
    }

    @Test
    void twoVersionsWithinASecondAreToldApart() throws Exception {
        add("cwt", 1);
        var keys = List.of(office.key("list"));
        var first = lists.issue(keys, office.now()).getFirst();
        var second = lists.issue(keys, office.now()).getFirst();
        assertTrue(second.issuedAt().isAfter(first.issuedAt()));
    }

    @Test
    void aListThatWasKeptElsewhereIsTakenOverAsItIs() throws Exception {
        byte[] packed = new byte[8192 / 4];
        packed[10] = 2;
        packed[11] = 3;
        var shape = new StatusLists.Shape("cwt", 2, 8192);
        lists.takeOver(URI, shape, office.key("list"), packed);
        var change = lists.changes(List.of(at(40)), ListState.VALID).getFirst();
        assertEquals(ListState.SUSPENDED, change.before());
        assertThrows(
                RepositoryException.class, () -> lists.changes(List.of(at(44)), ListState.VALID));
        var other = new StatusLists.Shape("cwt", 2, 4096);
        assertThrows(
                RepositoryException.class,
                () -> lists.takeOver(URI + "0", other, office.key("list"), packed));
    }

    @Test
    void nothingIsChangedUnlessTheKeyOfTheListIsThere() throws Exception {
        add("cwt", 1);
        var changes = lists.changes(List.of(at(40)), ListState.REVOKED);
        assertThrows(
                RepositoryException.class,
                () -> lists.requireKeys(changes, List.of(office.key("bob"))));
    }

    private void add(String format, int bits) throws Exception {
        var shape = new StatusLists.Shape(format, bits, 8192);
        var status = lists.add(URI, shape, "st01", office.key("list").publicKey());
        Map<String, Object> entry =
                Json.object("realm", "production", "iss", "example", "kid", "i1", "alg", "ESP256");
        entry.put("jwk", office.key("issuer").publicKey().jwk());
        entry.put("vct", List.of("example/pass"));
        entry.put("validFrom", "2026-01-01T00:00:00Z");
        entry.put("validUntil", "2036-01-01T00:00:00Z");
        byte[] issuers = new IssuerTargets(office.repository).with(Json.published(entry), status);
        office.repository.put("issuers.json", issuers, office.now());
        office.put("policy.json", POLICY);
    }

    /** Publishes, and reads what a gate then holds. */
    private org.gatereader.verifier.revocation.RevocationList readByAGate(String format)
            throws Exception {
        lists.issue(List.of(office.key("list")), office.now());
        office.signAndPublish();
        String path = new OwnList.Form(URI, format, 2, "st01", "").path();
        Map<String, byte[]> files =
                Map.of(
                        "issuers.json",
                        office.gate.content("issuers.json").getBytes(UTF_8),
                        "policy.json",
                        office.gate.content("policy.json").getBytes(UTF_8),
                        path,
                        office.repository.target(path).orElseThrow());
        var reader = new TrustDirectory(new BouncyCastle(), office.now(), Optional.empty());
        var whole = (TrustReading.Whole) reader.read(files);
        assertEquals(List.of(), whole.listFaults());
        var trust = whole.content().asProduction().orElseThrow();
        var source = trust.issuerKeys().getFirst().sources().getFirst();
        return trust.list(source, URI).orElseThrow();
    }

    private static ListEntry at(long index) {
        return new ListEntry(URI, index);
    }
}
