package org.gatereader.daemon.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gatereader.daemon.control.wire.StatusReport;
import org.gatereader.daemon.control.wire.StatusReport.Age;
import org.gatereader.daemon.control.wire.StatusReport.Canary;
import org.gatereader.daemon.control.wire.StatusReport.Clock;
import org.gatereader.daemon.control.wire.StatusReport.Drops;
import org.gatereader.daemon.control.wire.StatusReport.Figures;
import org.gatereader.daemon.control.wire.StatusReport.Gate;
import org.gatereader.daemon.control.wire.StatusReport.Percentiles;
import org.gatereader.daemon.control.wire.StatusReport.Reader;
import org.gatereader.daemon.control.wire.StatusReport.Stage;
import org.gatereader.daemon.control.wire.StatusReport.StatusList;
import org.gatereader.daemon.control.wire.StatusReport.Trust;

/** A status report of a gate that has a little of everything. */
public final class Reports {
    private Reports() {}

    public static StatusReport report() {
        return with(lists(2), List.of("camera: no frame for 2000 ms"));
    }

    static StatusReport with(List<StatusList> lists, List<String> problems) {
        var clock = new Clock(Duration.ofHours(7), "TRUSTED", Duration.ofMillis(501));
        var drops = new Drops(1, 2, 3);
        var stage = new Stage("decode", 12, new Percentiles(9_000, 21_000, 30_500, 41_000));
        return new StatusReport(
                new Reader("0.1.0", "seoul-main-03", "BouncyCastle 1.86", clock),
                new Gate("OUT_OF_SERVICE", "OUT_OF_SERVICE", List.of("MAINTENANCE"), problems),
                new Trust(3, lists),
                new Figures(41, new TreeMap<>(Map.of(204, 7L, 400, 2L)), drops, List.of(stage)));
    }

    static List<StatusList> lists(int count) {
        var age = new Age(Instant.parse("2030-01-01T00:00:00Z"), Duration.ofHours(6));
        var list = new StatusList("https://st.mobileid.go.kr/1", age, 1_000_000, Canary.NONE);
        return Collections.nCopies(count, list);
    }
}
