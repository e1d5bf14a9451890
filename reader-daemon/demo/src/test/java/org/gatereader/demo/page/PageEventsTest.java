package org.gatereader.demo.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.gatereader.demo.page.PageEvents.Subscription;
import org.gatereader.demo.page.PageEvents.Topic;
import org.gatereader.demo.wallet.JsonMap;
import org.junit.jupiter.api.Test;

class PageEventsTest {
    private final PageEvents events = new PageEvents();

    @Test
    void tellsAnOpenPageWhatHappens() throws InterruptedException {
        var page = subscribe();
        events.publish(Topic.CLOCK, number(1));
        assertEquals(Optional.of("event: clock\ndata: {\"number\":1}\n\n"), page.next(0));
        assertEquals(Optional.empty(), page.next(0));
    }

    @Test
    void tellsAPageThatComesLaterTheNewestOfEachTopic() throws InterruptedException {
        events.publish(Topic.CLOCK, number(1));
        events.publish(Topic.CLOCK, number(2));
        var page = subscribe();
        assertEquals(Optional.of("event: clock\ndata: {\"number\":2}\n\n"), page.next(0));
        assertEquals(Optional.empty(), page.next(0));
    }

    @Test
    void keepsAsManyRecordsOfTheJournalAsAPageShows() throws InterruptedException {
        for (int i = 0; i <= PageEvents.JOURNAL_ROWS; i++) {
            events.publish(Topic.JOURNAL, number(i));
        }
        var page = subscribe();
        assertEquals(Optional.of("event: journal\ndata: {\"number\":1}\n\n"), page.next(0));
    }

    @Test
    void cutsOffAPageThatFallsBehindAndGoesOnWithTheOthers() throws InterruptedException {
        var slow = subscribe();
        for (int i = 0; i <= PageEvents.BEHIND_MAX; i++) {
            events.publish(Topic.CLOCK, number(i));
        }
        var other = subscribe();
        events.publish(Topic.SIGN, number(7));
        assertTrue(slow.isCutOff());
        assertFalse(other.isCutOff());
        assertTrue(other.next(0).isPresent());
    }

    @Test
    void turnsAwayOnePageTooManyAndTakesItOnceAnotherHasGone() {
        var first = subscribe();
        for (int i = 1; i < PageEvents.STREAMS_MAX; i++) {
            subscribe();
        }
        assertTrue(events.subscribe().isEmpty());
        first.close();
        assertTrue(events.subscribe().isPresent());
    }

    private Subscription subscribe() {
        return events.subscribe().orElseThrow();
    }

    private static JsonMap number(int number) {
        return new JsonMap().put("number", number);
    }
}
