package org.gatereader.daemon.control.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatereader.daemon.control.wire.ClockReport.Belief;
import org.gatereader.daemon.control.wire.ClockReport.Memory;

/** A {@link ClockReport} as members of the answer's object {@code reader}. */
final class ClockReportJson {
    private ClockReportJson() {}

    static void write(JsonGenerator json, ClockReport clock) throws IOException {
        json.writeStringField("now", clock.now().toString());
        json.writeNumberField("uptime_s", clock.uptime().toSeconds());
        json.writeStringField("clock", clock.belief().word());
        json.writeStringField("clock_condition", clock.belief().condition());
        json.writeNumberField("clock_uncertainty_ms", clock.belief().uncertainty().toMillis());
        if (clock.memory().isPresent()) {
            Memory memory = clock.memory().get();
            json.writeStringField("clock_ratchet", memory.ratchet().toString());
            json.writeStringField("clock_reset_nonce", memory.resetNonce());
            if (memory.problem().isPresent()) {
                json.writeStringField("clock_problem", memory.problem().get());
            }
        }
    }

    static ClockReport read(JsonFields reader) throws IOException {
        var belief =
                new Belief(
                        reader.text("clock").equals("trusted"),
                        reader.text("clock_condition"),
                        Duration.ofMillis(reader.number("clock_uncertainty_ms")));
        return new ClockReport(
                Instant.parse(reader.text("now")),
                Duration.ofSeconds(reader.number("uptime_s")),
                belief,
                memory(reader));
    }

    private static Optional<Memory> memory(JsonFields reader) throws IOException {
        if (!reader.has("clock_ratchet")) {
            return Optional.empty();
        }
        Optional<String> problem =
                reader.has("clock_problem")
                        ? Optional.of(reader.text("clock_problem"))
                        : Optional.empty();
        return Optional.of(
                new Memory(
                        Instant.parse(reader.text("clock_ratchet")),
                        reader.text("clock_reset_nonce"),
                        problem));
    }
}
