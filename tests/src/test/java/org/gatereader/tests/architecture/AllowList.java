package org.gatereader.tests.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a pure module may use that is not ours, class by class and where needed by member. */
final class AllowList {
    private final String file;
    private final List<Entry> entries = new ArrayList<>();
    private Set<String> bannedEverywhere = Set.of();

    /**
     * @param name a class, or {@code package.*} for one package with those below it
     * @param only the members it is allowed for; empty means every one
     * @param never the members it is not allowed for
     * @param room where the entry counts, or empty for the whole module
     */
    private record Entry(String name, Set<String> only, Set<String> never, String room) {
        boolean namesClass(String className) {
            return name.endsWith(".*")
                    ? className.startsWith(name.substring(0, name.length() - 1))
                    : className.equals(name);
        }

        boolean countsIn(String packageName) {
            var whole = Arrows.BASE + "." + room;
            return room.isEmpty()
                    || packageName.equals(whole)
                    || packageName.startsWith(whole + ".");
        }

        boolean allowsMember(String member) {
            return !never.contains(member) && (only.isEmpty() || only.contains(member));
        }
    }

    private AllowList(String file) {
        this.file = file;
    }

    static AllowList of(String file) {
        var list = new AllowList(file);
        for (String row : TextTable.rows(file)) {
            var entry = entry(row);
            if (entry.name().equals("*")) {
                list.bannedEverywhere = entry.never();
            } else {
                list.entries.add(entry);
            }
        }
        return list;
    }

    /** Says of each class what it uses that is not on the list. */
    ArchCondition<JavaClass> condition() {
        return new ArchCondition<>("use only what " + file + " allows") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                Stream.concat(forbiddenClasses(item), forbiddenMembers(item))
                        .distinct()
                        .map(use -> item.getName() + " uses " + use + ", not in " + file)
                        .forEach(say -> events.add(SimpleConditionEvent.violated(item, say)));
            }
        };
    }

    private Stream<String> forbiddenClasses(JavaClass item) {
        return item.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> !target.isPrimitive() && !isOurs(target))
                .filter(target -> entriesFor(item, target).isEmpty())
                .map(JavaClass::getName);
    }

    private Stream<String> forbiddenMembers(JavaClass item) {
        return item.getAccessesFromSelf().stream()
                .filter(access -> !allowsMember(item, access))
                .map(access -> access.getTargetOwner().getName() + "." + access.getName());
    }

    private boolean allowsMember(JavaClass item, JavaAccess<?> access) {
        var owner = access.getTargetOwner().getBaseComponentType();
        if (bannedEverywhere.contains(access.getName())) {
            // Our own may be called now; what they inherit from the JDK may not.
            var declared = access.getTarget().resolveMember().map(JavaMember::getOwner);
            return declared.isPresent() && isOurs(declared.get());
        }
        // What is on no entry at all is reported as a class.
        var listed = entriesFor(item, owner);
        return listed.isEmpty()
                || listed.stream().anyMatch(entry -> entry.allowsMember(access.getName()));
    }

    private List<Entry> entriesFor(JavaClass item, JavaClass target) {
        return entries.stream()
                .filter(entry -> entry.namesClass(target.getName()))
                .filter(entry -> entry.countsIn(item.getPackageName()))
                .toList();
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(Arrows.BASE + ".");
    }

    private static Entry entry(String row) {
        var placed = row.split(" in ", 2);
        var parts = placed[0].split(":", 2);
        var members =
                parts.length == 1 ? List.<String>of() : List.of(parts[1].strip().split("\\s+"));
        return new Entry(
                parts[0].strip(),
                members.stream()
                        .filter(member -> !member.startsWith("!"))
                        .collect(Collectors.toSet()),
                members.stream()
                        .filter(member -> member.startsWith("!"))
                        .map(member -> member.substring(1))
                        .collect(Collectors.toSet()),
                placed.length == 1 ? "" : placed[1].strip());
    }
}
