package org.gatereader.gatectl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatereader.gatectl.repo.RepositoryException;
import org.gatereader.gatectl.repo.TufRepository;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.trust.TrustContent;
import org.gatereader.verifier.trust.TrustDirectory;
import org.gatereader.verifier.trust.TrustFault;
import org.gatereader.verifier.trust.TrustReading;
import org.gatereader.verifier.trust.TrustSnapshot;

/**
 * Reads what is staged as a gate would: a file that every gate would refuse is not worth two
 * people's signatures.
 */
final class StagedTrust {
    private static final Pattern SITE_POLICY = Pattern.compile("site/([^/]+)/policy\\.json");

    /** A list is read alike under any policy. */
    private static final String ANY_POLICY =
            """
            {"site": "any", "zone": "UTC", "lanes": ["p1-qr"]}""";

    private final TufRepository repository;

    StagedTrust(TufRepository repository) {
        this.repository = repository;
    }

    /**
     * Refuses a file that no gate could read.
     *
     * @param path as a target; of files that are neither issuers nor policy nothing is asked
     * @throws UnreadableException names every fault
     */
    void requireReadable(String path, byte[] content)
            throws RepositoryException, IOException, UnreadableException {
        Matcher site = SITE_POLICY.matcher(path);
        boolean isOfSite = site.matches();
        List<String> national = List.of(TrustDirectory.ISSUERS, TrustDirectory.POLICY);
        if (!isOfSite && !national.contains(path)) {
            return;
        }
        Map<String, byte[]> files = new HashMap<>();
        for (String other : national) {
            Optional<byte[]> staged = repository.target(other);
            staged.ifPresent(bytes -> files.put(other, bytes));
        }
        files.put(path, content);
        var reader = new TrustDirectory(new BouncyCastle(), Instant.EPOCH, Optional.empty());
        TrustReading reading = reader.readSigned(files, isOfSite ? site.group(1) : "");
        if (reading instanceof TrustReading.Faulty(List<TrustFault> faults)) {
            // The others may not be there yet.
            String own =
                    faults.stream()
                            .map(TrustFault::toString)
                            .filter(fault -> fault.startsWith(path))
                            .collect(Collectors.joining("\n"));
            if (!own.isEmpty()) {
                throw new UnreadableException(Printable.of(own));
            }
        }
    }

    /**
     * Refuses a status list that no gate would take, beside the one that is here: one faulty list
     * refuses the whole set at every gate.
     *
     * @throws UnreadableException names the first fault
     */
    void requireReadableList(String path, byte[] content, Instant now)
            throws RepositoryException, IOException, UnreadableException {
        Optional<byte[]> issuers = repository.target(TrustDirectory.ISSUERS);
        if (issuers.isEmpty()) {
            throw new UnreadableException(path + ": expected issuers.json to be here first");
        }
        Map<String, byte[]> files = new HashMap<>();
        files.put(TrustDirectory.ISSUERS, issuers.get());
        files.put(TrustDirectory.POLICY, ANY_POLICY.getBytes(UTF_8));
        repository.target(path).ifPresent(before -> files.put(path, before));
        Optional<TrustSnapshot<?>> held = Optional.empty();
        if (read(files, now, held) instanceof TrustReading.Whole(TrustContent before, var _)) {
            held = before.asProduction().map(trust -> trust);
        }
        files.put(path, content);
        List<TrustFault> faults =
                switch (read(files, now, held)) {
                    case TrustReading.Whole(TrustContent _, var ofLists) -> ofLists;
                    case TrustReading.Faulty(var all) -> all;
                };
        if (!faults.isEmpty()) {
            throw new UnreadableException(Printable.of(String.valueOf(faults.getFirst())));
        }
    }

    private static TrustReading read(
            Map<String, byte[]> files, Instant now, Optional<TrustSnapshot<?>> held) {
        return new TrustDirectory(new BouncyCastle(), now, held).read(files);
    }
}
