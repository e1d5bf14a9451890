package org.gatereader.gatectl.repo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two people's word that a gate's clock may begin anew, while it is being made: a file in the
 * envelope of metadata, to which each adds a signature.
 */
public final class ClockStatement {
    private static final String TYPE = "clock-reset";

    private final RoleFile file;

    private ClockStatement(RoleFile file) {
        this.file = file;
    }

    /**
     * One that nobody has signed.
     *
     * @param nonce that the gate shows
     * @param passed a time that has passed
     */
    public static ClockStatement draft(String gate, String nonce, Instant passed)
            throws RepositoryException {
        Map<String, Object> signed =
                Json.object(
                        "_type", TYPE, "gate", gate, "nonce", nonce, "passed", passed.toString());
        return read(Json.published(Json.object("signatures", List.of(), "signed", signed)));
    }

    /** One that somebody drafted, and may have signed. */
    public static ClockStatement read(byte[] content) throws RepositoryException {
        RoleFile file = RoleFile.read(TYPE, content);
        if (!file.text("_type").equals(TYPE)) {
            throw new RepositoryException("expected a clock-reset, got another statement");
        }
        return new ClockStatement(file);
    }

    /** What is signed, by name. */
    public Map<String, String> says() {
        Map<String, String> says = new TreeMap<>();
        for (String member : new String[] {"gate", "nonce", "passed"}) {
            says.put(member, file.text(member));
        }
        return says;
    }

    /** Adds the signature of a key. */
    public void sign(KeyFile key) {
        file.sign(key.publicKey().keyid(), key);
    }

    /** How many have signed. */
    public int signatures() {
        return file.signatures();
    }

    public byte[] bytes() {
        return file.bytes();
    }
}
