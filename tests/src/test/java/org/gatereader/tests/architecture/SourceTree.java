package org.gatereader.tests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gatereader.tests.Checkout;

/** The files that people wrote: the checkout without what is built, hidden or brought along. */
final class SourceTree {
    private static final Set<String> NOT_OURS =
            Set.of(".git", ".idea", ".vscode", "target", "node_modules", "third-party");

    private SourceTree() {}

    /** Every file whose name ends in one of these, with its path relative to the checkout. */
    static List<Path> files(String... endings) {
        var root = Checkout.root();
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, new Finder(Set.of(endings), found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().map(root::relativize).sorted().toList();
    }

    /** Every file that begins with the name of its interpreter. */
    static List<Path> scripts() {
        return files("").stream().filter(SourceTree::isScript).toList();
    }

    private static boolean isScript(Path relative) {
        try (var in = Files.newInputStream(Checkout.root().resolve(relative))) {
            return new String(in.readNBytes(2), StandardCharsets.ISO_8859_1).equals("#!");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path relative) {
        return Checkout.read(Checkout.root().resolve(relative));
    }

    private static final class Finder extends SimpleFileVisitor<Path> {
        private final Set<String> endings;
        private final List<Path> found;

        Finder(Set<String> endings, List<Path> found) {
            this.endings = endings;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean isOurs = !NOT_OURS.contains(directory.getFileName().toString());
            return isOurs ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var name = file.getFileName().toString();
            if (attributes.isRegularFile() && endings.stream().anyMatch(name::endsWith)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
