package org.gatereader.daemon;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.gatereader.daemon.admission.StageTrace;
import org.gatereader.daemon.selftest.CodePictures;
import org.gatereader.daemon.selftest.SelfCheck;
import org.gatereader.daemon.selftest.SelfCheckReport;
import org.gatereader.daemon.selftest.VectorJudge;
import org.gatereader.daemon.time.StageTimes;
import org.gatereader.verifier.crypto.BouncyCastle;

/**
 * The self-check of a start. It asks nothing of this gate's configuration, disk or devices, and so
 * the vectors are judged beside whatever reads and opens those, and the picture is read by whoever
 * waits for them: on two cores a start takes half as long.
 */
public final class StartedCheck {
    private record Judged(VectorJudge judge, List<String> faults) {}

    /** What it came to; what the gate goes on becoming warm by, and proving itself by. */
    record Ended(SelfCheckReport report, SelfCheck check, VectorJudge judge) {}

    private final FutureTask<Judged> vectors;

    private StartedCheck() {
        this.vectors = new FutureTask<>(StartedCheck::judged);
    }

    /** Begins one, in a thread that ends with it. */
    public static StartedCheck begun() {
        var started = new StartedCheck();
        Thread thread = new Thread(started.vectors, "self-check");
        thread.setDaemon(true);
        thread.start();
        return started;
    }

    /**
     * Does the other half, and waits for the first.
     *
     * @throws IllegalStateException if it could not be made, because the vectors are not in this
     *     build
     */
    Ended await() throws InterruptedException {
        var pictures = new CodePictures();
        var read = pictures.read();
        try {
            Judged judged = vectors.get();
            var check = new SelfCheck(judged.judge(), pictures);
            return new Ended(check.report(judged.faults(), read), check, judged.judge());
        } catch (ExecutionException e) {
            throw new IllegalStateException("self-check", e.getCause());
        }
    }

    private static Judged judged() {
        // Traced as people's decisions are, for what becomes warm must be what they run through.
        var judge = new VectorJudge(new BouncyCastle(), new StageTrace(new StageTimes(), () -> 0));
        return new Judged(judge, judge.faults());
    }
}
