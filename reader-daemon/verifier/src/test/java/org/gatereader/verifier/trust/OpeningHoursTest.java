package org.gatereader.verifier.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Hours are read on the wall clock of the gate's zone: from inclusive, until exclusive. */
class OpeningHoursTest {
    private static final ZonedDateTime MIDNIGHT = ZonedDateTime.parse("2030-01-08T00:00:00+09:00");

    private static final String WINDOW = "\"days\": [\"%s\"], \"from\": \"%s\", \"until\": \"%s\"";

    @ParameterizedTest(name = "{0} in {1} at {2}: {3}")
    @CsvFileSource(resources = "opening-hours.csv")
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
