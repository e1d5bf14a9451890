package org.gatereader.gatectl;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.gatereader.daemon.control.wire.TrustReport;

/** What a gate believes, for a program. */
final class TrustJson {
    private TrustJson() {}

    static String of(TrustReport trust) {
        return Json.of(
                json -> {
                    json.writeStartObject();
                    json.writeStringField("source", trust.source().word());
                    json.writeNumberField("issuer_keys", trust.serving().issuerKeys());
                    json.writeArrayFieldStart("roles");
                    for (TrustReport.Role role : trust.roles()) {
                        write(role, json);
                    }
                    json.writeEndArray();
                    json.writeArrayFieldStart("targets");
                    for (TrustReport.Target target : trust.serving().targets()) {
                        write(target, json);
                    }
                    json.writeEndArray();
                    json.writeArrayFieldStart("lists");
                    for (TrustReport.StatusList list : trust.serving().lists()) {
                        write(list, json);
                    }
                    json.writeEndArray();
                    json.writeArrayFieldStart("unasked");
                    for (String unasked : trust.serving().unasked()) {
                        json.writeString(unasked);
                    }
                    json.writeEndArray();
                    if (trust.lastRefusal().isPresent()) {
                        write(trust.lastRefusal().get(), json);
                    }
                    json.writeEndObject();
                });
    }

    private static void write(TrustReport.Role role, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", role.name());
        json.writeNumberField("version", role.version());
        json.writeStringField("expires_at", role.expiresAt().toString());
        json.writeEndObject();
    }

    private static void write(TrustReport.Target target, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", target.path());
        json.writeNumberField("bytes", target.bytes());
        json.writeStringField("sha256", target.sha256());
        json.writeEndObject();
    }

    private static void write(TrustReport.StatusList list, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("uri", list.uri());
        json.writeStringField("issued_at", list.age().issuedAt().toString());
        json.writeStringField("expires_at", list.age().expiresAt().toString());
        json.writeNumberField("age_s", list.age().old().toSeconds());
        json.writeNumberField("entries", list.entries());
        json.writeStringField("canary", list.canary().word());
        json.writeStringField("step", list.age().step());
        json.writeArrayFieldStart("ladders");
        for (TrustReport.Standing standing : list.standings()) {
            write(standing, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(TrustReport.Standing standing, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("classes");
        for (long each : standing.classes()) {
            json.writeNumber(each);
        }
        json.writeEndArray();
        json.writeStringField("step", standing.step());
        json.writeStringField("warn_after", standing.deadlines().warn().toString());
        json.writeStringField("degraded_after", standing.deadlines().degraded().toString());
        json.writeStringField("closed_after", standing.deadlines().closed().toString());
        json.writeEndObject();
    }

    private static void write(TrustReport.Refusal refusal, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("last_refusal");
        json.writeStringField("at", refusal.at().toString());
        json.writeStringField("rule", refusal.rule());
        json.writeStringField("file", refusal.file());
        json.writeStringField("message", refusal.message());
        json.writeEndObject();
    }
}
