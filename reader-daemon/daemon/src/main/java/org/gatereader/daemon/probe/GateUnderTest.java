package org.gatereader.daemon.probe;

import java.util.List;
import java.util.Optional;
import org.gatereader.daemon.control.wire.ClockReport;
import org.gatereader.daemon.control.wire.TrustReport;
import org.gatereader.daemon.gate.GateOrder;
import org.gatereader.daemon.intake.CameraExamination;
import org.gatereader.daemon.selftest.SelfCheckReport;
import org.gatereader.daemon.time.GateClock;
import org.gatereader.daemon.time.StageTimes;
import org.jspecify.annotations.Nullable;

/**
 * What a self-test may ask of the gate that it tests. None of it is a device: each has one owner,
 * which answers for it.
 */
public interface GateUnderTest {
    /** Puts an order before the gate; false if it has to be put again. */
    boolean order(GateOrder order);

    /** Has the camera's thread look at every frame for a test too; null ends that. */
    void examine(@Nullable CameraExamination examination);

    /** What the camera last said was wrong with it. */
    Optional<String> cameraProblem();

    /** The taps; empty where the site has wired no NFC reader. */
    Optional<TapsUnderTest> taps();

    /** Why the relay would stay engaged if the gate were killed; empty where all is well. */
    Optional<String> keptLevel();

    /** Whether no device is real. */
    boolean opensNothing();

    GateClock clock();

    /** What the gate makes of its clock. */
    ClockReport clockReport();

    TrustReport trust();

    /** What was wrong with the trust that was delivered last. */
    List<String> trustFaults();

    /** Judges the built-in vectors once. */
    SelfCheckReport checkVectors();

    /** What people waited since the process began. */
    StageTimes times();
}
