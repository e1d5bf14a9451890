package org.gatereader.verifier.trust.tuf;

import static org.gatereader.verifier.trust.tuf.HoldingGate.assertContent;
import static org.gatereader.verifier.trust.tuf.HoldingGate.assertRefused;
import static org.gatereader.verifier.trust.tuf.HoldingGate.assertTrusted;
import static org.gatereader.verifier.trust.tuf.Refusal.MALFORMED;
import static org.gatereader.verifier.trust.tuf.Refusal.TARGETS_NOT_LISTED;
import static org.gatereader.verifier.trust.tuf.Refusal.TARGETS_NOT_SIGNED;
import static org.gatereader.verifier.trust.tuf.Refusal.TARGET_ABSENT;
import static org.gatereader.verifier.trust.tuf.Refusal.TOO_MANY_ROLES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who is asked for a target, in which order and by whose trust: what the suite's
 * test_updater_delegation_graphs.py and test_quoting_issues.py name.
 */
class DelegationSearchTest {
    private final HoldingGate gate = new HoldingGate();
    private final RepositorySimulator repository = gate.repository;

    /** Each edge is {@code delegator>role}, with {@code !} if terminating, or for paths *.py. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "one role,                                  targets>A, A",
        "two roles in their order,                  targets>A targets>B, A B",
        "two levels,                                targets>A targets>B B>C, A B C",
        "depth first,                               targets>A targets>B A>C A>D, A C D B",
        "depth first on three levels,               targets>A targets>B A>C C>D, A C D B",
        "nobody after a terminating one,            targets>A targets>B A>C! A>D, A C",
        "but those below it,                        targets>A targets>B A>C! C>D, A C D",
        "a terminating one at the top,              targets>A! targets>B, A",
        "no branch for other paths,                 targets>A:*.py targets>B A>C, B",
        "no branch below for other paths,           targets>A targets>B A>C:*.py C>D, A B",
        "a terminating one for other paths,         targets>A!:*.py targets>B, B",
        "a cycle once,                              targets>A targets>B B>C C>D D>B, A B C D",
        "a role of two delegators once,             targets>A targets>B B>C A>C, A C B",
        "a role of the delegator with the path,     targets>A targets>B B>C A>C:*.py, A B C"
    })
    void visits(String what, String edges, String order) {
        Set<String> roles = new LinkedHashSet<>();
        for (String edge : edges.split(" ", -1)) {
            roles.add(delegate(edge));
        }
        roles.forEach(role -> repository.role(role).publish());
        repository.publish();
        gate.updated();
        repository.requests();
        assertRefused(TARGET_ABSENT, gate.find("missingpath"));
        assertEquals(order, visited(), what);
    }

    private String delegate(String edge) {
        String[] ends = edge.split(">", -1);
        String[] to = ends[1].split(":", -1);
        String role = to[0].replace("!", "");
        repository.delegate(ends[0], role, to.length == 1 ? "*" : to[1]);
        if (to[0].endsWith("!")) {
            repository.lastDelegation(ends[0]).put("terminating", true);
        }
        return role;
    }

    private String visited() {
        return repository.requests().stream()
                .filter(file -> file.startsWith("1."))
                .map(file -> file.replace("1.", "").replace(".json", ""))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "targetfile, by targets, ''",
        "README.md, by A, A",
        "foo-1.tgz, by A, A",
        "releases/x/x_v1, by C, B C",
        "releases/y/y_v1.zip, by D, B D"
    })
    void findsATargetInTheRoleThatIsTrustedForIt(String path, String content, String visited) {
        publishTree();
        assertContent(content, gate.download(path));
        assertEquals(visited, visitedInTree());
    }

    @ParameterizedTest
    @CsvSource({
        // Listed by a role that is not trusted for it; by one whose delegator is not; a star does
        // not stand for a slash, nor a question mark for more; case counts.
        "releases/z/z_v1.zip, B",
        "releases/README.md, ''",
        "foo-alpha.tgz, ''",
        "README.MD, ''"
    })
    void findsNoTargetOutsideOfWhatItsRoleIsTrustedFor(String path, String visited) {
        publishTree();
        assertRefused(TARGET_ABSENT, gate.find(path));
        assertEquals(visited, visitedInTree());
    }

    private void publishTree() {
        repository.delegate("targets", "A", "*.doc", "*.md", "foo-?.tgz");
        repository.delegate("targets", "B", "releases/*/*");
        repository.delegate("B", "C", "releases/x/*");
        repository.delegate("B", "D", "releases/y/*.zip");
        repository.add("targets", "targetfile", "by targets");
        for (String path :
                List.of(
                        "README.md",
                        "releases/README.md",
                        "foo-1.tgz",
                        "foo-alpha.tgz",
                        "README.MD")) {
            repository.add("A", path, "by A");
        }
        repository.add("C", "releases/x/x_v1", "by C");
        repository.add("D", "releases/y/y_v1.zip", "by D");
        repository.add("D", "releases/z/z_v1.zip", "by D");
        List.of("A", "B", "C", "D").forEach(role -> repository.role(role).publish());
        repository.publish();
    }

    private String visitedInTree() {
        return repository.requests().stream()
                .filter(file -> file.matches("1\\.[A-D]\\.json"))
                .map(file -> file.substring(2, 3))
                .collect(Collectors.joining(" "));
    }

    @Test
    void trustsARoleForPathsByTheirHash() {
        var key = TestKey.ecdsa();
        // SHA-256 of "in" begins with 5, of "out" with c.
        repository.delegate("targets", "bin").signedBy(key);
        repository.targets().without("delegations");
        repository.delegation("targets", "bin", key).put("path_hash_prefixes", List.of("58"));
        repository.add("bin", "in", "inside");
        repository.add("bin", "out", "outside");
        repository.role("bin").publish();
        repository.publish();
        assertContent("inside", gate.download("in"));
        assertRefused(TARGET_ABSENT, gate.find("out"));
    }

    /** Two roles delegate to a third, each with another key; it signs with the first's only. */
    @Test
    void judgesARoleByTheKeysOfWhoeverDelegatesNow() {
        repository.delegate("targets", "parent-a", "team-a/*");
        repository.delegate("targets", "parent-b", "team-b/*");
        repository.delegate("parent-a", "release", "team-a/*");
        repository
                .delegation("parent-b", "release", TestKey.ecdsa())
                .put("paths", List.of("team-b/*"));
        repository.add("release", "team-a/file", "trusted by A");
        repository.add("release", "team-b/file", "not trusted by B");
        List.of("release", "parent-a", "parent-b").forEach(role -> repository.role(role).publish());
        repository.publish();
        var targets = gate.updated();
        assertTrusted(targets.find("team-a/file"));
        assertRefused(TARGETS_NOT_SIGNED, targets.find("team-b/file"));
    }

    @Test
    void doesNotAskForARoleThatTheSnapshotDoesNotList() {
        repository.delegate("targets", "status", "status/*");
        repository.publish();
        assertRefused(TARGETS_NOT_LISTED, gate.find("status/list"));
        assertEquals(
                List.of(),
                repository.requests().stream().filter(f -> f.contains("status")).toList());
    }

    @Test
    void visitsNoMoreRolesThanThirtyTwo() {
        for (int i = 1; i <= 32; i++) {
            repository.delegate("targets", "role-" + i, "*").publish();
        }
        repository.add("role-31", "thirty-second", "found");
        repository.add("role-32", "thirty-third", "too far");
        repository.role("role-31").version(1).publish();
        repository.role("role-32").version(1).publish();
        repository.publish();
        assertContent("found", gate.download("thirty-second"));
        assertRefused(TOO_MANY_ROLES, gate.find("thirty-third"));
    }

    @Test
    void goesNoDeeperThanFourLevels() {
        List<String> chain = List.of("targets", "one", "two", "three", "four", "five");
        for (int i = 1; i < chain.size(); i++) {
            repository.delegate(chain.get(i - 1), chain.get(i), "*");
        }
        repository.add("four", "deep", "found");
        repository.add("five", "too-deep", "not found");
        chain.stream().skip(1).forEach(role -> repository.role(role).publish());
        repository.publish();
        assertContent("found", gate.download("deep"));
        assertRefused(TOO_MANY_ROLES, gate.find("too-deep"));
    }

    @ParameterizedTest
    @CsvSource({
        "?, 1.%3F.json",
        "#, 1.%23.json",
        "/delegatedrole, 1.%2Fdelegatedrole.json",
        "../delegatedrole, 1...%2Fdelegatedrole.json",
        "위임, 1.%EC%9C%84%EC%9E%84.json"
    })
    void encodesTheNameOfARoleAsOneSegment(String role, String file) {
        repository.delegate("targets", role, "*").publish();
        repository.publish();
        assertRefused(TARGET_ABSENT, gate.find("missing"));
        assertEquals(file, repository.requests().getLast());
        assertTrusted(gate.refresh());
        assertEquals(true, gate.load(file.substring(2)).isPresent());
    }

    /** Its file would take the place of the top-level role's. */
    @ParameterizedTest
    @ValueSource(strings = {"root", "timestamp", "snapshot", "targets", "mirrors", ""})
    void refusesADelegationUnderANameThatIsTaken(String role) {
        repository.delegation("targets", role, TestKey.ecdsa()).put("paths", List.of("*"));
        repository.publish();
        assertRefused(MALFORMED, gate.refresh());
    }

    @Test
    void refusesTwoDelegationsOfOneName() {
        repository.delegate("targets", "status", "a/*").publish();
        repository.delegate("targets", "status", "b/*");
        repository.publish();
        assertRefused(MALFORMED, gate.refresh());
    }

    @Test
    void refusesADelegationByPathsAndByHashes() {
        repository.delegate("targets", "status", "a/*").publish();
        repository.lastDelegation("targets").put("path_hash_prefixes", List.of("00"));
        repository.publish();
        assertRefused(MALFORMED, gate.refresh());
    }
}
