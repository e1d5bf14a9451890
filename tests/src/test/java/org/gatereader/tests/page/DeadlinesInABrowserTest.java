package org.gatereader.tests.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gatereader.tests.page.Chromium.says;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gatereader.daemon.control.wire.AnswerReader;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.ControlVerb;
import org.gatereader.daemon.page.LoopbackSite;
import org.gatereader.gatectl.inbox.Bundle;
import org.gatereader.gatectl.page.Doorkeeper;
import org.gatereader.gatectl.page.Gate;
import org.gatereader.gatectl.page.GatePages;
import org.gatereader.gatectl.page.GateWatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The admin's page before a gate of another year than this machine's, whose lists age. */
class DeadlinesInABrowserTest {
    private static final RecordedGate GATE = new RecordedGate();
    private static @TempDir Path uploads;

    /** Its processes may still write while they end: the system clears it away, not the test. */
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path profile;

    private static LoopbackSite site;
    private static Thread watching;
    private static Chromium browser;

    @BeforeAll
    static void letTheBrowserIn() throws IOException {
        assumeTrue(Chromium.isHere(), "this machine has no Chromium");
        var doorkeeper = new Doorkeeper(new SecureRandom(), 0);
        var watch = new GateWatch(GATE);
        site = LoopbackSite.start(0, new GatePages(watch, doorkeeper, uploads, () -> 0));
        watching = Thread.ofPlatform().daemon().name("gate-watch").start(watch);
        browser = Chromium.start(profile);
        browser.open(site.address().resolve("#" + doorkeeper.token()));
        browser.await("location.pathname === '/technician'");
        browser.open(site.address().resolve("/admin"));
    }

    @AfterAll
    static void closeBoth() {
        if (browser != null) {
            browser.close();
            watching.interrupt();
            site.close();
        }
    }

    @Test
    void whatIsLeftIsCountedByTheGatesClockAndNotByTheBrowsers() throws IOException {
        browser.await(says("#roles tr", "10 h"));
    }

    @Test
    void aListThatClosesByItsAgeShowsThatDeadlineAndForWhom() throws IOException {
        browser.await(says("#lists tr:nth-child(1)", "2030-01-03 00:00:00 (18 h)"));
        browser.await(says("#lists tr:nth-child(1)", "등급 7 class 7"));
    }

    @Test
    void aListThatIsClosedAndNotExpiredIsNotCalledExpired() throws IOException {
        browser.await(says("#lists tr:nth-child(2)", "중단 closed"));
        browser.await(says("#lists tr:nth-child(2)", "2030-01-01 00:00:00 (−1 d 6 h)"));
        browser.await("!document.querySelector('#lists').textContent.includes('만료')");
    }

    @Test
    void aListThatNobodyAsksIsNamed() throws IOException {
        browser.await(says("#facts dd:last-child", "status/ab.cwt: expected a status entry"));
    }

    @Test
    void theCanarySaysWhenItWasReadBack() throws IOException {
        browser.await(says("#lists tr:nth-child(1)", "확인됨 read back 2030-01-02 06:00:00"));
    }

    @Test
    void aGateThatDoesNotTrustItsClockCountsNothing() throws IOException {
        GATE.clock = "CLOCK_UNTRUSTED";
        browser.await(says("#roles tr", "–"));
        browser.await(says("#facts", "not trusted"));
        GATE.clock = "trusted";
        browser.await(says("#roles tr", "10 h"));
    }

    @Test
    void aFileThatIsTakenIsSaidToServeWithWhatItChanged() throws IOException {
        browser.evaluate(
                "(() => { const brought = new DataTransfer(); brought.items.add(new File([new"
                        + " Uint8Array(1024)], 'x.tar')); const file = document.getElementById('file');"
                        + " file.files = brought.files; file.dispatchEvent(new Event('change'));"
                        + " })()");
        browser.await(says("#outcome", "Taken, and serving now"));
        browser.await(says("#changes", "timestamp: 1 -> 2"));
    }

    /** Answers what a gate once answered, and takes whatever it is brought. */
    private static final class RecordedGate implements Gate {
        private volatile String clock = "trusted";

        @Override
        public ControlAnswer ask(ControlVerb verb) {
            return switch (verb) {
                case STATUS -> status();
                case JOURNAL -> new ControlAnswer.Journal(List.of());
                default -> new ControlAnswer.Refused("no self-test was begun yet");
            };
        }

        @Override
        public ControlAnswer bring(Bundle bundle) {
            return new ControlAnswer.Imported(List.of("timestamp: 1 -> 2"), Optional.empty());
        }

        @Override
        public String printable(ControlAnswer.Tested tested) {
            return "";
        }

        private ControlAnswer status() {
            var file = DeadlinesInABrowserTest.class.getResourceAsStream("status.json");
            try (file) {
                var line = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
                return AnswerReader.read(line.replace("{{clock}}", clock).getBytes(UTF_8));
            } catch (IOException unreadable) {
                return new ControlAnswer.Refused(unreadable.toString());
            }
        }
    }
}
