package org.gatereader.gatectl.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoorkeeperTest {
    private static final long BEGIN = Long.MAX_VALUE - 1;

    private final Doorkeeper doorkeeper = new Doorkeeper(new SecureRandom(), BEGIN);
    private final long lastMoment = BEGIN + Doorkeeper.TOKEN_LIFE.toNanos() - 1;

    @Test
    void theTokenIsWorthOneSession() {
        String session = doorkeeper.enter(doorkeeper.token(), lastMoment).orElseThrow();
        assertTrue(doorkeeper.knows(session));
        assertNotEquals(doorkeeper.token(), session);
        assertEquals(Optional.empty(), doorkeeper.enter(doorkeeper.token(), lastMoment));
        assertTrue(doorkeeper.knows(session));
    }

    @Test
    void theTokenIsWorthNothingAfterFiveMinutes() {
        assertEquals(Optional.empty(), doorkeeper.enter(doorkeeper.token(), lastMoment + 1));
    }

    @Test
    void whoeverGuessesEndsIt() {
        for (int tries = 0; tries < Doorkeeper.TRIES_MAX; tries++) {
            assertEquals(Optional.empty(), doorkeeper.enter("guess", BEGIN));
        }
        assertEquals(Optional.empty(), doorkeeper.enter(doorkeeper.token(), BEGIN));
    }

    @Test
    void oneGuessLessDoesNot() {
        for (int tries = 1; tries < Doorkeeper.TRIES_MAX; tries++) {
            doorkeeper.enter("", BEGIN);
        }
        assertTrue(doorkeeper.enter(doorkeeper.token(), BEGIN).isPresent());
    }

    @Test
    void neitherTheTokenNorNothingIsASession() {
        assertFalse(doorkeeper.knows(doorkeeper.token()));
        assertFalse(doorkeeper.knows(""));
    }
}
