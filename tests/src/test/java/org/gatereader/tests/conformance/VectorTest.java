package org.gatereader.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatereader.tests.golden.GoldenFile;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Realm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every vector of {@code tests/vectors/p1} and {@code p2} as a stranger would: from the files
 * alone.
 *
 * <p>With {@code -Dgolden.update=true} it writes first: trust directories that are missing, and the
 * payloads of files that have only their header. What is there stays, for signatures are random.
 */
class VectorTest {
    private static final int GRANTED_MIN = 20;

    /** Words, links and foreign codes are written by hand; a presentation never is. */
    private static final int PAYLOAD_BY_HAND_MAX = 100;

    private static final Map<String, TrustSnapshot<Realm.Production>> SNAPSHOTS = new HashMap<>();

    static List<VectorSet> sets() {
        return VectorSet.all();
    }

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
        for (VectorSet set : sets()) {
            for (var recipe : set.recipes().entrySet()) {
                Path file = set.file(recipe.getKey());
                Vector vector = VectorSet.read(file);
                if (vector.payload().isEmpty()) {
                    Files.writeString(file, filled(vector, recipe.getValue()));
                }
            }
        }
    }

    private static String filled(Vector vector, Function<World, String> recipe) {
        String content;
        do {
            content = vector.content(recipe.apply(VectorTrust.world(vector.trust())));
            // A text that ends in a blank would not survive an editor.
        } while (content.endsWith(" \n"));
        return content;
    }

    @TestFactory
    Stream<DynamicContainer> everyVectorIsJudgedAsItsHeaderSays() {
        return sets().stream()
                .map(
                        set ->
                                DynamicContainer.dynamicContainer(
                                        set.profile().name(),
                                        set.vectors().entrySet().stream().map(VectorTest::judged)));
    }

    private static DynamicTest judged(Map.Entry<String, Vector> file) {
        return DynamicTest.dynamicTest(
                file.getKey() + ": " + file.getValue().comment(),
                () -> assertJudged(file.getValue()));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void everyPresentationHasARecipeAndEveryRecipeAFile(VectorSet set) {
        var presentations =
                set.vectors().entrySet().stream()
                        .filter(file -> file.getValue().payload().length() > PAYLOAD_BY_HAND_MAX)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(set.recipes().keySet()), presentations);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void everyReasonThatAPresentationCanMeetHasAVector(VectorSet set) {
        var vectors = set.vectors().values();
        var counts =
                vectors.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Vector::expected, TreeMap::new, Collectors.counting()));
        long granted = vectors.stream().filter(it -> it.expected().startsWith("granted")).count();
        System.out.println(
                "counted: vectors of %s: %d, granted: %d, by answer: %s"
                        .formatted(set.profile(), vectors.size(), granted, counts));
        counts.keySet().removeIf(answer -> answer.startsWith("granted"));
        assertEquals(set.denials(), counts.keySet());
        assertTrue(granted >= GRANTED_MIN, granted + " granted");
    }

    private static void assertJudged(Vector vector) {
        assertTrue(vector.fields().keySet().containsAll(Vector.REQUIRED));
        var trust = SNAPSHOTS.computeIfAbsent(vector.trust(), TrustVectors::named);
        assertEquals(vector.expected(), vector.judge(trust));
    }
}
