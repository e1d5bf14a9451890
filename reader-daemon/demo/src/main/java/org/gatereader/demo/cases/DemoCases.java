package org.gatereader.demo.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads the list of cases: blocks of {@code key: value} lines, an empty line between two. */
public final class DemoCases {
    private static final Set<String> KEYS =
            Set.of("case", "en", "ko", "how", "expect", "check", "scene", "show");

    private static final List<DemoCase> ALL = parse(resource());

    private DemoCases() {}

    /** Every case, in the file's order. */
    public static List<DemoCase> all() {
        return ALL;
    }

    /** The cases of one scene, in the file's order. */
    public static List<DemoCase> of(Scene scene) {
        return ALL.stream().filter(demoCase -> demoCase.scene() == scene).toList();
    }

    /** The cases in which there is something to judge without a gate around it. */
    public static List<DemoCase> judged() {
        return ALL.stream()
                .filter(demoCase -> !(demoCase.checked() instanceof Expectation.None))
                .toList();
    }

    /**
     * The case of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static DemoCase named(String name) {
        return ALL.stream()
                .filter(demoCase -> demoCase.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no case is named " + name));
    }

    static List<DemoCase> parse(String file) {
        var cases = new ArrayList<DemoCase>();
        var block = new LinkedHashMap<String, String>();
        for (String line : (file + "\n\n").split("\n", -1)) {
            if (line.isBlank() && !block.isEmpty()) {
                cases.add(caseOf(block));
                block.clear();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                addLine(block, line);
            }
        }
        return List.copyOf(cases);
    }

    private static void addLine(Map<String, String> block, String line) {
        int colon = line.indexOf(": ");
        String key = colon < 0 ? line : line.substring(0, colon);
        if (!KEYS.contains(key) || colon < 0) {
            throw new IllegalArgumentException("demo-cases.txt: not a line of a case: " + line);
        }
        if (block.put(key, line.substring(colon + 2)) != null) {
            throw new IllegalArgumentException("demo-cases.txt: twice in one case: " + line);
        }
    }

    private static DemoCase caseOf(Map<String, String> block) {
        String expected = require(block, "expect");
        return new DemoCase(
                require(block, "case"),
                new DemoCase.Title(require(block, "en"), require(block, "ko")),
                require(block, "how"),
                Expectation.parse(expected),
                Expectation.parse(block.getOrDefault("check", expected)),
                Scene.parse(block.getOrDefault("scene", Scene.DAY.label())),
                buttonOf(block.getOrDefault("show", "button 0")));
    }

    private static int buttonOf(String show) {
        if (!show.startsWith("button ")) {
            throw new IllegalArgumentException("demo-cases.txt: not a button: " + show);
        }
        return Integer.parseInt(show.substring("button ".length()));
    }

    private static String require(Map<String, String> block, String key) {
        String value = block.get(key);
        if (value == null) {
            throw new IllegalArgumentException(
                    "demo-cases.txt: a case without " + key + ": " + block);
        }
        return value;
    }

    private static String resource() {
        try (var file =
                Objects.requireNonNull(DemoCases.class.getResourceAsStream("demo-cases.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("demo-cases.txt can not be read", e);
        }
    }
}
