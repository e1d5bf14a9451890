package org.gatereader.hal.nfc;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.gatereader.hal.BusReset;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.nfc.Pcsc.Share;
import org.jspecify.annotations.Nullable;

/**
 * A reader of the PC/SC service (pcscd). Whatever happens to it, a restart of the service, a cable
 * that is pulled, a reader that hangs with its lamp on, it fails within a bounded time, and can be
 * opened again as soon as it is back.
 */
public final class PcscReader implements NfcReader {
    /** How much longer than it was told to wait a call may take before it counts as hung. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** How long opening waits for a reader to be plugged in. */
    private static final Duration PLUG_WAIT = Duration.ofSeconds(1);

    /** An idle reader is asked this often whether it is still there (field failure F2). */
    private static final Duration PING_PERIOD = Duration.ofSeconds(5);

    /** Attributes of reader.h: SCARD_ATTR_VENDOR_NAME, _IFD_VERSION and _ICC_PRESENCE. */
    private static final int VENDOR_NAME = 0x0001_0100;

    private static final int FIRMWARE = 0x0001_0102;

    /** A driver answers this one by asking the reader, not from what it remembers. */
    private static final int CARD_PRESENCE = 0x0009_0300;

    private static final int FIRMWARE_BYTES = 4;

    /** After opening, whatever lies in the field may have lain there before. */
    private static final long COUNT_UNKNOWN = -1;

    private final String name;
    private final Choice choice;
    private final LongSupplier nanos;
    private final Supplier<Pcsc> library;
    private @Nullable PcscThread thread;
    private @Nullable PcscThread hung;
    private String reader = "";
    private String description = "";
    private PcscState state = PcscState.UNAWARE;
    private long conversedAtCount = COUNT_UNKNOWN;
    private long pingDueNanos;

    /**
     * Which reader, and what may be done to it.
     *
     * @param wanted a part of the reader's name as pcscd tells it, its number left away; without
     *     it, the only reader that there is
     * @param bus what carries the reader, if a technician has allowed to reset it
     */
    public record Choice(Optional<String> wanted, Optional<BusReset> bus) {
        /** The only one that there is; its bus is left alone. */
        public static final Choice ONLY = new Choice(Optional.empty(), Optional.empty());
    }

    /**
     * A reader that is not open yet; nothing is loaded before it is.
     *
     * @param nanos the process's monotonic clock
     */
    public PcscReader(String name, Choice choice, LongSupplier nanos) {
        this(name, choice, nanos, () -> PcscLite.load(PcscLite.LIBRARY));
    }

    PcscReader(String name, Choice choice, LongSupplier nanos, Supplier<Pcsc> library) {
        this.name = name;
        this.choice = choice;
        this.nanos = nanos;
        this.library = library;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void open() throws DeviceException {
        if (hung != null && hung.isAlive()) {
            throw new DeviceException(name, "pcscd or the reader has hung since the last call");
        }
        hung = null;
        thread = new PcscThread(load());
        reader = choose();
        state = PcscState.UNAWARE;
        conversedAtCount = COUNT_UNKNOWN;
        describe();
        // All that is known so far is what its driver remembers.
        ping();
    }

    @Override
    public Optional<BusReset> bus() {
        return choice.bus();
    }

    @Override
    public boolean awaitCard(Duration wait) throws DeviceException {
        if (nanos.getAsLong() - pingDueNanos >= 0) {
            ping();
        }
        if (!state.isCardReady()) {
            watch(wait);
        }
        if (!state.isCardReady()) {
            return false;
        }
        pingDueNanos = nanos.getAsLong() + PING_PERIOD.toNanos();
        conversedAtCount = state.count();
        // One that left again at once is told by its silence to the first command.
        ofTheCard(
                pcsc -> {
                    pcsc.connect(reader, Share.EXCLUSIVE);
                    return true;
                },
                GRACE);
        return true;
    }

    @Override
    public Optional<byte[]> transmit(byte[] command, Duration wait) throws DeviceException {
        // A phone that thinks for too long comes back a little later; a reader that hangs never
        // does.
        return ofTheCard(pcsc -> pcsc.transmit(command), wait.plus(GRACE));
    }

    @Override
    public void ping() throws DeviceException {
        call(
                pcsc -> {
                    pcsc.connect(reader, Share.DIRECT);
                    try {
                        return pcsc.attribute(CARD_PRESENCE);
                    } finally {
                        pcsc.disconnect();
                    }
                },
                GRACE);
        pingDueNanos = nanos.getAsLong() + PING_PERIOD.toNanos();
    }

    @Override
    public void release() {
        if (thread != null) {
            try {
                call(
                        pcsc -> {
                            pcsc.disconnect();
                            return true;
                        },
                        GRACE);
            } catch (DeviceException _) {
                // The next call meets the same and says so.
            }
        }
    }

    @Override
    public boolean awaitRemoval(Duration wait) throws DeviceException {
        watch(hasLeft() ? Duration.ZERO : wait);
        return hasLeft();
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.end();
            if (thread != hung) {
                thread.join(GRACE);
                hung = thread;
            }
            thread = null;
        }
    }

    /** Gone, or gone and come again in between: a flicker of the field is judged by others. */
    private boolean hasLeft() {
        boolean isAnother = conversedAtCount != COUNT_UNKNOWN && state.count() != conversedAtCount;
        return !state.isCardPresent() || isAnother;
    }

    private Pcsc load() throws DeviceException {
        try {
            return library.get();
        } catch (IllegalArgumentException | NoSuchElementException _) {
            throw new DeviceException(
                    name, PcscLite.LIBRARY + " is not installed (package libpcsclite1)");
        }
    }

    private String choose() throws DeviceException {
        List<String> found =
                candidates(
                        pcsc -> {
                            pcsc.establish();
                            return pcsc.readers();
                        });
        if (found.isEmpty()) {
            found =
                    candidates(
                            pcsc -> {
                                pcsc.awaitReaders(PLUG_WAIT);
                                return pcsc.readers();
                            });
        }
        Optional<String> wanted = choice.wanted();
        if (found.size() == 1 || (wanted.isPresent() && !found.isEmpty())) {
            return found.getFirst();
        }
        String expected =
                wanted.map(part -> "a reader whose name contains \"" + part + "\"")
                        .orElse("one reader");
        throw new DeviceException(
                name,
                "expected " + expected + ", got " + (found.isEmpty() ? "none" : found.size()));
    }

    private List<String> candidates(PcscThread.Call<List<String>> list) throws DeviceException {
        return call(list, PLUG_WAIT.plus(GRACE)).stream()
                .filter(each -> choice.wanted().map(each::contains).orElse(true))
                .toList();
    }

    private void describe() throws DeviceException {
        description =
                call(
                        pcsc -> {
                            pcsc.connect(reader, Share.DIRECT);
                            try {
                                return reader
                                        + pcsc.attribute(VENDOR_NAME)
                                                .map(PcscReader::vendor)
                                                .orElse("")
                                        + pcsc.attribute(FIRMWARE)
                                                .map(PcscReader::firmware)
                                                .orElse("");
                            } finally {
                                pcsc.disconnect();
                            }
                        },
                        GRACE);
    }

    private void watch(Duration wait) throws DeviceException {
        PcscState known = state;
        state = call(pcsc -> pcsc.await(reader, known, wait), wait.plus(GRACE));
        if (state.isGone()) {
            throw new DeviceException(name, "the reader is unplugged");
        }
    }

    /** Empty where the card left: that is a person's doing, and the reader is well. */
    private <T> Optional<T> ofTheCard(PcscThread.Call<T> call, Duration wait)
            throws DeviceException {
        return call(
                pcsc -> {
                    try {
                        return Optional.of(call.make(pcsc));
                    } catch (PcscException failure) {
                        if (failure.isOfTheCard()) {
                            return Optional.empty();
                        }
                        throw failure;
                    }
                },
                wait);
    }

    private <T> T call(PcscThread.Call<T> call, Duration wait) throws DeviceException {
        if (thread == null) {
            throw new DeviceException(name, "is not open");
        }
        try {
            return thread.call(call, wait);
        } catch (PcscException failure) {
            throw new DeviceException(name, String.valueOf(failure.getMessage()));
        } catch (TimeoutException _) {
            hung = thread;
            close();
            throw new DeviceException(name, "no answer within " + wait.toMillis() + " ms");
        }
    }

    private static String vendor(byte[] attribute) {
        String text = new String(attribute, StandardCharsets.US_ASCII).replace("\0", "");
        return ", " + text.replaceAll("[^ -~]", "?");
    }

    /** 0xMMmmbbbb in the machine's order: major, minor and build. */
    private static String firmware(byte[] attribute) {
        return attribute.length == FIRMWARE_BYTES
                ? ", firmware " + attribute[3] + "." + attribute[2]
                : "";
    }
}
