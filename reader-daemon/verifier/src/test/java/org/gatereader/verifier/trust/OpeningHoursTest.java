package org.gatereader.verifier.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours are read on the wall clock of the gate's zone: from inclusive, until exclusive. */
class OpeningHoursTest {
    private static final ZonedDateTime MIDNIGHT = ZonedDateTime.parse("2030-01-08T00:00:00+09:00");

    private static final String WINDOW = "\"days\": [\"%s\"], \"from\": \"%s\", \"until\": \"%s\"";

    @ParameterizedTest(name = "{0} in {1} at {2}: {3}")
    @CsvSource(
            textBlock =
                    """
                    # A plain day: 2030-01-07 is a Monday.
                    mon 07:00-22:00, Asia/Seoul, 2030-01-07T06:59:59.999+09:00, closed
                    mon 07:00-22:00, Asia/Seoul, 2030-01-07T07:00:00+09:00, open
                    mon 07:00-22:00, Asia/Seoul, 2030-01-07T21:59:59.999+09:00, open
                    mon 07:00-22:00, Asia/Seoul, 2030-01-07T22:00:00+09:00, closed
                    mon 07:00-22:00, Asia/Seoul, 2030-01-06T12:00:00+09:00, closed
                    mon 07:00-22:00, Asia/Seoul, 2030-01-08T12:00:00+09:00, closed
                    # In UTC it is still Sunday, or already Tuesday, and that does not count.
                    mon 07:00-22:00, Asia/Seoul, 2030-01-06T22:00:00Z, open
                    mon 00:00-24:00, Asia/Seoul, 2030-01-07T15:00:00Z, closed
                    # To the end of the day, and all day.
                    mon 20:00-24:00, Asia/Seoul, 2030-01-07T23:59:59.999+09:00, open
                    mon 20:00-24:00, Asia/Seoul, 2030-01-08T00:00:00+09:00, closed
                    mon 00:00-24:00, Asia/Seoul, 2030-01-07T00:00:00+09:00, open
                    mon 00:00-00:00, Asia/Seoul, 2030-01-07T23:59:59+09:00, open
                    mon 00:00-24:00, Asia/Seoul, 2030-01-08T00:00:00+09:00, closed
                    mon 00:00-24:00, Asia/Seoul, 2030-01-06T23:59:59+09:00, closed
                    # Across midnight the window is Monday's, into Tuesday.
                    mon 22:00-06:00, Asia/Seoul, 2030-01-07T21:59:59+09:00, closed
                    mon 22:00-06:00, Asia/Seoul, 2030-01-07T22:00:00+09:00, open
                    mon 22:00-06:00, Asia/Seoul, 2030-01-08T05:59:59+09:00, open
                    mon 22:00-06:00, Asia/Seoul, 2030-01-08T06:00:00+09:00, closed
                    mon 22:00-06:00, Asia/Seoul, 2030-01-07T05:59:59+09:00, closed
                    mon 22:00-06:00, Asia/Seoul, 2030-01-08T22:00:00+09:00, closed
                    # Sunday's night reaches into Monday: the week is a ring.
                    sun 22:00-06:00, Asia/Seoul, 2030-01-07T05:59:59+09:00, open
                    # From a time to the same time are 24 hours.
                    mon 09:00-09:00, Asia/Seoul, 2030-01-07T08:59:59+09:00, closed
                    mon 09:00-09:00, Asia/Seoul, 2030-01-07T09:00:00+09:00, open
                    mon 09:00-09:00, Asia/Seoul, 2030-01-08T08:59:59+09:00, open
                    mon 09:00-09:00, Asia/Seoul, 2030-01-08T09:00:00+09:00, closed
                    # In Berlin 02:00..03:00 does not exist on 2030-03-31, a Sunday.
                    sun 02:30-04:00, Europe/Berlin, 2030-03-31T01:59:59+01:00, closed
                    sun 02:30-04:00, Europe/Berlin, 2030-03-31T03:00:00+02:00, open
                    sun 01:00-02:30, Europe/Berlin, 2030-03-31T01:59:59+01:00, open
                    sun 01:00-02:30, Europe/Berlin, 2030-03-31T03:00:00+02:00, closed
                    # On 2030-10-27, a Sunday, 02:00..03:00 comes twice, and counts both times.
                    sun 02:30-02:40, Europe/Berlin, 2030-10-27T02:30:00+02:00, open
                    sun 02:30-02:40, Europe/Berlin, 2030-10-27T02:40:00+02:00, closed
                    sun 02:30-02:40, Europe/Berlin, 2030-10-27T02:30:00+01:00, open
                    # A zone can be an offset, and a day its full name.
                    monday 07:00-22:00, +09:00, 2030-01-07T07:00:00+09:00, open
                    MON 07:00-22:00, UTC, 2030-01-07T07:00:00+09:00, closed
                    """)
    void aWindowIsOpenOrClosed(String window, String zone, String at, String expected) {
        String[] parts = window.split("[ -]", 3);
        var place =
                new TrustFiles()
                        .replace(
                                "policy.json",
                                WINDOW.formatted("mon", "07:00", "22:00"),
                                WINDOW.formatted((Object[]) parts))
                        .replace("policy.json", "Asia/Seoul", zone)
                        .content()
                        .policy()
                        .place();
        boolean isOpen = place.isOpenAt(OffsetDateTime.parse(at).toInstant());
        assertEquals(expected, isOpen ? "open" : "closed");
    }

    @Test
    void aPolicyWithoutHoursIsAlwaysOpen() {
        assertTrue(OpeningHours.ALWAYS.areOpenAt(MIDNIGHT));
        assertTrue(OpeningHours.ALWAYS.areOpenAt(MIDNIGHT.minusNanos(1)));
    }

    @Test
    void aPolicyWithAnEmptyListOfHoursNeverOpens() {
        assertFalse(OpeningHours.only(List.of()).areOpenAt(MIDNIGHT));
    }
}
