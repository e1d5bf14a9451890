package org.gatereader.tests.tufclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.trust.tuf.Outcome;
import org.gatereader.verifier.trust.tuf.TargetFile;
import org.gatereader.verifier.trust.tuf.TrustedTargets;
import org.gatereader.verifier.trust.tuf.TufClient;

/**
 * The verifier's TUF client as the command that theupdateframework/tuf-conformance calls: {@code
 * init}, {@code refresh} and {@code download} of its CLIENT-CLI.md. Not a part of the product.
 */
final class Main {
    private final CryptoModule crypto = new BouncyCastle();
    private final Map<String, String> options = new HashMap<>();
    private final List<String> targetNames = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final PrintStream out;

    private Main(String[] arguments, PrintStream out) {
        this.out = out;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--target-name" -> targetNames.add(arguments[++i]);
                case String option when option.startsWith("--") ->
                        options.put(option, arguments[++i]);
                case String word -> words.add(word);
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        boolean done = new Main(arguments, System.err).run(Instant.now());
        System.exit(done ? 0 : 1);
    }

    private boolean run(Instant start) throws IOException {
        return switch (words.getFirst()) {
            case "init" -> init(Path.of(words.get(1)));
            case "refresh" -> refresh(start) instanceof Outcome.Trusted;
            case "download" ->
                    refresh(start) instanceof Outcome.Trusted<TrustedTargets>(var targets)
                            && download(targets);
            default -> false;
        };
    }

    private boolean init(Path trustedRoot) throws IOException {
        store().save("root.json", Files.readAllBytes(trustedRoot));
        return true;
    }

    private Outcome<TrustedTargets> refresh(Instant start) {
        var repository =
                new HttpRepository(
                        option("--metadata-url"), options.getOrDefault("--target-base-url", ""));
        return told(new TufClient(crypto, repository, store()).refresh(start));
    }

    private boolean download(TrustedTargets targets) throws IOException {
        for (String name : targetNames) {
            if (!(told(targets.find(name)) instanceof Outcome.Trusted<TargetFile>(var target))
                    || !download(targets, target)) {
                return false;
            }
        }
        return true;
    }

    private boolean download(TrustedTargets targets, TargetFile target) throws IOException {
        var file = Path.of(option("--target-dir")).resolve(URLEncoder.encode(target.path(), UTF_8));
        if (Files.exists(file) && target.is(Files.readAllBytes(file), crypto)) {
            return true;
        }
        if (told(targets.fetch(target)) instanceof Outcome.Trusted<byte[]>(var content)) {
            Files.write(file, content);
            return true;
        }
        return false;
    }

    private <T> Outcome<T> told(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Refused<T>(var why, String file)) {
            out.println(file + ": " + why + " (" + why.step() + ")");
        }
        return outcome;
    }

    private DirectoryStore store() {
        return new DirectoryStore(Path.of(option("--metadata-dir")));
    }

    private String option(String name) {
        return Objects.requireNonNull(options.get(name), name);
    }
}
