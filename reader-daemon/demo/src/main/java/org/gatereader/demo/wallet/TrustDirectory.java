package org.gatereader.demo.wallet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A trust directory while it is being made: {@code issuers.json}, {@code policy.json} and status
 * lists, each replaceable by anything.
 */
public final class TrustDirectory {
    private final List<JsonMap> issuers = new ArrayList<>();
    private JsonMap policy = DemoSite.policy();
    private final Map<String, byte[]> files = new TreeMap<>();
    private boolean isBare;

    /** A directory that trusts nobody, with the demo site's policy. */
    public TrustDirectory() {}

    /** A directory with nothing in it but the files that are put there. */
    public static TrustDirectory withoutFiles() {
        var directory = new TrustDirectory();
        directory.isBare = true;
        return directory;
    }

    /** Adds an entry to {@code issuers.json}. */
    public TrustDirectory issuer(JsonMap entry) {
        issuers.add(entry);
        return this;
    }

    /** Replaces the demo site's policy. */
    public TrustDirectory policy(JsonMap policy) {
        this.policy = policy;
        return this;
    }

    /** Puts the list of this address into the place where the gate looks for it. */
    public TrustDirectory statusList(String uri, byte[] token) {
        return file(DemoSite.statusFile(uri, "cwt"), token);
    }

    /** The same for a list in JWT form. */
    public TrustDirectory statusList(String uri, String jwt) {
        return file(DemoSite.statusFile(uri, "jwt"), utf8(jwt));
    }

    /**
     * Puts a file with this content, in place of the one that would be written.
     *
     * @param name relative, for example {@code issuers.json}
     */
    public TrustDirectory file(String name, byte[] content) {
        files.put(name, content.clone());
        return this;
    }

    /** The directory's files by their relative names. */
    public Map<String, byte[]> files() {
        var all = new TreeMap<String, byte[]>();
        if (!isBare) {
            all.put("issuers.json", utf8(JsonMap.toJson(issuers)));
            all.put("policy.json", utf8(policy.toJson()));
        }
        all.putAll(files);
        return all;
    }

    /** Writes the files, over what stands there. */
    public void writeTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (var file : files().entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.write(path, file.getValue());
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
