package org.gatereader.gatectl.repo;

import java.util.Arrays;
import java.util.Optional;

/** What a status list says of one credential (Token Status List, section 7.1). */
public enum ListState {
    VALID(0),
    /** For good. */
    REVOKED(1),
    /** Until it is restored; needs two bits an entry. */
    SUSPENDED(2);

    private final int value;

    ListState(int value) {
        this.value = value;
    }

    /** The number that stands in the list. */
    int value() {
        return value;
    }

    static Optional<ListState> of(int value) {
        return Arrays.stream(values()).filter(state -> state.value == value).findFirst();
    }
}
