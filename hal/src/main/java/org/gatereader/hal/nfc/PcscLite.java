package org.gatereader.hal.nfc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The PC/SC service of Linux, pcscd, through libpcsclite (winscard.h, pcsclite.h). {@code LONG} and
 * {@code DWORD} are C's long: 64 bits on every machine that this runs on.
 */
final class PcscLite implements Pcsc {
    static final String LIBRARY = "libpcsclite.so.1";

    private static final long SUCCESS = 0;
    private static final long CODE_MASK = 0xffff_ffffL;
    private static final long SCOPE_SYSTEM = 2;
    private static final long SHARE_EXCLUSIVE = 1;
    private static final long SHARE_DIRECT = 3;
    private static final long PROTOCOL_T0 = 1;
    private static final long PROTOCOL_T1 = 2;
    private static final long LEAVE_CARD = 0;

    /** The pseudo reader that changes when a reader comes or goes. */
    private static final String PLUG_AND_PLAY = "\\\\?PnP?\\Notification";

    /** SCARD_READERSTATE: name, user data, known, event, length of ATR, 33 bytes of ATR, padded. */
    private static final long STATE_BYTES = 80;

    private static final long STATE_KNOWN = 16;
    private static final long STATE_EVENT = 24;

    /** The longest response of an extended command (ISO/IEC 7816-4, section 5.2). */
    private static final int RESPONSE_BYTES_MAX = 65_538;

    /** Sixteen readers of the longest name (pcsclite.h). */
    private static final int NAMES_BYTES_MAX = 16 * 128;

    private static final int ATTRIBUTE_BYTES_MAX = 264;

    private final Arena arena = Arena.ofAuto();
    private final Library library;
    private final MemorySegment number = arena.allocate(JAVA_LONG);
    private final MemorySegment length = arena.allocate(JAVA_LONG);
    private final MemorySegment response = arena.allocate(RESPONSE_BYTES_MAX);
    private final MemorySegment sendProtocol = arena.allocate(2 * JAVA_LONG.byteSize());
    private long context;
    private long card;
    private boolean isEstablished;
    private boolean isConnected;

    private PcscLite(Library library) {
        this.library = library;
    }

    /**
     * Loads the library.
     *
     * @throws IllegalArgumentException if this machine has none of that name
     */
    static PcscLite load(String libraryName) {
        return new PcscLite(new Library(libraryName));
    }

    /** One call of the library. */
    private interface Call {
        long invoke() throws Throwable;
    }

    @Override
    public void establish() throws PcscException {
        var nothing = MemorySegment.NULL;
        check(
                "SCardEstablishContext",
                () -> (long) library.establish.invokeExact(SCOPE_SYSTEM, nothing, nothing, number));
        context = number.get(JAVA_LONG, 0);
        isEstablished = true;
    }

    @Override
    public List<String> readers() throws PcscException {
        MemorySegment names = arena.allocate(NAMES_BYTES_MAX);
        length.set(JAVA_LONG, 0, NAMES_BYTES_MAX);
        try {
            check(
                    "SCardListReaders",
                    () ->
                            (long)
                                    library.listReaders.invokeExact(
                                            context, MemorySegment.NULL, names, length));
        } catch (PcscException failure) {
            if (failure.is(PcscException.NO_READERS)) {
                return List.of();
            }
            throw failure;
        }
        byte[] bytes = names.asSlice(0, length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
        return Arrays.stream(new String(bytes, StandardCharsets.UTF_8).split("\0", -1))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    @Override
    public PcscState await(String reader, PcscState known, Duration wait) throws PcscException {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment state = call.allocate(STATE_BYTES, Long.BYTES);
            state.set(ADDRESS, 0, call.allocateFrom(reader));
            state.set(JAVA_LONG, STATE_KNOWN, known.bits());
            if (!hasChanged(state, wait)) {
                return known;
            }
            return new PcscState(state.get(JAVA_LONG, STATE_EVENT)).known();
        }
    }

    @Override
    public void awaitReaders(Duration wait) throws PcscException {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment state = call.allocate(STATE_BYTES, Long.BYTES);
            state.set(ADDRESS, 0, call.allocateFrom(PLUG_AND_PLAY));
            hasChanged(state, wait);
        }
    }

    private boolean hasChanged(MemorySegment state, Duration wait) throws PcscException {
        long millis = wait.toMillis();
        try {
            check(
                    "SCardGetStatusChange",
                    () -> (long) library.statusChange.invokeExact(context, millis, state, 1L));
            return true;
        } catch (PcscException failure) {
            if (failure.is(PcscException.TIMEOUT)) {
                return false;
            }
            throw failure;
        }
    }

    @Override
    public void connect(String reader, Share share) throws PcscException {
        long mode = share == Share.DIRECT ? SHARE_DIRECT : SHARE_EXCLUSIVE;
        long protocols = share == Share.DIRECT ? 0 : PROTOCOL_T0 | PROTOCOL_T1;
        try (Arena call = Arena.ofConfined()) {
            MemorySegment name = call.allocateFrom(reader);
            check(
                    "SCardConnect",
                    () ->
                            (long)
                                    library.connect.invokeExact(
                                            context, name, mode, protocols, number, length));
        }
        card = number.get(JAVA_LONG, 0);
        isConnected = true;
        sendProtocol.set(JAVA_LONG, 0, length.get(JAVA_LONG, 0));
        sendProtocol.set(JAVA_LONG, JAVA_LONG.byteSize(), sendProtocol.byteSize());
    }

    @Override
    public byte[] transmit(byte[] command) throws PcscException {
        if (!isConnected) {
            throw new PcscException("SCardTransmit", PcscException.REMOVED_CARD);
        }
        try (Arena call = Arena.ofConfined()) {
            MemorySegment sent = call.allocateFrom(JAVA_BYTE, command);
            length.set(JAVA_LONG, 0, RESPONSE_BYTES_MAX);
            check(
                    "SCardTransmit",
                    () ->
                            (long)
                                    library.transmit.invokeExact(
                                            card,
                                            sendProtocol,
                                            sent,
                                            sent.byteSize(),
                                            MemorySegment.NULL,
                                            response,
                                            length));
            return response.asSlice(0, length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
        } finally {
            // A presentation stays nowhere longer than its decision takes.
            response.asSlice(0, Math.clamp(length.get(JAVA_LONG, 0), 0, RESPONSE_BYTES_MAX))
                    .fill((byte) 0);
        }
    }

    @Override
    public Optional<byte[]> attribute(int tag) throws PcscException {
        length.set(JAVA_LONG, 0, ATTRIBUTE_BYTES_MAX);
        try {
            check(
                    "SCardGetAttrib",
                    () -> (long) library.attribute.invokeExact(card, (long) tag, response, length));
            return Optional.of(response.asSlice(0, length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE));
        } catch (PcscException failure) {
            if (failure.is(PcscException.UNSUPPORTED)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    @Override
    public void disconnect() {
        if (isConnected) {
            isConnected = false;
            ignore(() -> (long) library.disconnect.invokeExact(card, LEAVE_CARD));
        }
    }

    @Override
    public void close() {
        disconnect();
        if (isEstablished) {
            isEstablished = false;
            ignore(() -> (long) library.release.invokeExact(context));
        }
    }

    private static void check(String name, Call call) throws PcscException {
        long code = invoke(name, call) & CODE_MASK;
        if (code != SUCCESS) {
            throw new PcscException(name, code);
        }
    }

    /** Whatever the service says, it is let go of: a dead one has nothing left to free. */
    private static void ignore(Call call) {
        invoke("", call);
    }

    private static long invoke(String name, Call call) {
        try {
            return call.invoke();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** The functions, as winscard.h declares them. */
    private static final class Library {
        private static final Linker LINKER = Linker.nativeLinker();
        private static final ValueLayout.OfLong NUMBER = JAVA_LONG;

        private final MethodHandle establish;
        private final MethodHandle release;
        private final MethodHandle listReaders;
        private final MethodHandle statusChange;
        private final MethodHandle connect;
        private final MethodHandle disconnect;
        private final MethodHandle transmit;
        private final MethodHandle attribute;

        @SuppressWarnings("restricted") // The descriptors are those of winscard.h.
        Library(String name) {
            var symbols = SymbolLookup.libraryLookup(name, Arena.global());
            establish = handle(symbols, "SCardEstablishContext", NUMBER, ADDRESS, ADDRESS, ADDRESS);
            release = handle(symbols, "SCardReleaseContext", NUMBER);
            listReaders = handle(symbols, "SCardListReaders", NUMBER, ADDRESS, ADDRESS, ADDRESS);
            statusChange = handle(symbols, "SCardGetStatusChange", NUMBER, NUMBER, ADDRESS, NUMBER);
            connect =
                    handle(
                            symbols,
                            "SCardConnect",
                            NUMBER,
                            ADDRESS,
                            NUMBER,
                            NUMBER,
                            ADDRESS,
                            ADDRESS);
            disconnect = handle(symbols, "SCardDisconnect", NUMBER, NUMBER);
            transmit =
                    handle(
                            symbols,
                            "SCardTransmit",
                            NUMBER,
                            ADDRESS,
                            ADDRESS,
                            NUMBER,
                            ADDRESS,
                            ADDRESS,
                            ADDRESS);
            attribute = handle(symbols, "SCardGetAttrib", NUMBER, NUMBER, ADDRESS, ADDRESS);
        }

        @SuppressWarnings("restricted")
        private static MethodHandle handle(
                SymbolLookup symbols, String name, ValueLayout... arguments) {
            return LINKER.downcallHandle(
                    symbols.findOrThrow(name), FunctionDescriptor.of(JAVA_LONG, arguments));
        }
    }
}
