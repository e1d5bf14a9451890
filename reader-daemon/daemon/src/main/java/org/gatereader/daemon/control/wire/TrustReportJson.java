package org.gatereader.daemon.control.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

/** The trust report as JSON, both ways. */
final class TrustReportJson {
    /** A target takes about 200 bytes; more of them are counted and not shown. */
    private static final int SHOWN_MAX = 80;

    /** A list takes about 300 bytes, and 150 for each ladder; likewise. */
    private static final int LISTS_SHOWN_MAX = 32;

    private static final int LADDERS_SHOWN_MAX = 3;

    /** One is a file's name and a uri, of any length; who sees some cleans up all. */
    private static final int UNASKED_SHOWN_MAX = 8;

    private static final int UNASKED_LENGTH_MAX = 400;

    private TrustReportJson() {}

    static void write(JsonGenerator json, TrustReport trust) throws IOException {
        json.writeStringField("source", trust.source().word());
        json.writeNumberField("issuer_keys", trust.serving().issuerKeys());
        roles(json, trust.roles());
        targets(json, trust.serving().targets());
        lists(json, trust.serving().lists());
        AnswerWriter.texts(json, "unasked", shown(trust.serving().unasked()));
        if (trust.lastRefusal().isPresent()) {
            write(json, "last_refusal", trust.lastRefusal().get());
        }
    }

    static void write(JsonGenerator json, String name, Refusal refusal) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("at", refusal.at().toString());
        json.writeStringField("rule", refusal.rule());
        json.writeStringField("file", refusal.file());
        json.writeStringField("message", refusal.message());
        json.writeEndObject();
    }

    private static void roles(JsonGenerator json, List<Role> roles) throws IOException {
        json.writeArrayFieldStart("roles");
        for (Role role : roles.stream().limit(SHOWN_MAX).toList()) {
            json.writeStartObject();
            json.writeStringField("name", role.name());
            json.writeNumberField("version", role.version());
            json.writeStringField("expires_at", role.expiresAt().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void targets(JsonGenerator json, List<Target> targets) throws IOException {
        json.writeNumberField("target_count", targets.size());
        json.writeArrayFieldStart("targets");
        for (Target target : targets.stream().limit(SHOWN_MAX).toList()) {
            json.writeStartObject();
            json.writeStringField("path", target.path());
            json.writeNumberField("bytes", target.bytes());
            json.writeStringField("sha256", target.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static List<String> shown(List<String> unasked) {
        return unasked.stream()
                .limit(UNASKED_SHOWN_MAX)
                .map(line -> line.substring(0, Math.min(line.length(), UNASKED_LENGTH_MAX)))
                .toList();
    }

    private static void lists(JsonGenerator json, List<StatusList> lists) throws IOException {
        json.writeNumberField("list_count", lists.size());
        json.writeArrayFieldStart("lists");
        for (StatusList list : lists.stream().limit(LISTS_SHOWN_MAX).toList()) {
            json.writeStartObject();
            json.writeStringField("uri", list.uri());
            json.writeStringField("issued_at", list.age().issuedAt().toString());
            json.writeStringField("expires_at", list.age().expiresAt().toString());
            json.writeNumberField("age_s", list.age().old().toSeconds());
            json.writeStringField("step", list.age().step());
            json.writeNumberField("entries", list.entries());
            json.writeStringField("canary", list.canary().word());
            standings(json, list.standings());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void standings(JsonGenerator json, List<Standing> standings) throws IOException {
        json.writeArrayFieldStart("ladders");
        for (Standing each : standings.stream().limit(LADDERS_SHOWN_MAX).toList()) {
            json.writeStartObject();
            json.writeStringField("classes", words(each.classes()));
            json.writeStringField("step", each.step());
            json.writeStringField("warn_after", each.deadlines().warn().toString());
            json.writeStringField("degraded_after", each.deadlines().degraded().toString());
            json.writeStringField("closed_after", each.deadlines().closed().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String words(List<Long> classes) {
        return classes.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    static TrustReport read(JsonFields trust) throws IOException {
        List<Role> roles = new ArrayList<>();
        for (JsonFields each : trust.objects("roles")) {
            Instant expiresAt = Instant.parse(each.text("expires_at"));
            roles.add(new Role(each.text("name"), each.number("version"), expiresAt));
        }
        List<Target> targets = new ArrayList<>();
        for (JsonFields each : trust.objects("targets")) {
            targets.add(new Target(each.text("path"), each.number("bytes"), each.text("sha256")));
        }
        int issuerKeys = Math.toIntExact(trust.number("issuer_keys"));
        return new TrustReport(
                known(Source.values(), Source::word, trust.text("source")),
                new Serving(issuerKeys, lists(trust), targets, trust.texts("unasked")),
                roles,
                refusal(trust, "last_refusal"));
    }

    static Optional<Refusal> refusal(JsonFields holder, String name) throws IOException {
        if (!holder.has(name)) {
            return Optional.empty();
        }
        JsonFields refusal = holder.object(name);
        return Optional.of(
                new Refusal(
                        Instant.parse(refusal.text("at")),
                        refusal.text("rule"),
                        refusal.text("file"),
                        refusal.text("message")));
    }

    private static List<StatusList> lists(JsonFields trust) throws IOException {
        List<StatusList> lists = new ArrayList<>();
        for (JsonFields each : trust.objects("lists")) {
            Age age =
                    new Age(
                            Instant.parse(each.text("issued_at")),
                            Instant.parse(each.text("expires_at")),
                            Duration.ofSeconds(each.number("age_s")),
                            each.text("step"));
            Canary canary = known(Canary.values(), Canary::word, each.text("canary"));
            lists.add(
                    new StatusList(
                            each.text("uri"),
                            age,
                            new Content(each.number("entries"), canary),
                            standings(each)));
        }
        return lists;
    }

    private static List<Standing> standings(JsonFields list) throws IOException {
        List<Standing> standings = new ArrayList<>();
        for (JsonFields each : list.objects("ladders")) {
            Deadlines deadlines =
                    new Deadlines(
                            Instant.parse(each.text("warn_after")),
                            Instant.parse(each.text("degraded_after")),
                            Instant.parse(each.text("closed_after")));
            List<Long> classes =
                    Arrays.stream(each.text("classes").split(" "))
                            .filter(word -> !word.isEmpty())
                            .map(Long::valueOf)
                            .toList();
            standings.add(new Standing(classes, each.text("step"), deadlines));
        }
        return standings;
    }

    private static <T> T known(T[] values, Function<T, String> word, String text)
            throws IOException {
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IOException("expected a known word, got another"));
    }
}
