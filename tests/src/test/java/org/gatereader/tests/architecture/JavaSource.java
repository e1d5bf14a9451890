package org.gatereader.tests.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * One Java file as text and as the compiler's own tree, so that words in comments and strings are
 * not taken for code.
 *
 * @param path relative to the checkout
 */
record JavaSource(Path path, String text, CompilationUnitTree tree, SourcePositions positions) {

    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"\\n.*?\"\"\"", Pattern.DOTALL);

    static List<JavaSource> ours() {
        return parse(SourceTree.files(".java").stream().map(Text::onDisk).toList());
    }

    static JavaSource parse(Path path, String text) {
        return parse(List.of(new Text(path, text))).getFirst();
    }

    private static List<JavaSource> parse(List<Text> texts) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var options = List.of("-proc:none");
        var task = (JavacTask) compiler.getTask(null, null, null, options, null, texts);
        var positions = Trees.instance(task).getSourcePositions();
        // The compiler wraps what it is given; only the names come back.
        Map<URI, Text> byName =
                texts.stream().collect(Collectors.toMap(Text::toUri, Function.identity()));
        List<JavaSource> sources = new ArrayList<>();
        try {
            for (var tree : task.parse()) {
                var text = Objects.requireNonNull(byName.get(tree.getSourceFile().toUri()));
                sources.add(new JavaSource(text.path, text.text, tree, positions));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    List<String> lines() {
        return text.lines().toList();
    }

    /** The lines with every text block blank: what a program prints stands there as it is. */
    List<String> linesOfCode() {
        return TEXT_BLOCK
                .matcher(text)
                .replaceAll(block -> "\n".repeat((int) block.group().lines().count() - 1))
                .lines()
                .toList();
    }

    /** True if it lies below one of these beginnings of paths. */
    boolean liesIn(List<String> places) {
        return places.stream().anyMatch(path.toString().replace('\\', '/')::startsWith);
    }

    private static final class Text extends SimpleJavaFileObject {
        private final Path path;
        private final String text;

        Text(Path path, String text) {
            super(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE);
            this.path = path;
            this.text = text;
        }

        static Text onDisk(Path path) {
            return new Text(path, SourceTree.text(path));
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
