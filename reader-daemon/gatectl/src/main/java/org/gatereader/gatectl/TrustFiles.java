package org.gatereader.gatectl;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.trust.TrustDirectory;
import org.gatereader.verifier.trust.TrustFault;
import org.gatereader.verifier.trust.TrustReading;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Realm;

/** A trust directory on this machine's disk. */
final class TrustFiles {
    /** What all status lists of a gate may take, decompressed; so the files may not take more. */
    private static final int LIST_BYTES_MAX = 64 << 20;

    private static final int LISTS_MAX = 1024;

    private final Path directory;

    TrustFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * The snapshot; what is wrong with single status lists goes to {@code warnings}.
     *
     * @param now against which the lists are judged
     * @throws UnreadableException one line a fault, each with file, line and column
     */
    TrustSnapshot<Realm.Production> read(CryptoModule crypto, Instant now, PrintWriter warnings)
            throws UnreadableException {
        return switch (new TrustDirectory(crypto, now, Optional.empty()).read(files())) {
            case TrustReading.Whole(var content, var listFaults) -> {
                listFaults.forEach(fault -> warnings.println("warning: " + located(fault)));
                yield content.asProduction()
                        .orElseThrow(
                                () ->
                                        new UnreadableException(
                                                directory.resolve(TrustDirectory.ISSUERS)
                                                        + ": expected no entry of the self-check"));
            }
            case TrustReading.Faulty(var faults) ->
                    throw new UnreadableException(
                            faults.stream()
                                    .map(this::located)
                                    .collect(Collectors.joining(System.lineSeparator())));
        };
    }

    /** {@code file:line:column: problem}, the file as the caller can open it. */
    private String located(TrustFault fault) {
        String place = fault.at().map(at -> ":" + at).orElse("");
        return Printable.of(directory.resolve(fault.file()) + place + ": " + fault.problem());
    }

    private Map<String, byte[]> files() throws UnreadableException {
        if (!Files.isDirectory(directory)) {
            throw new UnreadableException(directory + ": expected a trust directory, got none");
        }
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : List.of(TrustDirectory.ISSUERS, TrustDirectory.POLICY)) {
            // One byte more than allowed: the reader of the file says so, with its name.
            add(files, name, TrustDirectory.JSON_BYTES_MAX + 1);
        }
        int bytesLeft = LIST_BYTES_MAX;
        for (String name : listNames()) {
            bytesLeft -= add(files, TrustDirectory.STATUS + name, bytesLeft);
        }
        return files;
    }

    /** Answers how many bytes it has; one that is not there is the trust reader's to miss. */
    private int add(Map<String, byte[]> files, String name, int bytesMax)
            throws UnreadableException {
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            return 0;
        }
        try {
            byte[] content = FileBytes.read(file, bytesMax);
            files.put(name, content);
            return content.length;
        } catch (UnreadableException e) {
            throw new UnreadableException(Printable.of(file + ": " + e.problem()));
        }
    }

    private List<String> listNames() throws UnreadableException {
        Path lists = directory.resolve(TrustDirectory.STATUS);
        if (!Files.isDirectory(lists)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(lists)) {
            List<String> names =
                    entries.map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> !name.startsWith("."))
                            .sorted()
                            .limit(LISTS_MAX + 1L)
                            .toList();
            if (names.size() > LISTS_MAX) {
                throw new UnreadableException(
                        lists + ": expected at most " + LISTS_MAX + " status lists, got more");
            }
            return names;
        } catch (IOException _) {
            throw new UnreadableException(lists + ": can not be listed");
        }
    }
}
