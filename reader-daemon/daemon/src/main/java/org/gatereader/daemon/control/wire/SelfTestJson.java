package org.gatereader.daemon.control.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Part;
import org.gatereader.daemon.control.wire.SelfTestReport.Progress;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;
import org.gatereader.daemon.control.wire.SelfTestReport.State;
import org.gatereader.daemon.control.wire.SelfTestReport.Words;

/** A {@link SelfTestReport} as JSON; reader-daemon/docs/gatectl.md describes the members. */
final class SelfTestJson {
    private SelfTestJson() {}

    static void write(JsonGenerator json, SelfTestReport report) throws IOException {
        json.writeObjectFieldStart("self_test");
        json.writeStringField("testing", report.progress().testing());
        json.writeNumberField("took_ms", report.progress().took().toMillis());
        json.writeArrayFieldStart("findings");
        for (Finding finding : report.findings()) {
            json.writeStartObject();
            json.writeStringField("section", finding.part().section().name());
            json.writeStringField("part", finding.part().name());
            json.writeStringField("state", finding.state().name());
            json.writeStringField("measured", finding.measured());
            json.writeStringField("advice_ko", finding.advice().korean());
            json.writeStringField("advice_en", finding.advice().english());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (report.picture().isPresent()) {
            write(json, report.picture().get());
        }
        json.writeEndObject();
    }

    static void write(JsonGenerator json, GreyPicture picture) throws IOException {
        json.writeObjectFieldStart("picture");
        json.writeNumberField("width", picture.width());
        json.writeNumberField("height", picture.height());
        json.writeStringField("grey_base64", Base64.getEncoder().encodeToString(picture.pixels()));
        json.writeEndObject();
    }

    static SelfTestReport read(JsonFields report) throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (JsonFields each : report.objects("findings")) {
            findings.add(finding(each));
        }
        return new SelfTestReport(
                new Progress(report.text("testing"), Duration.ofMillis(report.number("took_ms"))),
                findings,
                report.has("picture")
                        ? Optional.of(picture(report.object("picture")))
                        : Optional.empty());
    }

    private static Finding finding(JsonFields finding) throws IOException {
        return new Finding(
                new Part(Section.valueOf(finding.text("section")), finding.text("part")),
                State.valueOf(finding.text("state")),
                finding.text("measured"),
                new Words(finding.text("advice_ko"), finding.text("advice_en")));
    }

    static GreyPicture picture(JsonFields picture) throws IOException {
        return new GreyPicture(
                Math.toIntExact(picture.number("width")),
                Math.toIntExact(picture.number("height")),
                Base64.getDecoder().decode(picture.text("grey_base64")));
    }
}
