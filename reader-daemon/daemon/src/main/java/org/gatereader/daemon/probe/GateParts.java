package org.gatereader.daemon.probe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatereader.daemon.gate.GateLine.Role;
import org.gatereader.daemon.probe.SelfTest.Attendance;

/** Every part of one gate that a self-test looks at, those first for which somebody has to stay. */
public final class GateParts {
    private final GateUnderTest gate;
    private final Lines lines;
    private final Site site;

    /**
     * The lines that this site has wired.
     *
     * @param loopback the input that a wire from the relay's second contact closes, for tests only
     * @param simulated the names of all devices without hardware, not only of lines
     */
    public record Lines(List<Role> contacts, Optional<Role> loopback, List<String> simulated) {
        public Lines {
            contacts = List.copyOf(contacts);
            simulated = List.copyOf(simulated);
        }
    }

    /**
     * What this gate was told to be.
     *
     * @param storage a directory of the gate's own
     * @param sys where Linux tells of the board: {@code /sys}
     */
    public record Site(CameraProbe.Expected camera, String clockSource, Path storage, Path sys) {}

    public GateParts(GateUnderTest gate, Lines lines, Site site) {
        this.gate = gate;
        this.lines = lines;
        this.site = site;
    }

    /** A probe for each, to be used once. */
    public List<Probe> of(Attendance attendance) {
        List<Probe> parts = new ArrayList<>();
        parts.add(new DriversProbe(lines.simulated()));
        parts.add(new FreedLinesProbe(gate::keptLevel));
        parts.add(relay(attendance));
        lines.contacts().forEach(role -> parts.add(new ContactProbe(role, gate::order)));
        parts.add(new IndicatorProbe(gate::order, attendance));
        parts.add(
                new CameraProbe(
                        new CameraProbe.Wires(gate::examine, gate::cameraProblem, site.camera())));
        parts.add(new CodeProbe(gate::examine, attendance));
        parts.add(new NfcProbe(gate.taps()));
        gate.taps()
                .ifPresent(
                        taps -> parts.add(new ProofProbe(taps::proofEndsAt, gate.clock()::time)));
        parts.add(new ClockProbe(gate::clockReport, site.clockSource()));
        parts.add(new TrustProbe(gate::trust, gate::trustFaults, gate::opensNothing));
        parts.add(new RevocationProbe(gate::trust));
        parts.add(new VectorsProbe(gate::checkVectors));
        parts.add(new LatencyProbe(gate.times()));
        SysFiles sys = new SysFiles(site.sys());
        parts.add(new TemperatureProbe(sys));
        parts.add(new PowerProbe(sys));
        parts.add(new WearProbe(sys));
        parts.add(new StorageProbe(site.storage(), gate.clock()::nanos));
        return parts;
    }

    private Probe relay(Attendance attendance) {
        var wires = new RelayProbe.Wires(gate::order, gate::keptLevel, lines.loopback());
        return new RelayProbe(wires, attendance);
    }
}
