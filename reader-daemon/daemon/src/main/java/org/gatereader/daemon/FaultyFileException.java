package org.gatereader.daemon;

import java.io.IOException;

/** A file that the configuration names can not be used: mend it, and do not start again before. */
final class FaultyFileException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param problem the configuration's key, what was expected and what is there instead
     */
    FaultyFileException(String problem) {
        super(problem);
    }
}
