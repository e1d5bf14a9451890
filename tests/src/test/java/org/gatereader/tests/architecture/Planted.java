package org.gatereader.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Classes that break one rule each, compiled on the spot. */
final class Planted {
    private final Map<String, String> sources = new TreeMap<>();

    /** Plants a class and a public stand-in for what it imports. */
    String arrow(String from, String to) {
        addClass(to, "Target", "public class Target {}");
        return statement(from, "new " + Arrows.BASE + "." + to + ".Target();");
    }

    /** Plants a class with one statement; the answer is the full name of the class. */
    String statement(String room, String statement) {
        var name = "Planted" + sources.size();
        var body =
                """
                final class %s {
                    void planted() throws Exception {
                        %s
                    }
                }
                """
                        .formatted(name, statement);
        return addClass(room, name, body);
    }

    private String addClass(String room, String name, String body) {
        var fullName = Arrows.BASE + "." + room + "." + name;
        sources.put(fullName, "package " + Arrows.BASE + "." + room + ";\n" + body);
        return fullName;
    }

    /** Compiles all that was planted, in one go, into a directory. */
    void compile(Path directory) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var complaints = new StringWriter();
        var units = sources.entrySet().stream().map(Planted::unit).toList();
        // Warnings are what a planted violation is made of.
        var options = List.of("-d", directory.toString(), "-nowarn", "-proc:none");
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = compiler.getTask(complaints, files, null, options, null, units);
            assertTrue(task.call(), complaints::toString);
        }
    }

    private static JavaFileObject unit(Map.Entry<String, String> source) {
        var uri = URI.create("string:///" + source.getKey().replace('.', '/') + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source.getValue();
            }
        };
    }
}
