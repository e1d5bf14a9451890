package org.gatereader.hal.nfc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One context of the PC/SC service and at most one connection to a reader: the calls of winscard.h
 * that a gate needs, in their order. Used by one thread; any call may hang for as long as the
 * service does.
 */
interface Pcsc extends AutoCloseable {
    /** How a reader is connected to. */
    enum Share {
        /** The reader itself, card or not; others may do the same. */
        DIRECT,
        /** The card, and nobody else until it is disconnected: no transaction is needed. */
        EXCLUSIVE
    }

    /** SCardEstablishContext. */
    void establish() throws PcscException;

    /** SCardListReaders: their names; none is no failure. */
    List<String> readers() throws PcscException;

    /**
     * SCardGetStatusChange of one reader.
     *
     * @param known the state that it had; {@link PcscState#UNAWARE} answers at once
     * @return the state that it has, the same as before if nothing changed in time
     */
    PcscState await(String reader, PcscState known, Duration wait) throws PcscException;

    /** SCardGetStatusChange of the list of readers: waits until one comes or goes. */
    void awaitReaders(Duration wait) throws PcscException;

    /** SCardConnect. */
    void connect(String reader, Share share) throws PcscException;

    /** SCardTransmit: a command and its response, status word and all. */
    byte[] transmit(byte[] command) throws PcscException;

    /** SCardGetAttrib; empty where the driver has no such attribute. */
    Optional<byte[]> attribute(int tag) throws PcscException;

    /** SCardDisconnect, leaving the card as it is; does nothing where nothing is connected. */
    void disconnect();

    /** SCardReleaseContext, whatever state it is in. */
    @Override
    void close();
}
