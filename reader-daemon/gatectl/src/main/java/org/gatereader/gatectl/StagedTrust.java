package org.gatereader.gatectl;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatereader.gatectl.repo.RepositoryException;
import org.gatereader.gatectl.repo.TufRepository;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.trust.TrustDirectory;
import org.gatereader.verifier.trust.TrustFault;
import org.gatereader.verifier.trust.TrustReading;

/**
 * Reads what is staged as a gate would: a file that every gate would refuse is not worth two
 * people's signatures.
 */
final class StagedTrust {
    private static final String SITE_POLICY = "site/[^/]+/policy\\.json";

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
        String kind = path.matches(SITE_POLICY) ? TrustDirectory.POLICY : path;
        if (!kind.equals(TrustDirectory.ISSUERS) && !kind.equals(TrustDirectory.POLICY)) {
            return;
        }
        Map<String, byte[]> files = new HashMap<>();
        for (String other : List.of(TrustDirectory.ISSUERS, TrustDirectory.POLICY)) {
            Optional<byte[]> staged = repository.target(other);
            staged.ifPresent(bytes -> files.put(other, bytes));
        }
        files.put(kind, content);
        var reader = new TrustDirectory(new BouncyCastle(), Instant.EPOCH, Optional.empty());
        if (reader.read(files) instanceof TrustReading.Faulty(List<TrustFault> faults)) {
            // The other of the two may not be there yet.
            String own =
                    faults.stream()
                            .map(TrustFault::toString)
                            .filter(fault -> fault.startsWith(kind))
                            .collect(Collectors.joining("\n"));
            if (!own.isEmpty()) {
                throw new UnreadableException(Printable.of(own));
            }
        }
    }
}
