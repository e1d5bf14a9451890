package org.gatereader.verifier.trust.tuf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a role of the simulated repository will sign next. Everything can be made wrong; nothing is
 * wrong unless a test says so.
 */
final class RoleDraft {
    private final RepositorySimulator repository;
    private final String role;
    private final Map<String, Object> signed = new LinkedHashMap<>();
    private final List<TestKey> signers = new ArrayList<>();
    private UnaryOperator<List<Made>> signatures = made -> made;
    private long version = 1;
    private boolean isPublished;

    /** A signature as it stands in a file. */
    record Made(String keyid, String sig) {
        private Map<String, Object> json() {
            return RepositorySimulator.object("keyid", keyid, "sig", sig);
        }
    }

    RoleDraft(RepositorySimulator repository, String role, String type) {
        this.repository = repository;
        this.role = role;
        signed.put("version", version);
        signed.put("spec_version", "1.0.31");
        signed.put("expires", RepositorySimulator.SAFE_EXPIRY.toString());
        signed.put("_type", type);
    }

    /** The version to publish next; without it, each publication is one higher. */
    RoleDraft version(long next) {
        version = next;
        isPublished = false;
        return this;
    }

    long version() {
        return version;
    }

    RoleDraft expires(Instant instant) {
        return set("expires", instant.toString());
    }

    RoleDraft set(String member, Object value) {
        signed.put(member, value);
        return this;
    }

    RoleDraft without(String member) {
        signed.remove(member);
        return this;
    }

    RoleDraft signedBy(TestKey... keys) {
        signers.clear();
        signers.addAll(List.of(keys));
        return this;
    }

    List<TestKey> signers() {
        return signers;
    }

    /** Tampers with the signatures that come beside the signed part. */
    RoleDraft signatures(UnaryOperator<List<Made>> tampering) {
        signatures = tampering;
        return this;
    }

    /** The object under a member, made where there is none. */
    @SuppressWarnings("unchecked")
    Map<String, Object> object(String member) {
        return (Map<String, Object>)
                signed.computeIfAbsent(member, _ -> new LinkedHashMap<String, Object>());
    }

    /** Signs, and puts the file where clients look for it. */
    RoleDraft publish() {
        if (isPublished) {
            version++;
        }
        isPublished = true;
        signed.put("version", version);
        byte[] toBeSigned = TestJson.canonical(signed);
        List<Made> made = new ArrayList<>();
        for (TestKey key : signers) {
            made.add(new Made(key.keyid(), key.sign(toBeSigned)));
        }
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("signed", signed);
        file.put("signatures", signatures.apply(made).stream().map(Made::json).toList());
        repository.put(role, version, TestJson.published(file));
        return this;
    }
}
