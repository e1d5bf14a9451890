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
    /** Of staff: warned before it narrows, and closed after a week (RULES, TUF). */
    private static final Duration WARNED = Duration.ofHours(24);

    private static final Duration CLOSED = Duration.ofDays(7);

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
        if (oldest.compareTo(CLOSED) >= 0) {
            return Findings.fail(part(), measured, Remedy.REVOCATION_OLD);
        }
        return oldest.compareTo(WARNED) >= 0
                ? Findings.warn(part(), measured, Remedy.REVOCATION_OLD)
                : Findings.pass(part(), measured);
    }

    private static long count(List<StatusList> lists, Canary canary) {
        return lists.stream().filter(list -> list.canary() == canary).count();
    }
}
