package org.gatereader.tests.architecture;

import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gatereader.tests.Checkout;

/**
 * The tree of directories that a document draws in a fenced block, the first with a line that
 * begins with {@code reader-daemon/}. A line begins with the entry, indented below its directory;
 * what follows is more entries, as long as they exist, and then words.
 */
final class DocumentedTree {
    private final Map<String, Set<String>> children = new TreeMap<>();

    private record Level(int indent, String path) {}

    static DocumentedTree in(List<String> document) {
        var tree = new DocumentedTree();
        Deque<Level> open = new ArrayDeque<>();
        for (String line : fence(document)) {
            var text = line.replaceAll("[│├└─]", " ");
            int indent = text.length() - text.stripLeading().length();
            while (!open.isEmpty() && open.getFirst().indent() >= indent) {
                open.removeFirst();
            }
            var parent = open.isEmpty() ? "" : open.getFirst().path();
            open.addFirst(new Level(indent, tree.add(parent, text.strip())));
        }
        return tree;
    }

    /** The entries drawn below a directory, or at the top for an empty path. */
    Set<String> children(String directory) {
        return children.getOrDefault(directory, Set.of());
    }

    /** The directories that are drawn with something in them. */
    List<String> parents() {
        return children.keySet().stream().filter(path -> !path.isEmpty()).toList();
    }

    /** Adds the entries of a line; the answer is the path of the first. */
    private String add(String parent, String line) {
        var words = List.of(line.split("\\s+"));
        var first = path(parent, words.getFirst());
        for (String word : words) {
            if (!path(parent, word).equals(first)
                    && !Files.exists(Checkout.root().resolve(path(parent, word)))) {
                break;
            }
            if (!word.startsWith(".")) {
                children.computeIfAbsent(parent, unused -> new TreeSet<>()).add(name(word));
            }
        }
        return first;
    }

    private static String path(String parent, String word) {
        return parent.isEmpty() ? name(word) : parent + "/" + name(word);
    }

    private static String name(String word) {
        return word.endsWith("/") ? word.substring(0, word.length() - 1) : word;
    }

    private static List<String> fence(List<String> document) {
        List<String> block = new ArrayList<>();
        boolean isInside = false;
        for (String line : document) {
            if (line.startsWith("```")) {
                if (block.stream().anyMatch(row -> row.startsWith("reader-daemon/"))) {
                    return block;
                }
                block.clear();
                isInside = !isInside;
            } else if (isInside && !line.isBlank()) {
                block.add(line);
            }
        }
        return List.of();
    }
}
