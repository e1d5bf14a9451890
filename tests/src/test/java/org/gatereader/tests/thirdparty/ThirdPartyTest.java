package org.gatereader.tests.thirdparty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Data that nobody here made: each file is judged, and EXPECTED beside it says what comes of it and
 * why. No file is without a line, no line without a file, and none of either can get lost unseen.
 */
class ThirdPartyTest {
    private static final Set<String> NOT_DATA = Set.of("LICENSE", "LICENSE.md", "NOTICE");
    private static final Set<String> OURS = Set.of("README.md", "EXPECTED");

    /**
     * One folder.
     *
     * @param files how many it has
     */
    private record DataSet(String folder, int files, Judge judge) {
        @Override
        public String toString() {
            return folder;
        }
    }

    static Stream<DataSet> sets() {
        return Stream.of(
                new DataSet("wycheproof", 5, new WycheproofJudge()),
                new DataSet("cose", 32, new CoseJudge()),
                new DataSet("sd-jwt", 35, new SdJwtJudge()),
                new DataSet("token-status-list", 27, new StatusListJudge()),
                new DataSet("dcc", 26, new HealthCertificateJudge()),
                new DataSet("qr-photos", 71, new PhotographJudge()));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void everyFileIsJudgedAsItsLineSays(DataSet set) throws IOException {
        Path folder = ThirdParty.FOLDER.resolve(set.folder);
        Map<String, String> outcomes = new TreeMap<>();
        for (Path file : files(folder)) {
            outcomes.put(folder.relativize(file).toString(), set.judge.outcome(file));
        }
        assertEquals(lines(new TreeMap<>(new Expected(folder).outcomes())), lines(outcomes));
        assertEquals(set.files, outcomes.size());
        counted(set, outcomes).forEach(System.out::println);
    }

    /** Every folder of others is one of the sets. */
    @ParameterizedTest
    @MethodSource("folders")
    void everyFolderIsASetAndHasItsLicence(Path folder) throws IOException {
        assertEquals(1, sets().filter(set -> folder.endsWith(set.folder)).count());
        try (var files = Files.list(folder)) {
            assertEquals(
                    1,
                    files.filter(it -> it.getFileName().toString().startsWith("LICENSE")).count());
        }
    }

    static List<Path> folders() throws IOException {
        try (var folders = Files.list(ThirdParty.FOLDER)) {
            return folders.toList();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !NOT_DATA.contains(file.getFileName().toString()))
                    .filter(file -> !OURS.contains(folder.relativize(file).toString()))
                    .toList();
        }
    }

    private static String lines(Map<String, String> outcomes) {
        return outcomes.entrySet().stream()
                .map(file -> file.getKey() + " | " + file.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** What {@code ./gate test} prints: a file of many cases by itself, the others by outcome. */
    private static List<String> counted(DataSet set, Map<String, String> outcomes) {
        List<String> lines = new ArrayList<>();
        Map<String, Integer> single = new TreeMap<>();
        outcomes.forEach(
                (file, outcome) -> {
                    if (Character.isDigit(outcome.charAt(0))) {
                        lines.add("counted: " + set.folder + "/" + file + ": " + outcome);
                    } else {
                        single.merge(outcome, 1, Integer::sum);
                    }
                });
        if (!single.isEmpty()) {
            lines.add("counted: " + set.folder + ": " + tally(single));
        }
        return lines;
    }

    private static String tally(Map<String, Integer> outcomes) {
        return outcomes.entrySet().stream()
                .map(outcome -> outcome.getValue() + " " + outcome.getKey())
                .collect(Collectors.joining(", "));
    }
}
