package org.gatereader.tests.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Measures the methods of one file. */
final class Sizes extends TreeScanner<@Nullable Void, List<Sizes.Method>> {
    /**
     * @param name the method's place, as {@code path#name}
     * @param lines from its first annotation or modifier to its closing brace
     * @param nesting how many statements with bodies lie in each other, the method itself not
     *     counted; an {@code else if} is as deep as its {@code if}
     */
    record Method(String name, int lines, int parameters, int nesting) {}

    private final JavaSource source;

    private Sizes(JavaSource source) {
        this.source = source;
    }

    static List<Method> of(JavaSource source) {
        List<Method> methods = new ArrayList<>();
        new Sizes(source).scan(source.tree(), methods);
        return methods;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, List<Method> methods) {
        var name = source.path() + "#" + method.getName();
        int nesting = method.getBody() == null ? 0 : new Nesting().scan(method.getBody(), 0);
        methods.add(new Method(name, lines(method), method.getParameters().size(), nesting));
        return super.visitMethod(method, methods);
    }

    private int lines(Tree tree) {
        var unit = source.tree();
        var map = unit.getLineMap();
        long first = map.getLineNumber(source.positions().getStartPosition(unit, tree));
        long last = map.getLineNumber(source.positions().getEndPosition(unit, tree));
        return (int) (last - first + 1);
    }

    /** The argument is the depth outside a tree, the answer the greatest depth inside it. */
    private static final class Nesting extends TreeScanner<Integer, Integer> {
        private static final Set<Tree.Kind> DEEPER =
                EnumSet.of(
                        Tree.Kind.IF,
                        Tree.Kind.FOR_LOOP,
                        Tree.Kind.ENHANCED_FOR_LOOP,
                        Tree.Kind.WHILE_LOOP,
                        Tree.Kind.DO_WHILE_LOOP,
                        Tree.Kind.SWITCH,
                        Tree.Kind.SWITCH_EXPRESSION,
                        Tree.Kind.TRY,
                        Tree.Kind.SYNCHRONIZED);

        @Override
        public Integer scan(@Nullable Tree tree, Integer outside) {
            if (tree == null) {
                return outside;
            }
            int here = DEEPER.contains(tree.getKind()) ? outside + 1 : outside;
            return reduce(here, super.scan(tree, here));
        }

        @Override
        public Integer visitIf(IfTree tree, Integer here) {
            var otherwise = tree.getElseStatement();
            int chained = otherwise instanceof IfTree ? here - 1 : here;
            return reduce(
                    scan(tree.getCondition(), here),
                    reduce(scan(tree.getThenStatement(), here), scan(otherwise, chained)));
        }

        /** The methods of an inner class are measured by themselves. */
        @Override
        public Integer visitClass(ClassTree tree, Integer here) {
            return here;
        }

        @Override
        public Integer reduce(@Nullable Integer one, @Nullable Integer other) {
            return Math.max(one == null ? 0 : one, other == null ? 0 : other);
        }
    }
}
