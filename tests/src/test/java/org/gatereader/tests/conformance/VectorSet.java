package org.gatereader.tests.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatereader.tests.Checkout;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Lane.Profile;

/**
 * The vectors of one profile: files, and for each that needs a signature how it is made.
 *
 * @param recipes what is shown, by file
 * @param unmet codes of reasons that no presentation of the profile can meet
 */
record VectorSet(
        Profile profile, Map<String, Function<World, String>> recipes, List<Integer> unmet) {
    /** All there are; the gate's own reasons and a bug have no vectors. */
    static List<VectorSet> all() {
        return List.of(
                new VectorSet(
                        Profile.P1,
                        VectorRecipes.all(),
                        List.of(114, 210, 211, 601, 602, 603, 604, 901, 903)),
                new VectorSet(
                        Profile.P2,
                        P2VectorRecipes.all(),
                        // Foreign codes are P1's vectors: a text that is not of P2 is judged as P1.
                        List.of(102, 110, 111, 112, 113, 601, 602, 603, 604, 901, 903)));
    }

    Path directory() {
        String name = profile.name().toLowerCase(Locale.ROOT);
        return Checkout.root().resolve("tests/vectors").resolve(name);
    }

    Path file(String name) {
        return directory().resolve(name + ".txt");
    }

    Map<String, Vector> vectors() {
        try (var files = Files.list(directory())) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .collect(
                            Collectors.toMap(
                                    file -> file.getFileName().toString().replace(".txt", ""),
                                    VectorSet::read,
                                    (one, _) -> one,
                                    TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Vector read(Path file) {
        return Vector.parse(Checkout.read(file));
    }

    /** {@code denied N} for every reason that must have a vector. */
    TreeSet<String> denials() {
        return Arrays.stream(DenyReason.values())
                .map(DenyReason::code)
                .filter(code -> !unmet.contains(code))
                .map(code -> "denied " + code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String toString() {
        return profile.name();
    }
}
