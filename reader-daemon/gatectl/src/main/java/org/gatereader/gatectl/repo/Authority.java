package org.gatereader.gatectl.repo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who may sign what, as one root and one targets file say. */
record Authority(RoleFile root, RoleFile targets) {
    RoleKeys keysOf(String role) throws RepositoryException {
        if (RoleRule.of(role).isTopLevel()) {
            return RoleKeys.read(
                    root.view("keys"), Json.asObject(role, root.view("roles").get(role)));
        }
        return RoleKeys.read(delegatedKeys(), delegation(role));
    }

    boolean names(String role) throws RepositoryException {
        return RoleRule.of(role).isTopLevel() || delegated().contains(role);
    }

    /** The roles that targets delegates to, in its order. */
    List<String> delegated() throws RepositoryException {
        List<String> names = new ArrayList<>();
        for (Object each : delegations()) {
            names.add(String.valueOf(Json.asObject("delegations", each).get("name")));
        }
        return names;
    }

    private Map<String, Object> delegatedKeys() {
        return Json.member(targets.view("delegations"), "keys");
    }

    private List<Object> delegations() {
        return Json.list(targets.view("delegations"), "roles");
    }

    private Map<String, Object> delegation(String role) throws RepositoryException {
        for (Object each : delegations()) {
            Map<String, Object> delegation = Json.asObject("delegations", each);
            if (role.equals(delegation.get("name"))) {
                return delegation;
            }
        }
        throw new RepositoryException(role + ": this repository has no such role");
    }

    /** Names other keys for a role, in root or in targets; whose file it was is to be signed. */
    void name(String role, RoleKeys keys) throws RepositoryException {
        boolean isTopLevel = RoleRule.of(role).isTopLevel();
        Map<String, Object> known =
                isTopLevel
                        ? root.change("keys")
                        : Json.member(targets.change("delegations"), "keys");
        keys.keys().forEach(key -> known.put(key.keyid(), key.json()));
        Map<String, Object> entry = isTopLevel ? topLevel(role) : delegationOrNew(role);
        entry.put("keyids", keys.keys().stream().map(PublicKeyEntry::keyid).toList());
        entry.put("threshold", (long) keys.threshold());
        forgetUnused(known);
    }

    private Map<String, Object> topLevel(String role) {
        return Json.member(root.change("roles"), role);
    }

    private Map<String, Object> delegationOrNew(String role) throws RepositoryException {
        if (delegated().contains(role)) {
            return delegation(role);
        }
        // Terminating: where a role does not list a path of its own, nobody else is asked.
        Map<String, Object> entry =
                Json.object(
                        "name",
                        role,
                        "terminating",
                        true,
                        "paths",
                        List.of(RoleRule.pathsOf(role)));
        delegations().add(entry);
        return entry;
    }

    /** A key that no role names any more has no business in the file. */
    private void forgetUnused(Map<String, Object> known) throws RepositoryException {
        List<Object> used = new ArrayList<>();
        for (Object entry : root.view("roles").values()) {
            used.addAll(Json.list(Json.asObject("roles", entry), "keyids"));
        }
        for (Object entry : delegations()) {
            used.addAll(Json.list(Json.asObject("delegations", entry), "keyids"));
        }
        known.keySet().retainAll(used);
    }
}
