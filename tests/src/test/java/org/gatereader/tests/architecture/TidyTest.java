package org.gatereader.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatereader.tests.golden.GoldenFile;
import org.junit.jupiter.api.Test;

/** The sizes and habits that keep every file readable in one sitting. */
class TidyTest {
    private static final int FILE_LINES_MAX = 400;
    private static final int LINE_CHARACTERS_MAX = 120;
    private static final int METHOD_LINES_TARGET = 40;
    private static final int METHOD_LINES_MAX = 70;
    private static final int PARAMETERS_MAX = 4;
    private static final int NESTING_MAX = 3;

    private static final String[] WRITTEN_BY_PEOPLE = {
        ".java",
        ".md",
        ".xml",
        ".sh",
        ".toml",
        ".html",
        ".css",
        ".js",
        ".mjs",
        ".json",
        ".yml",
        ".service",
        ".rules",
        ".properties",
        ".txt",
        ".npmrc"
    };

    // Put together here, or this file would be the first to break its own rule.
    private static final Pattern UNOWNED_TASK =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b(?!\\(#\\d+\\))");

    private static final Pattern COMMENTED_OUT_CODE = Pattern.compile("^\\s*//.*[;{}]\\s*$");

    private static final Pattern REGISTRY =
            Pattern.compile(
                    "(repo1?|central)\\.maven\\.|maven\\.org/|registry\\.npm|npmjs\\.|deb\\.debian"
                            + "|ftp\\.debian|archive\\.ubuntu|security\\.debian|pypi\\.|<repositor"
                            + "|<pluginRepositor|<mirror|\"resolved\": *\"http|^registry *=");

    // What reads only a part of what another command writes to it.
    private static final Pattern LEFT_PIPE =
            Pattern.compile("\\| *(head\\b|grep( -[A-Za-z]+)* -[A-Za-z]*[qm])");

    private static final String BROKEN =
            """
            import static java.time.Instant.now;
            class Broken {
                void deep(int a, int b, int c, int d, int e) {
                    for (;;) {
                        if (a > b) {
                        } else if (a > c) {
                            while (true) { try { run(); } finally { stop(); } }
                        }
                    }
                }
                void calls() {
                    java.time.Instant.now();
                    var clock = (Supplier<Instant>) Instant::now;
                    new Random();
                    new Random(7);
                    new Thread(() -> {}).start();
                    list.parallelStream();
                    "System.out".length();
                }
            }
            """;

    private static final List<JavaSource> SOURCES = JavaSource.ours();

    @Test
    void noFileIsLongerThanOneSitting() {
        none(
                SOURCES.stream()
                        .filter(source -> source.lines().size() > FILE_LINES_MAX)
                        .map(source -> source.path() + ": " + source.lines().size() + " lines"));
    }

    @Test
    void noLineIsWiderThanAScreen() {
        none(inSources(line -> line.length() > LINE_CHARACTERS_MAX));
    }

    @Test
    void noMethodIsLongerThanAScreen() {
        none(methods(SOURCES).filter(method -> method.lines() > METHOD_LINES_MAX));
    }

    /** The list of methods over the target may lose entries and lines, and gain none. */
    @Test
    void methodsOverTheTargetBecomeFewer() {
        Map<String, Integer> known = new TreeMap<>();
        var golden = GoldenFile.named("long-methods.txt");
        golden.rows().stream()
                .map(row -> row.split(" ", 2))
                .forEach(cells -> known.put(cells[0], Integer.valueOf(cells[1])));
        Map<String, Integer> now = new TreeMap<>();
        methods(SOURCES)
                .filter(method -> method.lines() > METHOD_LINES_TARGET)
                .forEach(method -> now.merge(method.name(), method.lines(), Integer::max));
        none(
                now.entrySet().stream()
                        .filter(entry -> entry.getValue() > known.getOrDefault(entry.getKey(), 0))
                        .map(entry -> entry + " lines; the target is " + METHOD_LINES_TARGET));
        golden.holds(now.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList());
    }

    @Test
    void noMethodTakesMoreThanFourParameters() {
        none(methods(SOURCES).filter(method -> method.parameters() > PARAMETERS_MAX));
    }

    @Test
    void noStatementIsNestedDeeperThanThree() {
        none(methods(SOURCES).filter(method -> method.nesting() > NESTING_MAX));
    }

    @Test
    void nobodyCallsWhatIsBanned() {
        none(SOURCES.stream().flatMap(source -> BannedCalls.in(source).stream()));
    }

    @Test
    void noCommentHoldsCode() {
        none(inSources(line -> COMMENTED_OUT_CODE.matcher(line).find()));
    }

    @Test
    void everyOpenTaskNamesItsIssue() {
        none(inAllText(UNOWNED_TASK));
    }

    @Test
    void noFileNamesAPackageRegistry() {
        none(
                inAllText(REGISTRY)
                        .filter(found -> !found.startsWith(thisFile()))
                        .filter(found -> !found.contains("maven.apache.org/POM")));
    }

    /**
     * Who still writes then is ended by a signal, once in a while, and `pipefail` calls that a
     * failure.
     */
    @Test
    void noScriptLeavesAPipeBeforeItsEnd() {
        none(
                SourceTree.scripts().stream()
                        .filter(path -> SourceTree.text(path).contains("pipefail"))
                        .flatMap(path -> inText(path, LEFT_PIPE)));
    }

    /** The measures themselves, on a file that breaks all of them. */
    @Test
    void measuresWhatItSays() {
        var source = JavaSource.parse(Path.of("Broken.java"), BROKEN);
        assertEquals(
                List.of(
                        new Sizes.Method("Broken.java#deep", 8, 5, 4),
                        new Sizes.Method("Broken.java#calls", 9, 0, 0)),
                Sizes.of(source));
        var banned = BannedCalls.in(source).stream().map(found -> found.split(": ", 3)[1]).toList();
        assertEquals(
                List.of(
                        "Instant.now",
                        "Instant.now",
                        "Instant.now",
                        "new Random()",
                        "new Thread(...)",
                        "list.parallelStream"),
                banned);
    }

    private static String thisFile() {
        return "tests/src/test/java/org/gatereader/tests/architecture/TidyTest.java";
    }

    private static Stream<Sizes.Method> methods(List<JavaSource> sources) {
        return sources.stream().flatMap(source -> Sizes.of(source).stream());
    }

    private static Stream<String> inSources(Predicate<String> isBad) {
        return SOURCES.stream()
                .flatMap(source -> matching(source.path(), source.linesOfCode(), isBad).stream());
    }

    private static Stream<String> inAllText(Pattern bad) {
        return Stream.of(SourceTree.files(WRITTEN_BY_PEOPLE), SourceTree.scripts())
                .flatMap(List::stream)
                .flatMap(path -> inText(path, bad));
    }

    private static Stream<String> inText(Path path, Pattern bad) {
        var lines = SourceTree.text(path).lines().toList();
        return matching(path, lines, line -> bad.matcher(line).find()).stream();
    }

    private static List<String> matching(Path path, List<String> lines, Predicate<String> isBad) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (isBad.test(lines.get(i))) {
                found.add(path + ":" + (i + 1) + ": " + lines.get(i).strip());
            }
        }
        return found;
    }

    private static void none(Stream<?> found) {
        assertEquals("", String.join("\n", found.map(Object::toString).toList()));
    }
}
