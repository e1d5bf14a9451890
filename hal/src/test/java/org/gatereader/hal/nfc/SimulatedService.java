package org.gatereader.hal.nfc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A PC/SC service without hardware or daemon: readers that are plugged and pulled, one card, and
 * all that goes wrong with it. Waits for nothing; a call that shall hang does so until it is let
 * go.
 */
final class SimulatedService {
    private static final long PRESENT = 0x20;
    private static final long UNKNOWN = 0x04;
    private static final long MUTE = 0x200;

    /** What the reader itself is asked for; its driver remembers the rest. */
    private static final int CARD_PRESENCE = 0x0009_0300;

    private final List<String> readers = new ArrayList<>();
    private @Nullable SimulatedCard card;
    private boolean isMute;
    private long count;
    private boolean isRunning = true;
    private boolean isHeld;
    private boolean isDead;
    private int contexts;
    private @Nullable CountDownLatch hanging;

    synchronized void plug(String reader) {
        readers.add(reader);
    }

    synchronized void pull(String reader) {
        readers.remove(reader);
        card = null;
    }

    synchronized void put(SimulatedCard newCard) {
        card = newCard;
        isMute = false;
        count++;
    }

    /** Something in the field that does not answer, such as a tag of another standard. */
    synchronized void putMute() {
        put(_ -> Optional.empty());
        isMute = true;
    }

    synchronized void takeAway() {
        card = null;
        count++;
    }

    /** Ends the service, with every context and connection. */
    synchronized void stop() {
        isRunning = false;
    }

    synchronized void start() {
        isRunning = true;
    }

    /** Another program holds the card or lets go of it. */
    synchronized void hold(boolean hold) {
        isHeld = hold;
    }

    /** The reader's lamp is on and it answers nothing. */
    synchronized void die() {
        isDead = true;
    }

    /** From the next transmission on, calls hang until the latch is counted down. */
    synchronized CountDownLatch hang() {
        hanging = new CountDownLatch(1);
        return hanging;
    }

    /** Contexts that were established and not released. */
    synchronized int contexts() {
        return contexts;
    }

    Pcsc connection() {
        return new Connection();
    }

    private synchronized void require(boolean condition, long code) throws PcscException {
        if (!isRunning) {
            throw new PcscException("call", PcscException.NO_SERVICE);
        }
        if (!condition) {
            throw new PcscException("call", code);
        }
    }

    private final class Connection implements Pcsc {
        private boolean isEstablished;
        private @Nullable SimulatedCard talking;

        @Override
        public void establish() throws PcscException {
            require(true, 0);
            isEstablished = true;
            changeContexts(1);
        }

        @Override
        public List<String> readers() throws PcscException {
            require(isEstablished, PcscException.NO_SERVICE);
            synchronized (SimulatedService.this) {
                return List.copyOf(readers);
            }
        }

        @Override
        public PcscState await(String reader, PcscState known, Duration wait) throws PcscException {
            require(isEstablished, PcscException.NO_SERVICE);
            synchronized (SimulatedService.this) {
                if (!readers.contains(reader)) {
                    return new PcscState(UNKNOWN);
                }
                long present = card == null ? 0 : isMute ? PRESENT | MUTE : PRESENT;
                return new PcscState(count << 16 | present);
            }
        }

        @Override
        public void awaitReaders(Duration wait) throws PcscException {
            require(isEstablished, PcscException.NO_SERVICE);
        }

        @Override
        public void connect(String reader, Share share) throws PcscException {
            synchronized (SimulatedService.this) {
                require(readers.contains(reader), PcscException.UNKNOWN_READER);
                require(!isHeld, PcscException.SHARING_VIOLATION);
                require(share == Share.DIRECT || card != null, PcscException.NO_SMARTCARD);
                talking = share == Share.DIRECT ? null : card;
            }
        }

        @Override
        public byte[] transmit(byte[] command) throws PcscException {
            awaitRelease();
            SimulatedCard answering = talking;
            synchronized (SimulatedService.this) {
                require(!readers.isEmpty(), PcscException.READER_UNAVAILABLE);
                require(answering != null && answering == card, PcscException.REMOVED_CARD);
            }
            Optional<byte[]> response =
                    answering == null ? Optional.empty() : answering.answer(command);
            require(response.isPresent(), PcscException.NOT_TRANSACTED);
            return response.orElseThrow();
        }

        @Override
        public Optional<byte[]> attribute(int tag) throws PcscException {
            synchronized (SimulatedService.this) {
                require(!isDead || tag != CARD_PRESENCE, PcscException.NOT_TRANSACTED);
            }
            return tag == 0x0001_0102 ? Optional.of(new byte[] {7, 0, 4, 1}) : Optional.empty();
        }

        @Override
        public void disconnect() {
            talking = null;
        }

        @Override
        public void close() {
            if (isEstablished) {
                changeContexts(-1);
            }
        }

        private void changeContexts(int by) {
            synchronized (SimulatedService.this) {
                contexts += by;
            }
        }

        private void awaitRelease() {
            CountDownLatch latch;
            synchronized (SimulatedService.this) {
                latch = hanging;
            }
            if (latch != null) {
                try {
                    latch.await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
