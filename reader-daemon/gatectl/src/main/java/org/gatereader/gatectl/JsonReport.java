package org.gatereader.gatectl;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.trust.IssuerKey;
import org.gatereader.verifier.verdict.Check;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Lane.Profile;

/** The examination of a file for a program: one JSON object on one line, file by file. */
final class JsonReport implements Report {
    /** The fullest QR code has 7089 characters. */
    private static final int TEXT_LENGTH_MAX = 7089;

    private final PrintWriter out;
    private final Language language;

    JsonReport(PrintWriter out, Language language) {
        this.out = out;
        this.language = language;
    }

    @Override
    public void unreadable(Path file, String problem) {
        print(
                json -> {
                    json.writeStringField("file", file.toString());
                    json.writeStringField("decision", "UNREADABLE");
                    json.writeStringField("reason", problem);
                });
    }

    @Override
    public void judged(Path file, Examination examination) {
        print(
                json -> {
                    json.writeStringField("file", file.toString());
                    source(json, examination);
                    checks(json, examination);
                    evidence(json, examination.evidence());
                    claims(json, examination.evidence().anatomy());
                    decision(json, examination);
                });
    }

    private void print(Json.Body members) {
        out.println(
                Json.of(
                        json -> {
                            json.writeStartObject();
                            members.writeTo(json);
                            json.writeEndObject();
                        }));
        out.flush();
    }

    private static void source(JsonGenerator json, Examination examination) throws IOException {
        Captured captured = examination.captured();
        json.writeStringField("kind", captured.kind().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("file_bytes", captured.fileBytes());
        if (captured.picture().isPresent()) {
            Captured.Picture picture = captured.picture().get();
            json.writeNumberField("width", picture.width());
            json.writeNumberField("height", picture.height());
            json.writeNumberField("qr_version", picture.qrVersion());
        }
        if (captured.text().isPresent()) {
            String text = captured.text().get();
            json.writeNumberField("text_characters", text.length());
            json.writeStringField(
                    "text", text.substring(0, Math.min(text.length(), TEXT_LENGTH_MAX)));
        }
        json.writeNumberField("presentation_bytes", captured.presentation().length);
        Examiner.Setting setting = examination.setting();
        json.writeStringField("gate", setting.gate());
        json.writeStringField("channel", setting.channel().name().toLowerCase(Locale.ROOT));
        json.writeStringField("at", setting.at().toString());
    }

    private static void checks(JsonGenerator json, Examination examination) throws IOException {
        Profile profile = examination.outcome().profile();
        json.writeStringField("profile", profile.name());
        json.writeArrayFieldStart("checks");
        for (Check check : profile.checks()) {
            json.writeStartObject();
            json.writeNumberField("number", profile.number(check));
            json.writeStringField("title", check.title());
            json.writeStringField(
                    "result", examination.progress(check).label().toLowerCase(Locale.ROOT));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void evidence(JsonGenerator json, Evidence evidence) throws IOException {
        if (evidence.trustEntry().isPresent()) {
            Evidence.TrustEntry entry = evidence.trustEntry().get();
            IssuerKey.Identity identity = entry.key().identity();
            json.writeObjectFieldStart("trust_entry");
            json.writeNumberField("position", entry.position());
            json.writeStringField("issuer", identity.issuer());
            json.writeStringField("kid", identity.keyName().text());
            json.writeStringField("alg", identity.algorithm().name());
            json.writeStringField("realm", identity.realm().label());
            json.writeStringField("valid_from", identity.validity().from().toString());
            json.writeStringField("valid_until", identity.validity().until().toString());
            json.writeEndObject();
        }
        if (evidence.listEntry().isPresent()) {
            Evidence.ListEntry entry = evidence.listEntry().get();
            json.writeObjectFieldStart("status_list");
            json.writeStringField("uri", entry.list().info().uri());
            json.writeStringField("issued_at", entry.list().info().issuedAt().toString());
            json.writeStringField("expires_at", entry.list().info().expiresAt().toString());
            json.writeNumberField("entries", entry.list().size());
            json.writeNumberField("index", entry.index());
            json.writeStringField("state", entry.list().stateAt(entry.index()).name());
            json.writeEndObject();
        }
    }

    private static void claims(JsonGenerator json, Anatomy anatomy) throws IOException {
        claims(json, "proof", anatomy.proof());
        claims(json, "credential_header", anatomy.credentialHeader());
        claims(json, "credential", anatomy.credential());
    }

    private static void claims(JsonGenerator json, String member, List<Anatomy.Claim> claims)
            throws IOException {
        if (claims.isEmpty()) {
            return;
        }
        // A list and not an object: a stranger's claim can be named like one of ours.
        json.writeArrayFieldStart(member);
        for (Anatomy.Claim claim : claims) {
            json.writeStartObject();
            if (claim.key().label().isPresent()) {
                json.writeStringField("label", claim.key().label().get());
            }
            if (claim.key().name().isPresent()) {
                json.writeStringField("name", claim.key().name().get());
            }
            json.writeFieldName("value");
            claim.value().writeTo(json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void decision(JsonGenerator json, Examination examination) throws IOException {
        switch (examination.outcome().decision()) {
            case AccessDecision.Granted<?>(long passClass) -> {
                json.writeStringField("decision", "GRANTED");
                json.writeNumberField("class", passClass);
            }
            case AccessDecision.Denied<?>(DenyReason reason) -> {
                json.writeStringField("decision", "DENIED");
                json.writeNumberField("number", reason.code());
                json.writeStringField("name", reason.name());
                json.writeStringField("reason", language.sentence(reason));
                json.writeStringField("advice", reason.advice().name());
            }
        }
        if (examination.outcome().bug().isPresent()) {
            json.writeStringField("bug", examination.outcome().bug().get());
        }
    }
}
