package org.gatereader.daemon.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.verdict.CheckTrace;

/**
 * Goes through the whole path once, from the picture of a code to the decision on every built-in
 * vector (RULES, Self-test).
 *
 * <p>It is what a start becomes warm by, too: a JVM that has judged nothing yet takes half a second
 * for its first.
 */
public final class SelfCheck {
    private final VectorJudge judge;
    private final CodePictures pictures;

    /** Reads the vectors; fails if they are not in this build. */
    public SelfCheck(CryptoModule crypto) {
        this(new VectorJudge(crypto, CheckTrace.NONE), new CodePictures());
    }

    /** The same of two halves that know nothing of each other. */
    public SelfCheck(VectorJudge judge, CodePictures pictures) {
        this.judge = judge;
        this.pictures = pictures;
    }

    /** Judges every vector, and reads one picture. */
    public SelfCheckReport run() {
        return report(judge.faults(), pictures.read());
    }

    /**
     * What both halves came to.
     *
     * @param faults the vectors that were judged wrongly
     * @param read what was read of the picture
     */
    public SelfCheckReport report(List<String> faults, Optional<String> read) {
        List<String> all = new ArrayList<>(faults);
        if (read.filter(judge.vectors().getFirst().payload()::equals).isEmpty()) {
            all.add("picture");
        }
        return new SelfCheckReport(judge.vectors().size() + 1, all);
    }

    /**
     * One step of becoming warm: decides one vector, another one each time, and reads one frame.
     */
    public void rehearse() {
        judge.judgesTheNextRightly();
        pictures.rehearse();
    }
}
