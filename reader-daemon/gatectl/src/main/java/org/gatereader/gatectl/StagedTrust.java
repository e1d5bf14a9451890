package org.gatereader.gatectl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
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
import org.gatereader.verifier.crypto.CryptoModule;
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

    private static final CryptoModule CRYPTO = new BouncyCastle();

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
     * @param now by which the lists are judged that issuers have to fit
     * @throws UnreadableException names every fault
     */
    void requireReadable(String path, byte[] content, Instant now)
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
        var reader = new TrustDirectory(CRYPTO, Instant.EPOCH, Optional.empty());
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
        if (path.equals(TrustDirectory.ISSUERS)) {
            requireListsReadable(content, now);
        }
    }

    /** Refuses issuers with whom gates would refuse a list that is here, and the set for it. */
    private void requireListsReadable(byte[] issuers, Instant now)
            throws RepositoryException, IOException, UnreadableException {
        Map<String, byte[]> files = repository.targetsOf("status");
        files.put(TrustDirectory.ISSUERS, issuers);
        files.put(TrustDirectory.POLICY, ANY_POLICY.getBytes(UTF_8));
        if (read(files, now, Optional.empty())
                instanceof TrustReading.Whole(TrustContent content, var faults)) {
            List<TrustFault> unread = new ArrayList<>(faults);
            unread.removeAll(content.unasked());
            if (!unread.isEmpty()) {
                throw new UnreadableException(
                        Printable.of(
                                unread.getFirst()
                                        + "; name both keys while lists change theirs, or take"
                                        + " the list away first: repo remove-target"));
            }
        }
    }

    /**
     * Why gates would refuse everything if these of the staged roles were public; empty where they
     * would not. What is sound alone may not be together.
     */
    Optional<String> faultWith(List<String> roles, Instant now)
            throws RepositoryException, IOException {
        Map<String, byte[]> files = repository.targetsWith(roles);
        for (String path : files.keySet()) {
            Matcher site = SITE_POLICY.matcher(path);
            if (site.matches()) {
                var reader = new TrustDirectory(CRYPTO, now, Optional.empty());
                Optional<String> fault = fault(reader.readSigned(files, site.group(1)));
                if (fault.isPresent()) {
                    return fault.map(Printable::of);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fault(TrustReading reading) {
        return switch (reading) {
            case TrustReading.Faulty(var faults) -> Optional.of(faults.getFirst().toString());
            case TrustReading.Whole(TrustContent content, var faults) ->
                    faults.stream()
                            .map(TrustFault::toString)
                            .findFirst()
                            .or(
                                    () ->
                                            content.listsWithoutCanary(CRYPTO).stream()
                                                    .map(list -> list.info().uri() + ": no canary")
                                                    .findFirst());
        };
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
        return new TrustDirectory(CRYPTO, now, held).read(files);
    }
}
