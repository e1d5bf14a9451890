package org.gatereader.daemon.admission;

import java.util.function.LongSupplier;
import org.gatereader.daemon.time.Stage;
import org.gatereader.daemon.time.StageTimes;
import org.gatereader.verifier.verdict.Check;
import org.gatereader.verifier.verdict.CheckTrace;

/** Reads the clock where a stage of a decision ends: the verifier has none. */
public final class StageTrace implements CheckTrace {
    private final StageTimes times;
    private final LongSupplier nanos;
    private long stageBeganAtNanos;
    private Stage stage = Stage.PARSE;

    /**
     * @param nanos the process's monotonic clock
     */
    public StageTrace(StageTimes times, LongSupplier nanos) {
        this.times = times;
        this.nanos = nanos;
    }

    /** A decision begins. */
    void begin(long atNanos) {
        stageBeganAtNanos = atNanos;
        stage = Stage.PARSE;
    }

    @Override
    public void held(Check check) {
        switch (check) {
            case TRUST_ENTRY -> goOnTo(Stage.VERIFY);
            case HOLDER_SIGNATURE -> goOnTo(Stage.DECIDE);
            default -> {
                // Within a stage.
            }
        }
    }

    /** The decision was made, in whatever stage: a refusal takes its time too. */
    void end() {
        goOnTo(Stage.DECIDE);
    }

    private void goOnTo(Stage next) {
        long now = nanos.getAsLong();
        times.record(stage, now - stageBeganAtNanos);
        stageBeganAtNanos = now;
        stage = next;
    }
}
