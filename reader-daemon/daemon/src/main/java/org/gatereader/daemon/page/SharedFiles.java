package org.gatereader.daemon.page;

import java.io.IOException;
import java.util.Set;

/** What the pages of a gate have in common, so that they look, sound and speak alike. */
public final class SharedFiles {
    private static final Set<String> NAMES =
            Set.of("base.css", "icon.svg", "plot.js", "shapes.svg", "sound.js", "words.js");

    private SharedFiles() {}

    /** Answers for such a file; {@link Reply#NOT_FOUND} for every other path. */
    public static Reply answer(String path) throws IOException {
        String name = path.substring(1);
        return NAMES.contains(name) ? Reply.file(SharedFiles.class, name) : Reply.NOT_FOUND;
    }
}
