package org.gatereader.gatectl;

import java.nio.file.Path;

/** How {@code check} tells what it found. */
interface Report {
    void judged(Path file, Examination examination);

    /**
     * A file that could not be judged.
     *
     * @param problem one sentence without the file's name
     */
    void unreadable(Path file, String problem);
}
