package org.gatereader.daemon.selftest;

import java.util.ArrayList;
import java.util.List;
import org.gatereader.qr.Luma;
import org.gatereader.qr.QrReader;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.verdict.CheckTrace;

/**
 * Goes through the whole path once, from the picture of a code to the decision on every built-in
 * vector (RULES, Self-test).
 *
 * <p>It is the warm-up too: a JVM that has judged nothing yet takes half a second for its first.
 */
public final class SelfCheck {
    /** After so many the reader is at rest. */
    private static final int EMPTY_FRAMES = 16;

    private static final int CODE_FRAMES = 2;

    private final VectorJudge judge;
    private final List<Luma> pictures;
    private final Luma hall = Bitmap.emptyFrame();
    private final QrReader reader = new QrReader(() -> 0);

    /** Reads the vectors; fails if they are not in this build. */
    public SelfCheck(CryptoModule crypto) {
        this(crypto, CheckTrace.NONE);
    }

    /**
     * The same, to become warm by.
     *
     * @param trace of the kind that people's decisions are traced with
     */
    public SelfCheck(CryptoModule crypto, CheckTrace trace) {
        this.judge = new VectorJudge(crypto, trace);
        var picture = new Bitmap(VectorJudge.resource("granted.bits"));
        this.pictures =
                List.of(
                        picture.toFrame(0, 2.8),
                        picture.toFrame(-7, 2.3),
                        picture.toFrame(12, 2),
                        picture.toFrame(33, 1.7));
    }

    /** Judges every vector and every picture once. */
    public SelfCheckReport run() {
        return new SelfCheckReport(judge.vectors().size() + 1, judgeAll());
    }

    private List<String> judgeAll() {
        List<String> faults = new ArrayList<>();
        for (SelfCheckVector vector : judge.vectors()) {
            if (!judge.isRightAbout(vector)) {
                faults.add(vector.name());
            }
        }
        if (!isPictureReadInAnEmptyHall()) {
            faults.add("picture");
        }
        return faults;
    }

    /** As at a gate: nobody for a while, then a code in a hand, which shows the first vector. */
    private boolean isPictureReadInAnEmptyHall() {
        String expected = judge.vectors().getFirst().payload();
        boolean isRight = true;
        for (int frame = 0; frame < EMPTY_FRAMES; frame++) {
            isRight &= reader.read(hall, 1).isEmpty();
        }
        for (Luma picture : pictures) {
            for (int frame = 0; frame < CODE_FRAMES; frame++) {
                isRight &= reader.read(picture, 1).filter(expected::equals).isPresent();
            }
        }
        return isRight;
    }
}
