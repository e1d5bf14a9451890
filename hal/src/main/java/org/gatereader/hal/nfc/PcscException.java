package org.gatereader.hal.nfc;

import java.util.Map;
import java.util.Set;

/** A call of the PC/SC service failed; what that means depends on the call. */
final class PcscException extends Exception {
    private static final long serialVersionUID = 1L;

    static final long TIMEOUT = 0x8010_000AL;
    static final long UNKNOWN_READER = 0x8010_0009L;
    static final long SHARING_VIOLATION = 0x8010_000BL;
    static final long NO_SMARTCARD = 0x8010_000CL;
    static final long COMMUNICATION_ERROR = 0x8010_0013L;
    static final long NOT_TRANSACTED = 0x8010_0016L;
    static final long READER_UNAVAILABLE = 0x8010_0017L;
    static final long UNSUPPORTED = 0x8010_001FL;
    static final long NO_SERVICE = 0x8010_001DL;
    static final long NO_READERS = 0x8010_002EL;
    static final long REMOVED_CARD = 0x8010_0069L;

    /** pcsclite.h: those that a technician meets. */
    private static final Map<Long, String> MEANINGS =
            Map.of(
                    UNKNOWN_READER,
                    "the reader is unplugged",
                    READER_UNAVAILABLE,
                    "the reader is unplugged",
                    NOT_TRANSACTED,
                    "the reader does not answer",
                    COMMUNICATION_ERROR,
                    "pcscd went away",
                    SHARING_VIOLATION,
                    "another program holds the reader",
                    NO_SERVICE,
                    "pcscd does not run",
                    0x8010_001EL,
                    "pcscd was stopped",
                    NO_READERS,
                    "no reader is plugged in",
                    0x8010_006AL,
                    "pcscd does not let this user in (polkit)");

    /** The card was taken away, or was never one to talk to: a person's hand. */
    private static final Set<Long> OF_THE_CARD =
            Set.of(
                    NO_SMARTCARD,
                    NOT_TRANSACTED,
                    REMOVED_CARD,
                    // Wrong protocol, not ready, an error on the way to the card.
                    0x8010_000FL,
                    0x8010_0010L,
                    COMMUNICATION_ERROR,
                    0x8010_002FL,
                    // Unsupported, unresponsive, unpowered, reset.
                    0x8010_0065L,
                    0x8010_0066L,
                    0x8010_0067L,
                    0x8010_0068L);

    private final long code;

    /**
     * @param call the function's name
     * @param code what it returned, its lower 32 bits
     */
    PcscException(String call, long code) {
        super(MEANINGS.getOrDefault(code, "%s: 0x%08X".formatted(call, code)));
        this.code = code;
    }

    boolean is(long other) {
        return code == other;
    }

    /** Whether the card left or can not be talked to, and the reader is none the worse for it. */
    boolean isOfTheCard() {
        return OF_THE_CARD.contains(code);
    }
}
