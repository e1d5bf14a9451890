package org.gatereader.demo.page;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The page's own files: a fixed list, so that no path can lead anywhere else. */
final class PageFiles {
    private static final String SCRIPT = "text/javascript";

    /** File name and media type by path. */
    private static final Map<String, Map.Entry<String, String>> FILES =
            Map.of(
                    "/", Map.entry("index.html", "text/html"),
                    "/page.css", Map.entry("page.css", "text/css"),
                    "/gate.css", Map.entry("gate.css", "text/css"),
                    "/page.js", Map.entry("page.js", SCRIPT),
                    "/words.js", Map.entry("words.js", SCRIPT),
                    "/plot.js", Map.entry("plot.js", SCRIPT),
                    "/sound.js", Map.entry("sound.js", SCRIPT),
                    "/icon.svg", Map.entry("icon.svg", "image/svg+xml"));

    private PageFiles() {}

    static Map.@Nullable Entry<String, String> at(String path) {
        return FILES.get(path);
    }

    static byte[] read(String name) throws IOException {
        try (var file = Objects.requireNonNull(PageFiles.class.getResourceAsStream(name), name)) {
            return file.readAllBytes();
        }
    }
}
