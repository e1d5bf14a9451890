package org.gatereader.verifier.trust;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** When a site admits anyone, on the wall clock of the gate's zone. */
public final class OpeningHours {
    /** No restriction was configured. */
    public static final OpeningHours ALWAYS =
            only(
                    List.of(
                            new Window(
                                    Set.of(DayOfWeek.values()),
                                    LocalTime.MIDNIGHT,
                                    LocalTime.MIDNIGHT)));

    private final List<List<Window>> restrictions;

    private OpeningHours(List<List<Window>> restrictions) {
        this.restrictions = List.copyOf(restrictions);
    }

    /** Open in these windows and no others; an empty list never opens. */
    public static OpeningHours only(List<Window> windows) {
        return new OpeningHours(List.of(List.copyOf(windows)));
    }

    /** Open when both are. */
    OpeningHours and(OpeningHours other) {
        return new OpeningHours(
                Stream.concat(restrictions.stream(), other.restrictions.stream()).toList());
    }

    /**
     * One window of the day, from inclusive, until exclusive. Where {@code until} is not after
     * {@code from} it crosses midnight, and belongs to the day on which it begins.
     *
     * @param until midnight at the end of the day is 00:00
     */
    public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
        boolean contains(ZonedDateTime when) {
            LocalTime time = when.toLocalTime();
            DayOfWeek today = when.getDayOfWeek();
            if (from.isBefore(until)) {
                return days.contains(today) && !time.isBefore(from) && time.isBefore(until);
            }
            return (days.contains(today) && !time.isBefore(from))
                    || (days.contains(today.minus(1)) && time.isBefore(until));
        }
    }

    public boolean areOpenAt(ZonedDateTime when) {
        return restrictions.stream()
                .allMatch(windows -> windows.stream().anyMatch(window -> window.contains(when)));
    }
}
