package org.gatereader.daemon.control.wire;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gatereader.daemon.control.wire.StatusReport.Drops;
import org.gatereader.daemon.control.wire.StatusReport.Figures;
import org.gatereader.daemon.control.wire.StatusReport.Gate;
import org.gatereader.daemon.control.wire.StatusReport.Hardware;
import org.gatereader.daemon.control.wire.StatusReport.Percentiles;
import org.gatereader.daemon.control.wire.StatusReport.Reader;
import org.gatereader.daemon.control.wire.StatusReport.Stage;

/** Reads what {@link AnswerWriter} writes; members that a newer version added are passed over. */
public final class AnswerReader {
    private AnswerReader() {}

    /**
     * Reads one answer.
     *
     * @throws IOException if it is not strict JSON or a member is missing or of another type
     */
    public static ControlAnswer read(byte[] line) throws IOException {
        if (line.length > AnswerWriter.BYTES_MAX) {
            throw new IOException("expected at most " + AnswerWriter.BYTES_MAX + " bytes");
        }
        try {
            JsonFields answer = JsonFields.read(line);
            if (answer.has("status")) {
                return new ControlAnswer.Status(report(answer.object("status")));
            }
            if (answer.has("self_test")) {
                return new ControlAnswer.Tested(SelfTestJson.read(answer.object("self_test")));
            }
            if (answer.has("imported")) {
                return new ControlAnswer.Imported(
                        answer.texts("imported"), TrustReportJson.refusal(answer, "refusal"));
            }
            if (answer.has("journal")) {
                return new ControlAnswer.Journal(ViewJson.journal(answer.objects("journal")));
            }
            if (answer.has("camera")) {
                return new ControlAnswer.Camera(ViewJson.camera(answer.object("camera")));
            }
            return answer.has("done")
                    ? new ControlAnswer.Done(answer.text("done"))
                    : new ControlAnswer.Refused(answer.text("refused"));
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException wrong) {
            throw new IOException("a member is out of range", wrong);
        }
    }

    private static StatusReport report(JsonFields status) throws IOException {
        return new StatusReport(
                reader(status.object("reader")),
                gate(status.object("gate")),
                TrustReportJson.read(status.object("trust")),
                figures(status.object("figures")));
    }

    private static Reader reader(JsonFields reader) throws IOException {
        return new Reader(
                reader.text("version"),
                reader.text("gate_id"),
                reader.text("crypto_module"),
                ClockReportJson.read(reader));
    }

    private static Gate gate(JsonFields gate) throws IOException {
        List<DeviceStatus> devices = new ArrayList<>();
        for (JsonFields each : gate.objects("devices")) {
            devices.add(device(each));
        }
        return new Gate(
                gate.text("state"),
                gate.text("sign"),
                gate.texts("reasons"),
                new Hardware(devices, gate.texts("problems")));
    }

    private static DeviceStatus device(JsonFields device) throws IOException {
        Optional<Duration> sinceSign =
                device.has("since_sign_ms")
                        ? Optional.of(Duration.ofMillis(device.number("since_sign_ms")))
                        : Optional.empty();
        return new DeviceStatus(
                device.text("name"),
                DeviceStatus.State.valueOf(device.text("state")),
                sinceSign,
                new DeviceStatus.Counters(
                        device.number("failures"),
                        device.number("reopenings"),
                        device.number("resets")));
    }

    private static Figures figures(JsonFields figures) throws IOException {
        JsonFields denied = figures.object("denied");
        SortedMap<Integer, Long> counts = new TreeMap<>();
        for (String code : denied.names()) {
            counts.put(Integer.valueOf(code), denied.number(code));
        }
        JsonFields dropped = figures.object("dropped");
        Drops drops =
                new Drops(
                        dropped.number("payloads"),
                        dropped.number("decisions"),
                        dropped.number("events"));
        List<Stage> stages = new ArrayList<>();
        for (JsonFields each : figures.objects("stages")) {
            stages.add(stage(each));
        }
        return new Figures(figures.number("granted"), counts, drops, stages);
    }

    private static Stage stage(JsonFields stage) throws IOException {
        Percentiles micros =
                new Percentiles(
                        stage.number("p50_us"),
                        stage.number("p95_us"),
                        stage.number("p99_us"),
                        stage.number("max_us"));
        return new Stage(stage.text("name"), stage.number("count"), micros);
    }
}
