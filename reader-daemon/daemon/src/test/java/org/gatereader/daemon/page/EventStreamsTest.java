package org.gatereader.daemon.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventStreamsTest {
    private final EventStreams events = new EventStreams();

    @Test
    void tellsAnOpenPageWhatHappens() throws InterruptedException {
        var page = open();
        events.publish("clock", "1");
        assertEquals(Optional.of("event: clock\ndata: 1\n\n"), page.next(0));
        assertEquals(Optional.empty(), page.next(0));
    }

    @Test
    void tellsAPageThatComesLaterTheNewestOfEachTopic() throws InterruptedException {
        events.publish("clock", "1");
        events.publish("clock", "2");
        var page = open();
        assertEquals(Optional.of("event: clock\ndata: 2\n\n"), page.next(0));
        assertEquals(Optional.empty(), page.next(0));
    }

    @Test
    void keepsAsManyOfATopicAsItIsTold() throws InterruptedException {
        for (int i = 0; i <= 40; i++) {
            events.publish("journal", Integer.toString(i), 40);
        }
        assertEquals(Optional.of("event: journal\ndata: 1\n\n"), open().next(0));
    }

    @Test
    void cutsOffAPageThatFallsBehindAndGoesOnWithTheOthers() throws InterruptedException {
        var slow = open();
        for (int i = 0; i <= EventStreams.BEHIND_MAX; i++) {
            events.publish("clock", Integer.toString(i));
        }
        var other = open();
        events.publish("sign", "7");
        assertTrue(slow.isCutOff());
        assertFalse(other.isCutOff());
        assertTrue(other.next(0).isPresent());
    }

    @Test
    void turnsAwayOnePageTooManyAndTakesItOnceAnotherHasGone() {
        var first = open();
        for (int i = 1; i < EventStreams.STREAMS_MAX; i++) {
            open();
        }
        assertTrue(events.open().isEmpty());
        first.close();
        assertTrue(events.open().isPresent());
    }

    private EventStreams.Stream open() {
        return events.open().orElseThrow();
    }
}
