package org.gatereader.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The arrows of {@code arrows.txt}: which of our rooms may import which. */
final class Arrows {
    static final String BASE = "org.gatereader";

    /** From a room to the rooms it may import; {@code x.*} stands for a room and all below. */
    private final Map<String, List<String>> drawn = new TreeMap<>();

    static Arrows drawn() {
        var arrows = new Arrows();
        for (String row : TextTable.rows("arrows.txt")) {
            var sides = row.split("->", -1);
            var targets = sides[1].isBlank() ? List.<String>of() : words(sides[1]);
            arrows.drawn.put(sides[0].strip(), targets);
        }
        return arrows;
    }

    Set<String> rooms() {
        return drawn.keySet();
    }

    /** The innermost room that a package lies in, or null for a package nobody has drawn. */
    @Nullable String roomOf(String packageName) {
        if (!packageName.startsWith(BASE + ".")) {
            return null;
        }
        var name = packageName.substring(BASE.length() + 1);
        while (!drawn.containsKey(name)) {
            int end = name.lastIndexOf('.');
            // The base package of the daemon is the assembly, and no room for what has no row of
            // its own.
            if (end < 0 || name.substring(0, end).equals("daemon")) {
                return null;
            }
            name = name.substring(0, end);
        }
        return name;
    }

    boolean allows(String from, String to) {
        return from.equals(to)
                || drawn.getOrDefault(from, List.of()).stream()
                        .anyMatch(allowed -> covers(allowed, to));
    }

    /** Says of each class which imports of ours are not drawn. */
    ArchCondition<JavaClass> condition() {
        return new ArchCondition<>("import only along a drawn arrow") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                var from = roomOf(item.getPackageName());
                if (from == null) {
                    events.add(event(item, "lies in a package that has no row in arrows.txt"));
                    return;
                }
                item.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(target -> target.getPackageName().startsWith(BASE + "."))
                        .distinct()
                        .forEach(target -> checkArrow(item, from, target, events));
            }
        };
    }

    private void checkArrow(JavaClass item, String from, JavaClass target, ConditionEvents events) {
        var to = roomOf(target.getPackageName());
        if (to == null || !allows(from, to)) {
            var arrow = from + " -> " + (to == null ? target.getPackageName() : to);
            events.add(event(item, "imports " + target.getName() + ": " + arrow + " is not drawn"));
        }
    }

    private static ConditionEvent event(JavaClass item, String message) {
        return SimpleConditionEvent.violated(item, item.getName() + " " + message);
    }

    private static boolean covers(String allowed, String room) {
        if (!allowed.endsWith(".*")) {
            return allowed.equals(room);
        }
        var top = allowed.substring(0, allowed.length() - 2);
        return room.equals(top) || room.startsWith(top + ".");
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
