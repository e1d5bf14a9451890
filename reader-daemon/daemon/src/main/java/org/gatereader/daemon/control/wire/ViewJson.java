package org.gatereader.daemon.control.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatereader.daemon.control.wire.CameraSight.Figures;
import org.gatereader.daemon.control.wire.CameraSight.Light;
import org.gatereader.daemon.control.wire.CameraSight.Outline;

/** What a technician's page looks at, as JSON both ways: the journal's end, and the camera. */
final class ViewJson {
    private ViewJson() {}

    static void write(JsonGenerator json, List<JournalLine> lines) throws IOException {
        json.writeArrayFieldStart("journal");
        for (JournalLine line : lines) {
            json.writeStartObject();
            json.writeNumberField("sequence", line.sequence());
            json.writeStringField("bucket", line.bucket().toString());
            json.writeNumberField("code", line.code());
            json.writeStringField("kind", line.kind());
            json.writeNumberField("number", line.number());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static List<JournalLine> journal(List<JsonFields> lines) throws IOException {
        List<JournalLine> journal = new ArrayList<>();
        for (JsonFields each : lines) {
            journal.add(
                    new JournalLine(
                            each.number("sequence"),
                            Instant.parse(each.text("bucket")),
                            number(each, "code"),
                            each.text("kind"),
                            each.number("number")));
        }
        return journal;
    }

    static void write(JsonGenerator json, CameraSight sight) throws IOException {
        json.writeObjectFieldStart("camera");
        json.writeNumberField("finders", sight.figures().finders());
        json.writeNumberField("module_px", sight.figures().modulePixels());
        json.writeNumberField("brightness", sight.figures().light().brightness());
        json.writeNumberField("sharpness", sight.figures().light().sharpness());
        json.writeStringField("hint", sight.figures().hint());
        json.writeArrayFieldStart("outlines");
        for (Outline outline : sight.outlines()) {
            json.writeStartObject();
            json.writeNumberField("left", outline.left());
            json.writeNumberField("top", outline.top());
            json.writeNumberField("width", outline.width());
            json.writeNumberField("height", outline.height());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (sight.picture().isPresent()) {
            SelfTestJson.write(json, sight.picture().get());
        }
        json.writeEndObject();
    }

    static CameraSight camera(JsonFields sight) throws IOException {
        List<Outline> outlines = new ArrayList<>();
        for (JsonFields each : sight.objects("outlines")) {
            outlines.add(
                    new Outline(
                            number(each, "left"),
                            number(each, "top"),
                            number(each, "width"),
                            number(each, "height")));
        }
        return new CameraSight(
                new Figures(
                        number(sight, "finders"),
                        number(sight, "module_px"),
                        new Light(number(sight, "brightness"), number(sight, "sharpness")),
                        sight.text("hint")),
                sight.has("picture")
                        ? Optional.of(SelfTestJson.picture(sight.object("picture")))
                        : Optional.empty(),
                outlines);
    }

    private static int number(JsonFields of, String name) throws IOException {
        return Math.toIntExact(of.number(name));
    }
}
