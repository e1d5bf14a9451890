package org.gatereader.demo.wallet;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The phone's half of the tap: what a wallet's host card emulation answers to each command
 * (PROFILE-P1, Tap). Written from the document, with the JDK alone; it shares no code with the
 * gate.
 */
public final class TapWallet {
    /** Where a gate finds this wallet. */
    public static final String AID = "f0a195094c11e59001";

    private static final int DONE = 0x9000;
    private static final int WRONG_LENGTH = 0x6700;
    private static final int READER_UNPROVEN = 0x6982;
    private static final int NOT_NOW = 0x6985;
    private static final int MALFORMED = 0x6a80;
    private static final int NO_APPLET = 0x6a82;
    private static final int NO_CREDENTIAL = 0x6a88;
    private static final int UNKNOWN_INSTRUCTION = 0x6d00;
    private static final int RESPONSE_BYTES_MAX = 256;
    private static final int REQUEST_BYTES_MAX = 1024;
    private static final int NONCE_BYTES = 8;

    private final Function<TapRequest, byte[]> presenter;
    private final RandomGenerator random;
    private final Supplier<Instant> now;
    private ReaderJudge judge = new ReaderJudge(DemoKeys.named("tap-site"));
    private String type = DemoSite.CREDENTIAL_TYPE;
    private boolean isLocked;
    private boolean isPassOpen;
    private int flags;
    private Optional<byte[]> nonce = Optional.empty();
    private byte[] request = {};
    private byte[] rest = {};

    /**
     * A wallet in an unlocked phone whose screen shows something else.
     *
     * @param presenter makes the presentation that answers a request
     * @param now the phone's time, against which it judges certificates
     */
    public TapWallet(
            Function<TapRequest, byte[]> presenter, RandomGenerator random, Supplier<Instant> now) {
        this.presenter = presenter;
        this.random = random;
        this.now = now;
    }

    /** The phone is locked: requireDeviceUnlock. */
    public TapWallet locked() {
        isLocked = true;
        return this;
    }

    /** Its credential came with the key of another site. */
    public TapWallet ofSite(SigningKey site) {
        judge = new ReaderJudge(site);
        return this;
    }

    /** The holder has opened the pass: any reader is answered. */
    public TapWallet withPassOpen() {
        isPassOpen = true;
        return this;
    }

    /** The phone takes commands of extended length. */
    public TapWallet withExtendedLength() {
        flags |= 1;
        return this;
    }

    /** It holds a credential of this type and no other. */
    public TapWallet holding(String otherType) {
        type = otherType;
        return this;
    }

    /** Answers one command. */
    public byte[] answer(byte[] command) {
        if (command.length < 4) {
            return status(WRONG_LENGTH);
        }
        return switch (command[1] & 0xff) {
            case 0xa4 -> select(command);
            case 0x10 -> nonce.isEmpty() ? status(NOT_NOW) : gather(command);
            case 0xc0 -> next(command[4] & 0xff);
            default -> status(UNKNOWN_INSTRUCTION);
        };
    }

    private byte[] select(byte[] command) {
        nonce = Optional.empty();
        request = new byte[0];
        rest = new byte[0];
        Optional<byte[]> aid = data(command);
        if (aid.isEmpty() || !HexFormat.of().formatHex(aid.get()).equals(AID)) {
            return status(NO_APPLET);
        }
        if (isLocked) {
            return status(NOT_NOW);
        }
        byte[] fresh = new byte[NONCE_BYTES];
        random.nextBytes(fresh);
        nonce = Optional.of(fresh);
        Cbor greeting = Cbor.array(Cbor.integer(1), Cbor.integer(flags), Cbor.bytes(fresh));
        return respond(greeting.toBytes(), false);
    }

    /** Command chaining: all but the last command say so in CLA bit 5. */
    private byte[] gather(byte[] command) {
        Optional<byte[]> data = data(command);
        if (data.isEmpty() || request.length + data.get().length > REQUEST_BYTES_MAX) {
            return status(WRONG_LENGTH);
        }
        int before = request.length;
        request = Arrays.copyOf(request, before + data.get().length);
        System.arraycopy(data.get(), 0, request, before, data.get().length);
        return (command[0] & 0x10) != 0 ? status(DONE) : judge(isExtended(command));
    }

    private byte[] judge(boolean isExtended) {
        byte[] phoneNonce = nonce.orElseThrow();
        // One answer per SELECT, whatever it is.
        nonce = Optional.empty();
        try {
            var asked = TapRequest.read(request);
            byte[] toBeSigned = asked.toBeSigned(HexFormat.of().parseHex(AID), phoneNonce);
            if (!isPassOpen && !judge.isProven(asked, toBeSigned, now.get())) {
                return status(READER_UNPROVEN);
            }
            return asked.asksFor(type)
                    ? respond(presenter.apply(asked), isExtended)
                    : status(NO_CREDENTIAL);
        } catch (IllegalArgumentException _) {
            return status(MALFORMED);
        }
    }

    private byte[] respond(byte[] answer, boolean isExtended) {
        if (isExtended) {
            return join(answer, DONE);
        }
        rest = answer;
        return next(0);
    }

    private byte[] next(int le) {
        int wanted = le == 0 ? RESPONSE_BYTES_MAX : le;
        byte[] part = Arrays.copyOf(rest, Math.min(wanted, rest.length));
        rest = Arrays.copyOfRange(rest, part.length, rest.length);
        int left = Math.min(rest.length, RESPONSE_BYTES_MAX);
        return join(part, left == 0 ? DONE : 0x6100 | (left & 0xff));
    }

    /** The data of a command with Lc, short or extended; empty if the lengths do not add up. */
    private static Optional<byte[]> data(byte[] command) {
        if (command.length < 5) {
            return Optional.empty();
        }
        boolean isExtended = isExtended(command);
        int start = isExtended ? 7 : 5;
        int length =
                isExtended ? (command[5] & 0xff) << 8 | (command[6] & 0xff) : command[4] & 0xff;
        int le = command.length - start - length;
        return le >= 0 && le <= 2
                ? Optional.of(Arrays.copyOfRange(command, start, start + length))
                : Optional.empty();
    }

    private static boolean isExtended(byte[] command) {
        return command.length > 7 && command[4] == 0;
    }

    private static byte[] status(int statusWord) {
        return join(new byte[0], statusWord);
    }

    private static byte[] join(byte[] data, int statusWord) {
        byte[] response = Arrays.copyOf(data, data.length + 2);
        response[data.length] = (byte) (statusWord >>> 8);
        response[data.length + 1] = (byte) statusWord;
        return response;
    }
}
