package org.gatereader.hal.nfc;

import java.time.Duration;
import java.util.Optional;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.SimulatedDevice;
import org.jspecify.annotations.Nullable;

/**
 * A reader without hardware, on which a card is put and from which it is taken away. Moved and
 * broken from any thread; opened, asked and closed by its owner's.
 */
public final class SimulatedNfcReader implements NfcReader, SimulatedDevice {
    /** What can be wrong with it; one at a time. */
    public enum Fault {
        /** Gone: opening and asking fail. */
        UNPLUGGED,
        /** There, its lamp on, and it answers nothing (field failure F2). */
        SILENT,
        /** Another program holds it. */
        HELD
    }

    private final String name;
    private @Nullable Fault fault;
    private @Nullable SimulatedCard card;
    private boolean isOpen;
    private boolean isConversing;
    private boolean hasLeft = true;

    public SimulatedNfcReader(String name) {
        this.name = name;
    }

    /** Breaks it, in place of what was broken before, until it is mended. */
    public synchronized void suffer(Fault newFault) {
        fault = newFault;
        notifyAll();
    }

    /** Takes the fault away; the reader has to be opened again. */
    public synchronized void mend() {
        fault = null;
    }

    /** Puts a card into the field, in place of the one that lies there. */
    public synchronized void put(SimulatedCard newCard) {
        leave();
        card = newCard;
        notifyAll();
    }

    /** Takes the card away, in the middle of a conversation too. */
    public synchronized void takeAway() {
        leave();
        card = null;
        notifyAll();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized void open() throws DeviceException {
        failIfBroken();
        isOpen = true;
        hasLeft = card == null;
    }

    @Override
    public synchronized boolean awaitCard(Duration wait) throws DeviceException {
        requireOpen();
        if (card == null) {
            rest(wait);
            requireOpen();
        }
        isConversing = card != null;
        hasLeft = !isConversing;
        return isConversing;
    }

    @Override
    public Optional<byte[]> transmit(byte[] command, Duration wait) throws DeviceException {
        SimulatedCard answering = conversing();
        if (answering == null) {
            return Optional.empty();
        }
        Optional<byte[]> response = answering.answer(command.clone());
        if (response.isEmpty()) {
            takeAway();
        }
        return conversing() == answering ? response : Optional.empty();
    }

    @Override
    public synchronized void ping() throws DeviceException {
        requireOpen();
    }

    @Override
    public synchronized void release() {
        isConversing = false;
    }

    @Override
    public synchronized boolean awaitRemoval(Duration wait) throws DeviceException {
        requireOpen();
        if (!hasLeft) {
            rest(wait);
            requireOpen();
        }
        return hasLeft;
    }

    @Override
    public String description() {
        return "simulated";
    }

    @Override
    public synchronized void close() {
        isOpen = false;
        isConversing = false;
    }

    private synchronized @Nullable SimulatedCard conversing() throws DeviceException {
        requireOpen();
        return isConversing ? card : null;
    }

    private void leave() {
        isConversing = false;
        hasLeft = true;
    }

    /**
     * The waiting is real: a test that steps time by hand waits 0. To be woken for nothing is the
     * same as to have waited for nothing.
     */
    @SuppressWarnings("WaitNotInLoop")
    private void rest(Duration wait) {
        if (wait.isPositive()) {
            try {
                wait(Math.max(1, wait.toMillis()));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void requireOpen() throws DeviceException {
        failIfBroken();
        if (!isOpen) {
            throw new DeviceException(name, "is not open");
        }
    }

    private void failIfBroken() throws DeviceException {
        if (fault != null) {
            isOpen = false;
            throw new DeviceException(
                    name,
                    switch (fault) {
                        case UNPLUGGED -> "is unplugged";
                        case SILENT -> "does not answer";
                        case HELD -> "is held by another program";
                    });
        }
    }
}
