package org.gatereader.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatereader.tests.Checkout;
import org.junit.jupiter.api.Test;

/** What the documents say exists. */
class DocumentsTest {
    private static final int ARCHITECTURE_LINES_MAX = 200;
    private static final Path README = Path.of("README.md");
    private static final Path ARCHITECTURE = Path.of("ARCHITECTURE.md");

    private static final Pattern LINK =
            Pattern.compile("\\[[^]]*]\\(([^)\\s]+)\\)|src=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
    private static final Pattern TEST = Pattern.compile("\\b[A-Z]\\w+Test\\b");

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Path document : SourceTree.files(".md")) {
            links(document)
                    .filter(link -> !link.matches("(?i)[a-z]+:.*"))
                    .filter(link -> !leadsSomewhere(document, link))
                    .forEach(link -> broken.add(document + ": " + link));
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void everyTestThatADocumentNamesExists() {
        var tests =
                SourceTree.files("Test.java").stream()
                        .map(path -> path.getFileName().toString().replace(".java", ""))
                        .collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        for (Path document : SourceTree.files(".md")) {
            matches(TEST, SourceTree.text(document))
                    .map(MatchResult::group)
                    .filter(name -> !tests.contains(name))
                    .forEach(name -> missing.add(document + ": " + name));
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void theArchitectureIsReadInOneSitting() {
        assertTrue(lines(ARCHITECTURE).size() <= ARCHITECTURE_LINES_MAX);
    }

    @Test
    void theTreeInTheReadmeIsTheTreeOnDisk() throws IOException {
        var tree = DocumentedTree.in(lines(README));
        var root = Checkout.root();
        if (!Files.exists(root.resolve(README))) {
            return;
        }
        assertEquals(onDisk(root, path -> true), tree.children(""));
        for (String directory : tree.parents()) {
            assertEquals(
                    onDisk(root.resolve(directory), Files::isDirectory), tree.children(directory));
        }
    }

    private static Set<String> onDisk(Path directory, Predicate<Path> counts) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.filter(counts)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.equals("target"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> links(Path document) {
        return matches(LINK, SourceTree.text(document))
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1));
    }

    private static boolean leadsSomewhere(Path document, String link) {
        var parts = link.split("#", 2);
        var place = Checkout.root().resolve(document);
        var target = parts[0].isEmpty() ? place : place.resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return parts.length == 1 || anchors(Checkout.read(target)).contains(parts[1]);
    }

    private static Set<String> anchors(String document) {
        return matches(HEADING, document)
                .map(heading -> heading.group(1).strip().toLowerCase(Locale.ROOT))
                .map(text -> text.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static List<String> lines(Path document) {
        var file = Checkout.root().resolve(document);
        return Files.exists(file) ? Checkout.read(file).lines().toList() : List.of();
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
