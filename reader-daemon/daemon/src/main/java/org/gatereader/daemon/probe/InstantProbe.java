package org.gatereader.daemon.probe;

import java.time.Duration;
import java.util.Optional;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Part;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;

/** Tests a part of which everything is known in one step. */
abstract class InstantProbe implements Probe {
    private final Part part;

    InstantProbe(Section section, String name) {
        part = new Part(section, name);
    }

    abstract Finding judge();

    @Override
    public final Part part() {
        return part;
    }

    @Override
    public final Duration patience() {
        return Duration.ofSeconds(1);
    }

    @Override
    public final Optional<Finding> runOnce(long nanos) {
        return Optional.of(judge());
    }
}
