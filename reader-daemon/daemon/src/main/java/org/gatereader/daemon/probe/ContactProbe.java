package org.gatereader.daemon.probe;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Part;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;
import org.gatereader.daemon.gate.GateLine;
import org.gatereader.daemon.gate.GateLine.Role;
import org.gatereader.daemon.gate.GateOrder;

/** Asks the gate whether it can read one of its contacts, and whether the contact rests. */
final class ContactProbe implements Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Role role;
    private final Part part;
    private final Asked<List<GateLine>> lines;

    /**
     * @param role of a contact that the site has wired
     */
    ContactProbe(Role role, Predicate<GateOrder> gate) {
        this.role = role;
        this.part = new Part(Section.LINES, role.name().toLowerCase(Locale.ROOT));
        this.lines = new Asked<>(gate, GateOrder.Inspect::new);
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public Optional<Finding> runOnce(long nanos) {
        return lines.answer()
                .flatMap(all -> all.stream().filter(line -> line.role() == role).findFirst())
                .map(this::judge);
    }

    private Finding judge(GateLine line) {
        if (line.problem().isPresent()) {
            return Findings.fail(part, line.problem().get(), Remedy.CONTACT_FAILED);
        }
        return line.isActive()
                ? Findings.warn(part, "reads active", activeRemedy())
                : Findings.pass(part, "reads at rest");
    }

    private Remedy activeRemedy() {
        return switch (role) {
            case FIRE -> Remedy.FIRE_ACTIVE;
            case TAMPER -> Remedy.TAMPER_ACTIVE;
            case EXIT -> Remedy.EXIT_ACTIVE;
            case PASSAGE -> Remedy.PASSAGE_ACTIVE;
            case RELAY, INDICATOR -> throw new IllegalStateException(role + " is no contact");
        };
    }
}
