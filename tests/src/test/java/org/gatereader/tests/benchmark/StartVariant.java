package org.gatereader.tests.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import org.gatereader.tests.Checkout;

/**
 * One way of starting the gate: the package's own start script, changed in what is compared. Each
 * has a directory and a port of its own.
 */
final class StartVariant {
    private static final String INSTALLED = "/usr/lib/gate-reader";
    private static final String CACHED =
            "-XX:AOTMode=auto -XX:AOTCache=/var/cache/gate-reader/gate-reader.aot";
    private static final String BY_MODULES =
            "--enable-native-access=org.gatereader.hal \\\n"
                    + "    -p \"$lib/modules\" -m org.gatereader.daemon/org.gatereader.daemon.Main";

    private final String name;
    private final Path directory;
    private final String script;
    private final int port;

    private StartVariant(String name, Path directory, String script) throws IOException {
        this.name = name;
        this.directory = Files.createDirectories(directory);
        this.script = script;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.createDirectories(directory.resolve("run"));
        String training = Checkout.read(Checkout.root().resolve("systemd/training.toml"));
        Files.writeString(configuration(), training.replaceFirst("port = \\d+", "port = " + port));
    }

    /**
     * As it is installed.
     *
     * @param root what the package holds, unpacked
     */
    static StartVariant packaged(String name, Path root, Path directory) throws IOException {
        Path lib = root.resolve(INSTALLED.substring(1));
        String text = Checkout.read(lib.resolve("bin/gate-reader"));
        return new StartVariant(name, directory, text.replace(INSTALLED, lib.toString()));
    }

    /** As people start a program: on the JDK that runs this benchmark, from a class path. */
    static StartVariant classPath(String name, Path root, Path directory) throws IOException {
        Path lib = root.resolve(INSTALLED.substring(1));
        String text = Checkout.read(lib.resolve("bin/gate-reader"));
        if (!text.contains(BY_MODULES)) {
            throw new IOException("the start script is not what this benchmark knows");
        }
        String script =
                text.replace("$lib/runtime", System.getProperty("java.home"))
                        .replace(
                                BY_MODULES,
                                "--enable-native-access=ALL-UNNAMED -cp '%s' %s"
                                        .formatted(jars(lib), "org.gatereader.daemon.Main"));
        return new StartVariant(name, directory, script);
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    /** Makes its cache, as an installation does. */
    void train() throws IOException, InterruptedException {
        String training =
                script.replace(
                                CACHED,
                                "-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining"
                                        + " -XX:AOTCacheOutput="
                                        + cache())
                        .replace("org.gatereader.daemon.Main", "org.gatereader.daemon.Training");
        try (var process = StartedProcess.of(command("train", training))) {
            if (process.await() != 0 || !Files.exists(cache())) {
                throw new IOException("no cache was made for " + name);
            }
        }
    }

    /** Starts it without a cache. */
    StartedProcess plain() throws IOException {
        return StartedProcess.of(command("plain", script.replace(CACHED, "-XX:AOTMode=off")));
    }

    /** Starts it with its cache; one that can not be used ends it. */
    StartedProcess cached() throws IOException {
        String on = "-XX:AOTMode=on -XX:AOTCache=" + cache();
        return StartedProcess.of(command("cached", script.replace(CACHED, on)));
    }

    private List<String> command(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.writeString(path, text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        return List.of(path.toString(), configuration().toString());
    }

    private Path configuration() {
        return directory.resolve("gate-reader.toml");
    }

    private Path cache() {
        return directory.resolve("gate-reader.aot");
    }

    private static String jars(Path lib) {
        try (var files = Files.list(lib.resolve("modules"))) {
            return files.map(Path::toString).sorted().collect(Collectors.joining(":"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
