package org.gatereader.daemon.control.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.gatereader.daemon.control.wire.ControlAnswer.Camera;
import org.gatereader.daemon.control.wire.ControlAnswer.Done;
import org.gatereader.daemon.control.wire.ControlAnswer.Imported;
import org.gatereader.daemon.control.wire.ControlAnswer.Journal;
import org.gatereader.daemon.control.wire.ControlAnswer.Refused;
import org.gatereader.daemon.control.wire.ControlAnswer.Status;
import org.gatereader.daemon.control.wire.ControlAnswer.Tested;
import org.gatereader.daemon.control.wire.StatusReport.Stage;

/** Writes an answer as the one JSON line that goes over the socket. Units stand in the names. */
public final class AnswerWriter {
    /** The line feed included; a client need not read further. */
    public static final int BYTES_MAX = 64 * 1024;

    private static final JsonFactory JSON = new JsonFactory();

    private AnswerWriter() {}

    /** At most {@link #BYTES_MAX} bytes of UTF-8, ended by a line feed. */
    public static byte[] write(ControlAnswer answer) {
        byte[] line = encode(answer);
        // Only a report of absurd names can get here; an answer cut in two would be no JSON.
        return line.length <= BYTES_MAX ? line : encode(new Refused("the answer is too long"));
    }

    private static byte[] encode(ControlAnswer answer) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            switch (answer) {
                case Status(StatusReport report) -> status(json, report);
                case Done(String message) -> json.writeStringField("done", message);
                case Refused(String message) -> json.writeStringField("refused", message);
                case Tested(SelfTestReport report) -> SelfTestJson.write(json, report);
                case Imported imported -> imported(json, imported);
                case Journal(List<JournalLine> lines) -> ViewJson.write(json, lines);
                case Camera(CameraSight sight) -> ViewJson.write(json, sight);
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        line.write('\n');
        return line.toByteArray();
    }

    private static void imported(JsonGenerator json, Imported imported) throws IOException {
        texts(json, "imported", imported.changes());
        if (imported.refusal().isPresent()) {
            TrustReportJson.write(json, "refusal", imported.refusal().get());
        }
    }

    private static void status(JsonGenerator json, StatusReport report) throws IOException {
        json.writeObjectFieldStart("status");
        reader(json, report.reader());
        gate(json, report.gate());
        json.writeObjectFieldStart("trust");
        TrustReportJson.write(json, report.trust());
        json.writeEndObject();
        figures(json, report.figures());
        json.writeEndObject();
    }

    private static void reader(JsonGenerator json, StatusReport.Reader reader) throws IOException {
        json.writeObjectFieldStart("reader");
        json.writeStringField("version", reader.version());
        json.writeStringField("gate_id", reader.gateId());
        json.writeStringField("crypto_module", reader.cryptoModule());
        ClockReportJson.write(json, reader.clock());
        json.writeEndObject();
    }

    private static void gate(JsonGenerator json, StatusReport.Gate gate) throws IOException {
        json.writeObjectFieldStart("gate");
        json.writeStringField("state", gate.state());
        json.writeStringField("sign", gate.sign());
        texts(json, "reasons", gate.reasons());
        texts(json, "problems", gate.hardware().problems());
        json.writeArrayFieldStart("devices");
        for (DeviceStatus device : gate.hardware().devices()) {
            device(json, device);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void device(JsonGenerator json, DeviceStatus device) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", device.name());
        json.writeStringField("state", device.state().name());
        if (device.sinceSign().isPresent()) {
            json.writeNumberField("since_sign_ms", device.sinceSign().get().toMillis());
        }
        json.writeNumberField("failures", device.counters().failures());
        json.writeNumberField("reopenings", device.counters().reopenings());
        json.writeNumberField("resets", device.counters().resets());
        json.writeEndObject();
    }

    private static void figures(JsonGenerator json, StatusReport.Figures figures)
            throws IOException {
        json.writeObjectFieldStart("figures");
        json.writeNumberField("granted", figures.granted());
        json.writeObjectFieldStart("denied");
        for (Map.Entry<Integer, Long> each : figures.denied().entrySet()) {
            json.writeNumberField(each.getKey().toString(), each.getValue());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("dropped");
        json.writeNumberField("payloads", figures.drops().payloads());
        json.writeNumberField("decisions", figures.drops().decisions());
        json.writeNumberField("events", figures.drops().events());
        json.writeEndObject();
        json.writeArrayFieldStart("stages");
        for (Stage stage : figures.stages()) {
            stage(json, stage);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void stage(JsonGenerator json, Stage stage) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", stage.name());
        json.writeNumberField("count", stage.count());
        json.writeNumberField("p50_us", stage.micros().p50());
        json.writeNumberField("p95_us", stage.micros().p95());
        json.writeNumberField("p99_us", stage.micros().p99());
        json.writeNumberField("max_us", stage.micros().max());
        json.writeEndObject();
    }

    static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
