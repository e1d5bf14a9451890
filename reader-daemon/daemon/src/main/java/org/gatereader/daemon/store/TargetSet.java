package org.gatereader.daemon.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gatereader.daemon.control.wire.TrustReport.Target;
import org.gatereader.verifier.crypto.CryptoModule;

/**
 * Which targets make one serving set, and the time at which they were judged: by that time, and no
 * other, they are judged again when the process starts, whatever its clock says then.
 *
 * <p>Its file is text, the digest of all lines before it in the last one.
 */
record TargetSet(Instant judgedAt, List<Target> targets) {
    private static final String JUDGED = "judged ";
    private static final String DIGEST = "sha256 ";

    TargetSet {
        targets = List.copyOf(targets);
    }

    /** Whether another set is made of the same files. */
    boolean hasTargetsOf(TargetSet other) {
        return targets.equals(other.targets);
    }

    Optional<Target> target(String path) {
        return targets.stream().filter(target -> target.path().equals(path)).findFirst();
    }

    byte[] toFile(CryptoModule crypto) {
        var text = new StringBuilder(JUDGED).append(judgedAt).append('\n');
        for (Target target : targets) {
            text.append(target.sha256()).append(' ');
            text.append(target.bytes()).append(' ').append(target.path()).append('\n');
        }
        String digest = HexFormat.of().formatHex(crypto.sha256(text.toString().getBytes(UTF_8)));
        return text.append(DIGEST).append(digest).append('\n').toString().getBytes(UTF_8);
    }

    /** The set that a file tells; empty where it is torn or worn. */
    static Optional<TargetSet> ofFile(byte[] file, CryptoModule crypto) {
        List<String> lines = new String(file, UTF_8).lines().toList();
        if (lines.size() < 2 || !lines.getFirst().startsWith(JUDGED)) {
            return Optional.empty();
        }
        try {
            List<Target> targets = new ArrayList<>();
            for (String line : lines.subList(1, lines.size() - 1)) {
                String[] words = line.split(" ", 3);
                targets.add(new Target(words[2], Long.parseLong(words[1]), words[0]));
            }
            Instant judgedAt = Instant.parse(lines.getFirst().substring(JUDGED.length()));
            var read = new TargetSet(judgedAt, targets);
            // One text, one set: the digest holds if writing it again gives the same bytes.
            boolean isWhole = Arrays.equals(read.toFile(crypto), file);
            return isWhole ? Optional.of(read) : Optional.empty();
        } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException _) {
            return Optional.empty();
        }
    }
}
