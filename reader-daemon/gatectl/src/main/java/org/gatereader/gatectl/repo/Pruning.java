package org.gatereader.gatectl.repo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Takes away from what is public all that nothing leads to any more. */
final class Pruning {
    private static final String JSON = ".json";

    private final RepositoryFiles files;

    Pruning(TufRepository repository) {
        this.files = repository.files();
    }

    int run() throws RepositoryException, IOException {
        Optional<RoleFile> snapshot = files.published("snapshot");
        if (snapshot.isEmpty()) {
            throw new RepositoryException("expected a repository that was published");
        }
        Set<String> names = new HashSet<>(List.of("timestamp.json"));
        names.add(snapshot.get().version() + ".snapshot.json");
        Set<Path> targets = new HashSet<>();
        for (String file : snapshot.get().view("meta").keySet()) {
            String role = file.substring(0, file.length() - JSON.length());
            Optional<RoleFile> published = files.published(role);
            published.ifPresent(it -> names.add(it.version() + "." + file));
            addTargets(published, targets);
        }
        for (String role : files.stagedRoles()) {
            addTargets(files.staged(role), targets);
        }
        return delete(files.metadata(), file -> isWanted(file, names))
                + delete(files.targets(), targets::contains);
    }

    private static boolean isWanted(Path file, Set<String> names) {
        String name = String.valueOf(file.getFileName());
        return names.contains(name) || name.matches("[0-9]+\\.root\\.json");
    }

    private void addTargets(Optional<RoleFile> role, Set<Path> targets) throws RepositoryException {
        if (role.isEmpty()) {
            return;
        }
        for (var target : role.get().view("targets").entrySet()) {
            var listed = Json.asObject(target.getKey(), target.getValue());
            var hashes = Json.asObject(target.getKey(), listed.get("hashes"));
            String hash = String.valueOf(hashes.get("sha256"));
            targets.add(files.targetFile(target.getKey(), hash));
        }
    }

    /** Which files stay. */
    @FunctionalInterface
    private interface Wanted {
        boolean isWanted(Path file);
    }

    private static int delete(Path directory, Wanted wanted) throws IOException {
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        List<Path> gone;
        try (Stream<Path> all = Files.walk(directory)) {
            gone = all.filter(Files::isRegularFile).filter(it -> !wanted.isWanted(it)).toList();
        }
        for (Path file : gone) {
            Files.delete(file);
        }
        return gone.size();
    }
}
