package org.gatereader.daemon.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatereader.daemon.control.wire.ClockReport;
import org.gatereader.daemon.control.wire.DeviceStatus;
import org.gatereader.daemon.control.wire.DeviceStatus.State;
import org.gatereader.daemon.control.wire.StatusReport;
import org.gatereader.daemon.control.wire.StatusReport.Drops;
import org.gatereader.daemon.control.wire.StatusReport.Figures;
import org.gatereader.daemon.control.wire.StatusReport.Gate;
import org.gatereader.daemon.control.wire.StatusReport.Hardware;
import org.gatereader.daemon.control.wire.StatusReport.Percentiles;
import org.gatereader.daemon.control.wire.StatusReport.Reader;
import org.gatereader.daemon.control.wire.StatusReport.Stage;
import org.gatereader.daemon.control.wire.TrustReport;
import org.gatereader.daemon.control.wire.TrustReport.Age;
import org.gatereader.daemon.control.wire.TrustReport.Canary;
import org.gatereader.daemon.control.wire.TrustReport.Content;
import org.gatereader.daemon.control.wire.TrustReport.Deadlines;
import org.gatereader.daemon.control.wire.TrustReport.Refusal;
import org.gatereader.daemon.control.wire.TrustReport.Role;
import org.gatereader.daemon.control.wire.TrustReport.Serving;
import org.gatereader.daemon.control.wire.TrustReport.Source;
import org.gatereader.daemon.control.wire.TrustReport.Standing;
import org.gatereader.daemon.control.wire.TrustReport.StatusList;
import org.gatereader.daemon.control.wire.TrustReport.Target;

/** A status report of a gate that has a little of everything. */
public final class Reports {
    private Reports() {}

    public static StatusReport report() {
        return with(lists(2), List.of("camera: no frame for 2000 ms"));
    }

    static StatusReport with(List<StatusList> lists, List<String> problems) {
        var belief = new ClockReport.Belief(true, "HOLDOVER", Duration.ofMillis(501));
        var memory =
                new ClockReport.Memory(
                        Instant.parse("2030-01-01T05:00:00Z"),
                        "00112233445566778899aabbccddeeff",
                        Optional.empty());
        var now = Instant.parse("2030-01-01T06:00:00Z");
        var clock = new ClockReport(now, Duration.ofHours(7), belief, Optional.of(memory));
        var drops = new Drops(1, 2, 3);
        var stage = new Stage("decode", 12, new Percentiles(9_000, 21_000, 30_500, 41_000));
        return new StatusReport(
                new Reader("0.1.0", "seoul-main-03", "BouncyCastle 1.86", clock),
                new Gate(
                        "OUT_OF_SERVICE",
                        "OUT_OF_SERVICE",
                        List.of("MAINTENANCE"),
                        new Hardware(devices(), problems)),
                trust(lists),
                new Figures(41, new TreeMap<>(Map.of(204, 7L, 400, 2L)), drops, List.of(stage)));
    }

    private static TrustReport trust(List<StatusList> lists) {
        var noon = Instant.parse("2030-01-01T12:00:00Z");
        return new TrustReport(
                Source.SIGNED,
                new Serving(
                        3,
                        lists,
                        List.of(new Target("issuers.json", 900, "00ff")),
                        List.of("status/00.cwt: nobody asks it")),
                List.of(new Role("root", 2, noon)),
                Optional.of(refusal()));
    }

    /** Why an update was not taken. */
    public static Refusal refusal() {
        var at = Instant.parse("2030-01-01T06:00:00Z");
        return new Refusal(at, "TIMESTAMP_EXPIRED, TUF 5.4.4", "timestamp.json", "too old");
    }

    private static List<DeviceStatus> devices() {
        var camera = new DeviceStatus.Counters(14, 2, 1);
        return List.of(
                new DeviceStatus(
                        "camera", State.FAILED, Optional.of(Duration.ofMillis(2300)), camera),
                new DeviceStatus(
                        "relay",
                        State.CLOSED,
                        Optional.empty(),
                        new DeviceStatus.Counters(0, 0, 0)));
    }

    static List<StatusList> lists(int count) {
        var age =
                new Age(
                        Instant.parse("2030-01-01T00:00:00Z"),
                        Instant.parse("2030-01-08T00:00:00Z"),
                        Duration.ofHours(6),
                        "fresh");
        var list =
                new StatusList(
                        "https://st.mobileid.go.kr/1",
                        age,
                        new Content(1_000_000, Canary.NONE),
                        List.of(standing(List.of(7L, 9L))));
        return Collections.nCopies(count, list);
    }

    private static Standing standing(List<Long> classes) {
        var deadlines =
                new Deadlines(
                        Instant.parse("2030-01-02T00:00:00Z"),
                        Instant.parse("2030-01-03T00:00:00Z"),
                        Instant.parse("2030-01-08T00:00:00Z"));
        return new Standing(classes, "fresh", deadlines);
    }
}
