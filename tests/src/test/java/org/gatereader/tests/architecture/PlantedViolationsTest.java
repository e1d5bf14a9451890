package org.gatereader.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A rule that never reports anything looks exactly like one that holds. So each kind of violation
 * is compiled once and must be reported, and what is allowed is compiled as well and must not be.
 */
class PlantedViolationsTest {
    private static final Pattern PLANTED_CLASS =
            Pattern.compile("org\\.gatereader\\.[\\w.]*\\.Planted\\d+");

    @TempDir private Path directory;

    private final Planted planted = new Planted();

    /** From a planted class to what its report must say. */
    private final Map<String, String> expected = new LinkedHashMap<>();

    @Test
    void reportsEachImportAgainstAnArrow() throws Exception {
        for (String row : TextTable.rows("planted-arrows.txt")) {
            var sides = row.split("\\s*->\\s*", 2);
            boolean isRoom = Rules.ARROWS.rooms().contains(sides[0]);
            expected.put(
                    planted.arrow(sides[0], sides[1]),
                    isRoom ? "is not drawn" : "has no row in arrows.txt");
        }
        allAreReported("imports against an arrow");
    }

    @Test
    void plantsAtLeastOneForbiddenImportInEveryRoom() {
        Set<String> bare = new TreeSet<>(Rules.ARROWS.rooms());
        TextTable.rows("planted-arrows.txt").forEach(row -> bare.remove(row.split("\\s*->", 2)[0]));
        assertEquals(Set.of(), bare);
    }

    @Test
    void doesNotReportADrawnArrow() throws Exception {
        for (String from : Rules.ARROWS.rooms()) {
            for (String to : Rules.ARROWS.rooms()) {
                if (Rules.ARROWS.allows(from, to)) {
                    expected.put(planted.arrow(from, to), "");
                }
            }
        }
        planted.compile(directory);
        assertEquals(List.of(), Rules.complaints(new ClassFileImporter().importPath(directory)));
        System.out.println("drawn arrows: " + expected.size() + " compiled, 0 reported");
    }

    @Test
    void reportsEachForbiddenUseOfTheJdkOrALibrary() throws Exception {
        Set<String> kinds = new TreeSet<>();
        for (String row : TextTable.rows("planted-calls.txt")) {
            var cells = row.split("\\s*\\|\\s*", 4);
            kinds.add(cells[0]);
            for (String room : cells[1].equals("*") ? pureRooms() : List.of(cells[1])) {
                expected.put(planted.statement(room, cells[3]), cells[2]);
            }
        }
        allAreReported("forbidden uses of " + kinds.size() + " kinds " + kinds);
    }

    private void allAreReported(String what) throws Exception {
        planted.compile(directory);
        var complaints = Rules.complaints(new ClassFileImporter().importPath(directory));
        Map<String, List<String>> byClass =
                complaints.stream().collect(Collectors.groupingBy(PlantedViolationsTest::culprit));
        List<String> unreported = new ArrayList<>();
        expected.forEach(
                (type, say) -> {
                    var said = byClass.getOrDefault(type, List.of());
                    if (said.stream().noneMatch(sentence -> sentence.contains(say))) {
                        unreported.add(type + " should be reported with " + say + ": " + said);
                    }
                });
        System.out.printf(
                "%s: %d planted, %d reported%n",
                what, expected.size(), expected.size() - unreported.size());
        assertEquals(List.of(), unreported);
    }

    private static String culprit(String complaint) {
        var type = PLANTED_CLASS.matcher(complaint);
        assertTrue(type.find(), complaint);
        return type.group();
    }

    private static List<String> pureRooms() {
        return Rules.ARROWS.rooms().stream()
                .filter(room -> room.equals("qr") || room.startsWith("verifier."))
                .toList();
    }
}
