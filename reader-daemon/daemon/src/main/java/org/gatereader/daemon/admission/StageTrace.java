package org.gatereader.daemon.admission;

import java.util.function.LongSupplier;
import org.gatereader.daemon.time.Stage;
import org.gatereader.daemon.time.StageTimes;
import org.gatereader.verifier.verdict.Check;
import org.gatereader.verifier.verdict.CheckTrace;

/** Reads the clock where a stage of a decision ends: the verifier has none. */
final class StageTrace implements CheckTrace {
    private final StageTimes times;
    private final LongSupplier nanos;
    private long stageBeganAtNanos;

    StageTrace(StageTimes times, LongSupplier nanos) {
        this.times = times;
        this.nanos = nanos;
    }

    /** A decision begins. */
    void begin(long atNanos) {
        stageBeganAtNanos = atNanos;
    }

    @Override
    public void held(Check check) {
        switch (check) {
            case CLAIMS -> end(Stage.PARSE);
            case HOLDER_SIGNATURE -> end(Stage.VERIFY);
            case ADMIT_ONCE -> end(Stage.DECIDE);
            default -> {
                // Within a stage.
            }
        }
    }

    private void end(Stage stage) {
        long now = nanos.getAsLong();
        times.record(stage, now - stageBeganAtNanos);
        stageBeganAtNanos = now;
    }
}
