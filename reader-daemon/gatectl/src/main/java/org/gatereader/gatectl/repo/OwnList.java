package org.gatereader.gatectl.repo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/**
 * A status list that we keep ourselves: its states, and when its last version was signed. The first
 * 32 entries are the canary's (RULES, Status lists) and nobody's.
 */
final class OwnList {
    static final int CANARY_ENTRIES = 32;

    /** 50 million people fit twice. */
    private static final long ENTRIES_MAX = 1L << 27;

    private static final String WITHDRAWN = ".withdrawn";

    private final Form form;
    private final byte[] packed;
    private Instant issuedAt;

    /**
     * What never changes about a list.
     *
     * @param format {@code cwt} or {@code jwt}
     * @param bits 1 or 2 an entry; only 2 can suspend
     * @param kid the name of its key in {@code issuers.json}, ASCII
     * @param signer the fingerprint of that key
     */
    record Form(String uri, String format, int bits, String kid, String signer) {
        String path() {
            return "status/" + name() + "." + format;
        }

        private String name() {
            return HexFormat.of().formatHex(PublicKeyEntry.sha256(uri.getBytes(UTF_8)));
        }
    }

    private OwnList(Form form, byte[] packed, Instant issuedAt) {
        this.form = form;
        this.packed = packed;
        this.issuedAt = issuedAt;
    }

    /** A list in which everybody is valid. */
    static OwnList create(Form form, long entries) throws RepositoryException {
        return of(form, entries, new byte[bytes(form, entries)]);
    }

    private static int bytes(Form form, long entries) {
        return (int) Math.min(Integer.MAX_VALUE, (entries * form.bits() + 7) / 8);
    }

    /** A list that was kept elsewhere, its states and what else stands in it as they are. */
    static OwnList of(Form form, long entries, byte[] packed) throws RepositoryException {
        boolean isFit =
                (form.format().equals("cwt") || form.format().equals("jwt"))
                        && (form.bits() == 1 || form.bits() == 2)
                        && entries > CANARY_ENTRIES
                        && entries <= ENTRIES_MAX
                        && packed.length == bytes(form, entries)
                        && form.kid().matches("[!-~]{1,64}");
        if (!isFit) {
            throw new RepositoryException(
                    form.uri()
                            + ": expected format cwt or jwt, 1 or 2 bits, 33 to 2^27 entries, and"
                            + " a printable kid");
        }
        return new OwnList(form, packed.clone(), Instant.EPOCH);
    }

    static OwnList load(Path json) throws RepositoryException, IOException {
        String name = String.valueOf(json.getFileName());
        Map<String, Object> kept = Json.asObject(name, Json.read(name, Files.readAllBytes(json)));
        var form =
                new Form(
                        String.valueOf(kept.get("uri")),
                        String.valueOf(kept.get("format")),
                        number(kept, "bits").intValue(),
                        String.valueOf(kept.get("kid")),
                        String.valueOf(kept.get("signer")));
        byte[] packed = Files.readAllBytes(json.resolveSibling(form.name() + ".bits"));
        return new OwnList(form, packed, Instant.ofEpochSecond(number(kept, "issued").longValue()));
    }

    private static Number number(Map<String, Object> object, String name)
            throws RepositoryException {
        if (object.get(name) instanceof Number number) {
            return number;
        }
        throw new RepositoryException(name + ": expected a whole number");
    }

    void save(Path directory) throws IOException {
        RepositoryFiles.write(directory.resolve(form.name() + ".bits"), packed);
        RepositoryFiles.write(
                directory.resolve(form.name() + ".json"),
                Json.published(
                        Json.object(
                                "uri",
                                form.uri(),
                                "format",
                                form.format(),
                                "bits",
                                (long) form.bits(),
                                "kid",
                                form.kid(),
                                "signer",
                                form.signer(),
                                "issued",
                                issuedAt.getEpochSecond())));
    }

    /** Its states stay beside it: what was revoked once is never forgotten. */
    void withdrawFrom(Path directory) throws IOException {
        Files.move(
                directory.resolve(form.name() + ".json"),
                directory.resolve(form.name() + WITHDRAWN),
                StandardCopyOption.ATOMIC_MOVE);
    }

    boolean wasWithdrawnFrom(Path directory) {
        return Files.exists(directory.resolve(form.name() + WITHDRAWN));
    }

    Form form() {
        return form;
    }

    long entries() {
        return (long) packed.length * Byte.SIZE / form.bits();
    }

    ListState state(long index) throws RepositoryException {
        int value = packed[at(index)] >> shift(index) & mask();
        return ListState.of(value)
                .orElseThrow(
                        () ->
                                new RepositoryException(
                                        form.uri() + "#" + index + ": expected a known state"));
    }

    /** Sets one entry; what may become what, {@link StatusLists} knows. */
    void set(long index, ListState state) throws RepositoryException {
        if (state.value() > mask()) {
            throw new RepositoryException(
                    form.uri() + ": expected a list of 2 bits to suspend in, this one has 1");
        }
        put(packed, index, state.value());
    }

    void requireAssignable(long index) throws RepositoryException {
        if (index < CANARY_ENTRIES || index >= entries()) {
            throw new RepositoryException(
                    "%s#%d: expected an index from %d to %d"
                            .formatted(form.uri(), index, CANARY_ENTRIES, entries() - 1));
        }
    }

    /** The next version, signed: strictly newer than the last, whatever the clock says. */
    byte[] issue(KeyFile key, Instant now) {
        Instant next = Instant.ofEpochSecond(now.getEpochSecond());
        issuedAt = next.isAfter(issuedAt) ? next : issuedAt.plusSeconds(1);
        return new StatusToken(form, withCanary(), issuedAt).signedBy(key);
    }

    /** When its last version was signed: the name that a version has. */
    Instant issuedAt() {
        return issuedAt;
    }

    /** Value i = bit i of SHA-256(uri ‖ 0x00 ‖ decimal iat), the lowest bit first. */
    private byte[] withCanary() {
        byte[] marked = packed.clone();
        String version = form.uri() + '\0' + issuedAt.getEpochSecond();
        byte[] digest = PublicKeyEntry.sha256(version.getBytes(UTF_8));
        for (int i = 0; i < CANARY_ENTRIES; i++) {
            put(marked, i, digest[i / Byte.SIZE] >> i % Byte.SIZE & 1);
        }
        return marked;
    }

    private void put(byte[] into, long index, int value) {
        int cleared = into[at(index)] & ~(mask() << shift(index));
        into[at(index)] = (byte) (cleared | value << shift(index));
    }

    private int at(long index) {
        return Math.toIntExact(index * form.bits() / Byte.SIZE);
    }

    private int shift(long index) {
        return (int) (index * form.bits() % Byte.SIZE);
    }

    private int mask() {
        return (1 << form.bits()) - 1;
    }
}
