package org.gatereader.gatectl.repo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One metadata file while it is being made: what is signed, and by whom so far (TUF, section 4.2).
 * To change what is signed takes every signature away.
 */
final class RoleFile {
    private static final String SPECIFICATION = "1.0.31";

    private final String role;
    private final Map<String, Object> signed;
    private final Map<String, String> signatures = new LinkedHashMap<>();

    private RoleFile(String role, Map<String, Object> signed) {
        this.role = role;
        this.signed = signed;
    }

    /** The first version of a role. */
    static RoleFile first(String role, Instant expires) throws RepositoryException {
        boolean isTopLevel = RoleRule.of(role).isTopLevel();
        RoleFile file =
                new RoleFile(
                        role,
                        Json.object(
                                "_type",
                                isTopLevel ? role : "targets",
                                "spec_version",
                                SPECIFICATION,
                                "version",
                                1L));
        file.expire(expires);
        return file;
    }

    static RoleFile read(String role, byte[] content) throws RepositoryException {
        Map<String, Object> envelope = Json.asObject(role, Json.read(role, content));
        RoleFile file = new RoleFile(role, Json.asObject(role, envelope.get("signed")));
        for (Object each : Json.list(envelope, "signatures")) {
            Map<String, Object> signature = Json.asObject(role, each);
            file.signatures.put(
                    String.valueOf(signature.get("keyid")), String.valueOf(signature.get("sig")));
        }
        return file;
    }

    /** The version after this one, unsigned; this one is not to be used any more. */
    RoleFile next(Instant expires) {
        RoleFile next = new RoleFile(role, signed);
        next.signed.put("version", version() + 1);
        next.expire(expires);
        return next;
    }

    private void expire(Instant expires) {
        // Whole seconds, as section 4.2.1 has date-times.
        signed.put("expires", expires.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    String role() {
        return role;
    }

    long version() {
        return ((Number) signed.getOrDefault("version", 0L)).longValue();
    }

    /** A text of the signed part, to be shown. */
    String text(String member) {
        return String.valueOf(signed.get(member));
    }

    int signatures() {
        return signatures.size();
    }

    Instant expires() {
        return Instant.parse(String.valueOf(signed.get("expires")));
    }

    /**
     * An object of the signed part, to be read only; an empty one of nobody's where there is none.
     */
    Map<String, Object> view(String member) {
        // Not made here: an empty member would not be what was signed.
        return signed.containsKey(member) ? Json.member(signed, member) : Json.object();
    }

    /** An object of the signed part, to be changed: the signatures that there were are gone. */
    Map<String, Object> change(String member) {
        signatures.clear();
        return Json.member(signed, member);
    }

    /** Sets a member of the signed part; the signatures that there were are gone. */
    void set(String member, Object value) {
        signatures.clear();
        signed.put(member, value);
    }

    void sign(String keyid, KeyFile key) {
        signatures.put(keyid, key.sign(Json.canonical(signed)));
    }

    boolean isSignedBy(PublicKeyEntry key) {
        String signature = signatures.get(key.keyid());
        return signature != null && key.verifies(Json.canonical(signed), signature);
    }

    byte[] bytes() {
        List<Map<String, Object>> made =
                signatures.entrySet().stream()
                        .map(each -> Json.object("keyid", each.getKey(), "sig", each.getValue()))
                        .toList();
        return Json.published(Json.object("signatures", made, "signed", signed));
    }
}
