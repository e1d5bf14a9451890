package org.gatereader.tests.thirdparty;

import java.nio.file.Path;

/** What comes of the files of one set. */
interface Judge {
    /**
     * The outcome in the words of EXPECTED; throws where the answer would not merely be another one
     * but wrong, such as a signature that holds and must not.
     */
    String outcome(Path file);
}
