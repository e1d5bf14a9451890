package org.gatereader.daemon.probe;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;
import org.gatereader.daemon.control.wire.TrustReport;
import org.gatereader.daemon.control.wire.TrustReport.Canary;
import org.gatereader.daemon.control.wire.TrustReport.StatusList;

/**
 * Asks how old the revocation lists are that serve, and whether they are those that were loaded.
 */
final class RevocationProbe extends InstantProbe {
    /** The two ends of the site's own ladder, as the report words them. */
    private static final String FRESH = "fresh";

    private static final String CLOSED = "closed";

    private final Supplier<TrustReport> trust;

    RevocationProbe(Supplier<TrustReport> trust) {
        super(Section.TRUST, "revocation");
        this.trust = trust;
    }

    @Override
    Finding judge() {
        List<StatusList> lists = trust.get().serving().lists();
        if (lists.isEmpty()) {
            return Findings.skip(part(), "no list is held");
        }
        Duration oldest =
                lists.stream().map(list -> list.age().old()).max(Comparator.naturalOrder()).get();
        String measured =
                "%d lists, the oldest %d h %d min; canary of %d read back"
                        .formatted(
                                lists.size(),
                                oldest.toHours(),
                                oldest.toMinutesPart(),
                                count(lists, Canary.OK));
        if (count(lists, Canary.WRONG) > 0) {
            return Findings.fail(part(), measured, Remedy.CANARY_WRONG);
        }
        List<String> steps = lists.stream().map(list -> list.age().step()).distinct().toList();
        if (steps.contains(CLOSED)) {
            return Findings.fail(part(), measured, Remedy.REVOCATION_OLD);
        }
        return steps.equals(List.of(FRESH))
                ? Findings.pass(part(), measured)
                : Findings.warn(part(), measured, Remedy.REVOCATION_OLD);
    }

    private static long count(List<StatusList> lists, Canary canary) {
        return lists.stream().filter(list -> list.canary() == canary).count();
    }
}
