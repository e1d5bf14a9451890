package org.gatereader.demo;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.gatereader.daemon.display.Display;
import org.gatereader.daemon.display.Sign;
import org.gatereader.daemon.gate.GateStatus;
import org.gatereader.daemon.journal.JournalReader;
import org.gatereader.daemon.journal.JournalRecord;
import org.gatereader.daemon.time.Stage;
import org.gatereader.daemon.time.StageTimes;
import org.gatereader.demo.page.PageEvents;
import org.gatereader.demo.page.PageEvents.Topic;
import org.gatereader.demo.page.PageModel;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.GateChallenge;
import org.gatereader.demo.wallet.GreyPicture;
import org.gatereader.demo.wallet.JsonMap;

/**
 * Looks at the gate many times a second and tells the page what changed. Stepped by one thread of
 * its own: nothing of the daemon waits for it.
 */
final class PageFeed {
    private static final ZoneId ZONE = ZoneId.of(DemoSite.ZONE);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZONE);
    private static final DateTimeFormatter BUCKET =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZONE);

    /** Reading the whole ring and every histogram is for now and then. */
    private static final Duration SELDOM = Duration.ofMillis(500);

    private static final int RECORDS_MAX = 40;

    private final DemoGate gate;
    private final PageEvents events;
    private final JournalReader journal;
    private String shownGate = "";
    private String shownClock = "";
    private long shownDecisions = -1;
    private long lastSequence;
    private int pictures;
    private Optional<GateChallenge> shownChallenge = Optional.empty();
    private int challenges;
    private GreyPicture shownPicture;
    private boolean shownUnplugged;
    private long seldomDueNanos;

    PageFeed(DemoGate gate, PageEvents events, JournalReader journal) {
        this.gate = gate;
        this.events = events;
        this.journal = journal;
        this.shownPicture = gate.seen();
        this.seldomDueNanos = gate.clock().nanos();
        tellCamera();
    }

    /** The display that stands on the page: the gate's thread itself says each sign. */
    static Display display(PageEvents events) {
        return new Display() {
            @Override
            public void show(Sign sign, long nanos) {
                events.publish(Topic.SIGN, PageModel.of(sign));
            }

            @Override
            public void hint(Sign.Words words) {
                events.publish(Topic.HINT, PageModel.of(words));
            }
        };
    }

    /** One turn. */
    void runOnce() throws IOException {
        tellGate();
        tellClock();
        if (!gate.challenge().equals(shownChallenge)) {
            tellChallenge();
        }
        if (gate.seen() != shownPicture || gate.isCameraUnplugged() != shownUnplugged) {
            tellCamera();
        }
        long now = gate.clock().nanos();
        if (now - seldomDueNanos >= 0) {
            seldomDueNanos = now + SELDOM.toNanos();
            tellJournal();
            tellLatency();
        }
    }

    private void tellGate() {
        GateStatus status = gate.status();
        String reasons =
                status.reasons().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        var event =
                new JsonMap()
                        .put("state", status.state().name())
                        .put("reasons", reasons)
                        .put("engaged", gate.relay().isContactClosed())
                        .put("passing", gate.passage().isActuated())
                        .put("fire", gate.fire().isActuated());
        if (!event.toLine().equals(shownGate)) {
            shownGate = event.toLine();
            events.publish(Topic.GATE, event);
        }
    }

    private void tellClock() {
        String clock = CLOCK.format(gate.now());
        if (!clock.equals(shownClock)) {
            shownClock = clock;
            events.publish(Topic.CLOCK, new JsonMap().put("time", clock));
        }
    }

    private void tellChallenge() {
        shownChallenge = gate.challenge();
        challenges++;
        int picture = shownChallenge.isPresent() ? challenges : 0;
        events.publish(Topic.CHALLENGE, new JsonMap().put("picture", picture));
    }

    private void tellCamera() {
        shownPicture = gate.seen();
        shownUnplugged = gate.isCameraUnplugged();
        pictures++;
        events.publish(
                Topic.CAMERA,
                new JsonMap().put("picture", pictures).put("plugged", !shownUnplugged));
    }

    private void tellJournal() throws IOException {
        try {
            for (JournalRecord entry : journal.after(lastSequence, RECORDS_MAX).records()) {
                lastSequence = entry.sequence();
                events.publish(
                        Topic.JOURNAL,
                        new JsonMap()
                                .put("time", BUCKET.format(entry.bucket()))
                                .put("code", entry.code())
                                .put("number", entry.number()));
            }
        } catch (NoSuchFileException _) {
            // The journal's own thread has not made it yet.
        }
    }

    private void tellLatency() {
        StageTimes times = gate.reader().times();
        long decisions = times.count(Stage.READ);
        if (decisions == shownDecisions) {
            return;
        }
        shownDecisions = decisions;
        List<JsonMap> stages =
                Arrays.stream(Stage.values()).map(stage -> percentiles(times, stage)).toList();
        events.publish(
                Topic.LATENCY, new JsonMap().put("decisions", decisions).put("stages", stages));
    }

    private static JsonMap percentiles(StageTimes times, Stage stage) {
        return new JsonMap()
                .put("stage", stage.name().toLowerCase(Locale.ROOT))
                .put("count", times.count(stage))
                .put("p50", micros(times.nanosAt(stage, 50)))
                .put("p95", micros(times.nanosAt(stage, 95)))
                .put("p99", micros(times.nanosAt(stage, 99)));
    }

    private static long micros(long nanos) {
        return TimeUnit.NANOSECONDS.toMicros(nanos);
    }
}
