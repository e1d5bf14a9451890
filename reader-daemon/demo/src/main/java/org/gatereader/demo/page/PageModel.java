package org.gatereader.demo.page;

import java.util.Arrays;
import java.util.Locale;
import org.gatereader.daemon.display.Sign;
import org.gatereader.demo.cases.DemoCase;
import org.gatereader.demo.cases.DemoCases;
import org.gatereader.demo.cases.Scene;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.verifier.verdict.DenyReason;

/** What the page knows before anything happens: the gate's name, the cases, the signs' looks. */
public final class PageModel {
    private PageModel() {}

    static JsonMap whole() {
        // The page has one gate, in service by day; other scenes are the script's.
        var cases = DemoCases.of(Scene.DAY).stream().map(PageModel::of).toList();
        return new JsonMap()
                .put("gate", DemoSite.GATE)
                .put("cases", cases)
                .put("reasons", reasons());
    }

    /** A sign as an event or the page's own list carries it. */
    public static JsonMap of(Sign sign) {
        var look = sign.look();
        var chime = sign.chime();
        return new JsonMap()
                .put("sign", sign.name())
                .put("shape", label(look.shape()))
                .put("background", colour(look.background()))
                .put("ink", colour(look.ink()))
                .put("korean", sign.words().korean())
                .put("english", sign.words().english())
                .put("lamp", label(sign.lamp().colour()))
                .put("rhythm", label(sign.lamp().rhythm()))
                .put("tones", chime.count())
                .put("hertz", chime.hertz())
                .put("toneMillis", chime.tone().toMillis())
                .put("gapMillis", chime.gap().toMillis());
    }

    /** A hint as its event carries it. */
    public static JsonMap of(Sign.Words words) {
        return new JsonMap().put("korean", words.korean()).put("english", words.english());
    }

    private static JsonMap of(DemoCase demoCase) {
        return new JsonMap()
                .put("name", demoCase.name())
                .put("english", demoCase.title().english())
                .put("korean", demoCase.title().korean())
                .put("how", demoCase.how())
                .put("expected", demoCase.expected().toString())
                .put("button", demoCase.button());
    }

    /** The names of the deny numbers, so that the journal's rows can be read. */
    private static JsonMap reasons() {
        var reasons = new JsonMap();
        Arrays.stream(DenyReason.values())
                .forEach(reason -> reasons.put(Integer.toString(reason.code()), reason.name()));
        return reasons;
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String colour(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}
