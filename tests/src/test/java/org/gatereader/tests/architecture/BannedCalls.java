package org.gatereader.tests.architecture;

import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls that hide a clock, a thread, a stream or chance, each with what to use in its stead. */
final class BannedCalls {

    /**
     * @param call matches the last two names of a qualified call, or {@code new X()}
     * @param instead what a person shall write
     * @param places beginnings of the paths where it is allowed
     */
    private record Ban(String row, Pattern call, String instead, List<String> places) {}

    private static final List<Ban> BANS = bans();

    private BannedCalls() {}

    static List<String> in(JavaSource source) {
        List<String> found = new ArrayList<>();
        new Scanner(source).scan(source.tree(), found);
        return found;
    }

    /** The calls themselves, as the table writes them. */
    static List<String> rows() {
        return BANS.stream().map(Ban::row).toList();
    }

    private static List<Ban> bans() {
        Map<String, List<String>> places =
                TextTable.rows("places.txt").stream()
                        .map(BannedCalls::cells)
                        .collect(Collectors.toMap(cells -> cells.get(0), cells -> words(cells, 1)));
        return TextTable.rows("banned-calls.txt").stream()
                .map(BannedCalls::cells)
                .map(cells -> ban(cells, places))
                .toList();
    }

    private static Ban ban(List<String> cells, Map<String, List<String>> places) {
        var allowed =
                words(cells, 2).stream()
                        .flatMap(
                                word ->
                                        word.startsWith("@")
                                                ? places
                                                        .getOrDefault(word.substring(1), List.of())
                                                        .stream()
                                                : Stream.of(word))
                        .toList();
        var call = "\\Q" + cells.get(0).replace("*", "\\E\\w*\\Q") + "\\E";
        // Without parentheses in the table, new X means any of its constructors.
        var end = cells.get(0).startsWith("new ") && !cells.get(0).endsWith(")") ? ".*" : "";
        return new Ban(cells.get(0), Pattern.compile(call + end), cells.get(1), allowed);
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
    }

    private static List<String> words(List<String> cells, int index) {
        return Arrays.stream(cells.get(index).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static final class Scanner extends TreeScanner<@Nullable Void, List<String>> {
        private final JavaSource source;

        Scanner(JavaSource source) {
            this.source = source;
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree tree, List<String> found) {
            judge(lastName(tree.getExpression()) + "." + tree.getIdentifier(), tree, found);
            return super.visitMemberSelect(tree, found);
        }

        @Override
        public @Nullable Void visitMemberReference(MemberReferenceTree tree, List<String> found) {
            var owner = lastName(tree.getQualifierExpression());
            boolean isConstructor = tree.getMode() == MemberReferenceTree.ReferenceMode.NEW;
            judge(
                    isConstructor ? "new " + owner + "()" : owner + "." + tree.getName(),
                    tree,
                    found);
            return super.visitMemberReference(tree, found);
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree tree, List<String> found) {
            var arguments = tree.getArguments().isEmpty() ? "()" : "(...)";
            judge("new " + lastName(tree.getIdentifier()) + arguments, tree, found);
            return super.visitNewClass(tree, found);
        }

        @Override
        public @Nullable Void visitImport(ImportTree tree, List<String> found) {
            // A static import would hide the owner from all that follows.
            return tree.isStatic() ? super.visitImport(tree, found) : null;
        }

        private void judge(String call, Tree tree, List<String> found) {
            BANS.stream()
                    .filter(ban -> ban.call().matcher(call).matches())
                    .filter(ban -> !source.liesIn(ban.places()))
                    .forEach(ban -> found.add(where(tree) + ": " + call + ": " + ban.instead()));
        }

        private String where(Tree tree) {
            var unit = source.tree();
            var start = source.positions().getStartPosition(unit, tree);
            return source.path() + ":" + unit.getLineMap().getLineNumber(start);
        }

        private static String lastName(Tree tree) {
            return tree instanceof MemberSelectTree select
                    ? select.getIdentifier().toString()
                    : tree.toString();
        }
    }
}
