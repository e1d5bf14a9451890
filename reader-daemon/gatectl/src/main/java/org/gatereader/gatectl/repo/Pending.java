package org.gatereader.gatectl.repo;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A staged version of a role, for whoever is to sign it.
 *
 * @param changes one line each, such as {@code + issuers.json}
 * @param missing whose signatures; empty if enough have signed
 */
public record Pending(long version, Instant expires, List<String> changes, List<String> missing) {
    public Pending {
        changes = List.copyOf(changes);
        missing = List.copyOf(missing);
    }

    static Pending of(TufRepository repository, RoleFile staged)
            throws RepositoryException, IOException {
        return new Pending(
                staged.version(),
                staged.expires(),
                changes(repository, staged),
                missing(repository, staged, repository.stagedAuthority()));
    }

    static List<String> missing(TufRepository repository, RoleFile staged, Authority authority)
            throws RepositoryException, IOException {
        List<String> missing = new ArrayList<>();
        for (RoleKeys keys : repository.signersOf(staged.role(), authority)) {
            if (!keys.haveSigned(staged)) {
                missing.add(keys.missing(staged));
            }
        }
        return missing.stream().distinct().toList();
    }

    private static List<String> changes(TufRepository repository, RoleFile staged)
            throws RepositoryException, IOException {
        Map<String, String> before =
                repository
                        .files()
                        .published(staged.role())
                        .map(Pending::facts)
                        .orElse(new TreeMap<>());
        Map<String, String> after = facts(staged);
        List<String> lines = new ArrayList<>();
        before.forEach(
                (what, is) -> {
                    if (!is.equals(after.get(what))) {
                        lines.add("- " + what + is);
                    }
                });
        after.forEach(
                (what, is) -> {
                    if (!is.equals(before.get(what))) {
                        lines.add("+ " + what + is);
                    }
                });
        return lines;
    }

    /** What a person would want to see changed: targets by their hash, and who may sign what. */
    private static Map<String, String> facts(RoleFile file) {
        Map<String, String> facts = new TreeMap<>();
        file.view("targets")
                .forEach((path, listed) -> facts.put("target " + path, " " + compact(listed)));
        file.view("roles").forEach((role, keys) -> facts.put("role " + role, " " + compact(keys)));
        for (Object delegation : Json.list(file.view("delegations"), "roles")) {
            facts.put("delegation " + compact(delegation), "");
        }
        return facts;
    }

    private static String compact(Object value) {
        return new String(Json.canonical(value), java.nio.charset.StandardCharsets.UTF_8);
    }
}
