package org.gatereader.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatereader.demo.wallet.Presentation;
import org.gatereader.tests.Checkout;
import org.gatereader.tests.golden.GoldenFile;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Realm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every vector of {@code tests/vectors/p1} as a stranger would: from the files alone.
 *
 * <p>With {@code -Dgolden.update=true} it writes first: trust directories that are missing, and the
 * payloads of files that have only their header. What is there stays, for signatures are random.
 */
class VectorTest {
    private static final Path VECTORS = Checkout.root().resolve("tests/vectors/p1");
    private static final int GRANTED_MIN = 20;

    /** Words, links and foreign codes are written by hand; a presentation never is. */
    private static final int PAYLOAD_BY_HAND_MAX = 100;

    /** Of P2, or of the gate itself, or a bug: no P1 presentation meets them. */
    private static final List<Integer> NOT_OF_P1 =
            List.of(114, 210, 211, 601, 602, 603, 604, 901, 903);

    private static final Map<String, TrustSnapshot<Realm.Production>> SNAPSHOTS = new HashMap<>();

    @BeforeAll
    static void writeWhatIsMissing() throws IOException {
        if (!GoldenFile.isUpdating()) {
            return;
        }
        for (String name : VectorTrust.names()) {
            if (!Files.exists(TrustVectors.DIRECTORY.resolve(name))) {
                VectorTrust.world(name).directory().writeTo(TrustVectors.DIRECTORY.resolve(name));
            }
        }
        for (var recipe : VectorRecipes.all().entrySet()) {
            Path file = VECTORS.resolve(recipe.getKey() + ".txt");
            Vector vector = read(file);
            if (vector.payload().isEmpty()) {
                Files.writeString(file, filled(vector, recipe.getValue()));
            }
        }
    }

    private static String filled(Vector vector, Function<World, Presentation> recipe) {
        String content;
        do {
            var world = VectorTrust.world(vector.trust());
            content = vector.content(recipe.apply(world).toBytes());
            // A text that ends in a blank would not survive an editor.
        } while (content.endsWith(" \n"));
        return content;
    }

    @TestFactory
    Stream<DynamicTest> everyVectorIsJudgedAsItsHeaderSays() {
        return vectors().entrySet().stream()
                .map(
                        file ->
                                DynamicTest.dynamicTest(
                                        file.getKey() + ": " + file.getValue().comment(),
                                        () -> assertJudged(file.getValue())));
    }

    @Test
    void everyPresentationHasARecipeAndEveryRecipeAFile() {
        var presentations =
                vectors().entrySet().stream()
                        .filter(file -> file.getValue().payload().length() > PAYLOAD_BY_HAND_MAX)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(VectorRecipes.all().keySet()), presentations);
    }

    @Test
    void everyReasonThatAP1PresentationCanMeetHasAVector() {
        var expected =
                Arrays.stream(DenyReason.values())
                        .map(DenyReason::code)
                        .filter(code -> !NOT_OF_P1.contains(code))
                        .map(code -> "denied " + code)
                        .collect(Collectors.toCollection(TreeSet::new));
        var counts =
                vectors().values().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Vector::expected, TreeMap::new, Collectors.counting()));
        long granted =
                vectors().values().stream()
                        .filter(vector -> vector.expected().startsWith("granted"))
                        .count();
        System.out.println(
                "counted: vectors of P1: "
                        + vectors().size()
                        + ", granted: "
                        + granted
                        + ", by answer: "
                        + counts);
        counts.keySet().removeIf(answer -> answer.startsWith("granted"));
        assertEquals(expected, counts.keySet());
        assertTrue(granted >= GRANTED_MIN, granted + " granted");
    }

    private static void assertJudged(Vector vector) {
        assertTrue(vector.fields().keySet().containsAll(Vector.REQUIRED));
        var trust = SNAPSHOTS.computeIfAbsent(vector.trust(), TrustVectors::named);
        assertEquals(vector.expected(), vector.judge(trust));
    }

    private static Map<String, Vector> vectors() {
        try (var files = Files.list(VECTORS)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .collect(
                            Collectors.toMap(
                                    file -> file.getFileName().toString().replace(".txt", ""),
                                    VectorTest::read,
                                    (one, _) -> one,
                                    TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Vector read(Path file) {
        return Vector.parse(Checkout.read(file));
    }
}
