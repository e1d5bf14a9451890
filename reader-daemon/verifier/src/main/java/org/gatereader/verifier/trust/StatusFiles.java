package org.gatereader.verifier.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.revocation.ListReading;
import org.gatereader.verifier.revocation.RevocationList;
import org.gatereader.verifier.revocation.StatusListSource;
import org.gatereader.verifier.revocation.StatusListSource.Format;
import org.gatereader.verifier.trust.TrustSnapshot.ListKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads the status lists of a trust directory. A file that is not what it should be adds a fault
 * and takes nothing away: the list that served before it serves on, and no other is touched.
 */
final class StatusFiles {
    /** All lists of a gate together, decompressed. */
    static final long BYTES_MAX = 64L << 20;

    private final CryptoModule crypto;
    private final Instant now;
    private final @Nullable TrustSnapshot<?> held;
    private final Map<ListKey, RevocationList> lists = new HashMap<>();
    private final List<TrustFault> unasked = new ArrayList<>();

    /**
     * What was read.
     *
     * @param unasked why nobody can ask the lists that were left out: no issuer refers to them
     */
    record Lists(Map<ListKey, RevocationList> asked, List<TrustFault> unasked) {
        Lists {
            asked = Map.copyOf(asked);
            unasked = List.copyOf(unasked);
        }
    }

    StatusFiles(CryptoModule crypto, Instant now, @Nullable TrustSnapshot<?> held) {
        this.crypto = crypto;
        this.now = now;
        this.held = held;
    }

    Lists read(Map<String, byte[]> files, List<IssuerKey> keys, List<TrustFault> faults) {
        Set<StatusListSource> sources =
                keys.stream().flatMap(key -> key.sources().stream()).collect(Collectors.toSet());
        for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
            if (file.getKey().startsWith(TrustDirectory.STATUS)) {
                read(file.getKey(), file.getValue(), sources)
                        .ifPresent(problem -> faults.add(TrustFault.of(file.getKey(), problem)));
            }
        }
        return new Lists(lists, unasked);
    }

    /** Takes the list of one file over; answers what was wrong, if anything was. */
    private Optional<String> read(String file, byte[] token, Set<StatusListSource> sources) {
        if (token.length > TrustDirectory.LIST_BYTES_MAX) {
            return Optional.of(
                    "expected at most " + TrustDirectory.LIST_BYTES_MAX + " bytes, compressed");
        }
        String ending = file.substring(file.lastIndexOf('.') + 1);
        Optional<Format> form = Format.labelled(ending);
        Optional<String> uri = form.flatMap(it -> it.claimedUri(token));
        if (uri.isEmpty()) {
            return Optional.of(
                    "expected a status list that names its uri: a Token Status List in a .cwt or"
                            + " .jwt file, a W3C one in a .bitstring file, identifiers in an"
                            + " .identifiers or .states file");
        }
        String path = path(uri.get(), form.get());
        if (!file.equals(path)) {
            return Optional.of("expected the file name to be " + path + " for its sub");
        }
        List<StatusListSource> covering =
                sources.stream()
                        .filter(source -> source.format() == form.get())
                        .filter(source -> source.covers(uri.get()))
                        .toList();
        if (covering.isEmpty()) {
            String expected = "expected a status entry of format %s in issuers.json that covers %s";
            unasked.add(TrustFault.of(file, expected.formatted(form.get().label(), uri.get())));
            return Optional.empty();
        }
        Optional<String> problem = Optional.empty();
        boolean isTaken = false;
        for (StatusListSource source : covering) {
            Optional<String> fault = takeOver(ListKey.of(source, uri.get()), source, token);
            isTaken |= fault.isEmpty();
            problem = fault.isPresent() ? fault : problem;
        }
        // Two sources of one uri sign with keys of their own: one of them is enough.
        return isTaken ? Optional.empty() : problem;
    }

    private Optional<String> takeOver(ListKey key, StatusListSource source, byte[] token) {
        RevocationList before = held == null ? null : held.list(source, key.uri()).orElse(null);
        Optional<String> fault =
                switch (source.read(token, now)) {
                    case ListReading.Rejected(String problem) -> Optional.of(problem);
                    case ListReading.Accepted(RevocationList list) -> judge(list, before, key);
                };
        if (fault.isPresent() && before != null) {
            // Unless another source of the same key took the new one over.
            lists.putIfAbsent(key, before);
        }
        return fault;
    }

    private Optional<String> judge(
            RevocationList list, @Nullable RevocationList before, ListKey key) {
        boolean isNewer = before == null || list.isNewerThan(before);
        // Strictly newer, or the same file again: a list that differs and does not say that it is
        // newer could be either of two, and one of them withdraws a revocation.
        if (before != null && !isNewer && !list.isSameAs(before)) {
            return Optional.of(
                    "iat: expected one after the held list's, " + before.info().issuedAt());
        }
        if (bytesBeside(key) + list.bytes() > BYTES_MAX) {
            return Optional.of("expected all lists together to have at most 64 MiB, decompressed");
        }
        lists.put(key, before == null || isNewer ? list : before);
        return Optional.empty();
    }

    private long bytesBeside(ListKey key) {
        return lists.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(key))
                .mapToLong(entry -> entry.getValue().bytes())
                .sum();
    }

    private String path(String uri, Format form) {
        return TrustDirectory.STATUS
                + HexFormat.of().formatHex(crypto.sha256(uri.getBytes(UTF_8)))
                + "."
                + form.label();
    }
}
