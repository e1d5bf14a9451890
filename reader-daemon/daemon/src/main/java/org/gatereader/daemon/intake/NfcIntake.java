package org.gatereader.daemon.intake;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.DeviceHealth;
import org.gatereader.hal.Supervision;
import org.gatereader.hal.nfc.ApduTransport;
import org.gatereader.hal.nfc.CardAnswer;
import org.gatereader.hal.nfc.CommandApdu;
import org.gatereader.hal.nfc.NfcReader;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.presentation.tap.NfcProtocol;
import org.gatereader.verifier.presentation.tap.NfcSession;
import org.gatereader.verifier.presentation.tap.NfcStep;
import org.gatereader.verifier.verdict.TapFault;
import org.jspecify.annotations.Nullable;

/**
 * Watches the NFC reader: opens it, carries the bytes of one conversation with each phone that
 * comes, hands on what it yields, and reopens a reader that fails. One thread steps it; nothing
 * that happens to it is felt by the camera.
 *
 * <p>A phone is asked once while it lies in the field, whatever came of it: it must leave before
 * the next conversation (PROFILE-P1, Tap).
 */
public final class NfcIntake implements AutoCloseable {
    /** In all, from the first command to the last byte of the answer (PROFILE-P1, Tap). */
    private static final Duration CONVERSATION_MAX = Duration.ofMillis(1500);

    private final NfcReader reader;
    private final Supervision supervision;
    private final List<NfcProtocol> protocols;
    private final Wires wires;
    private final Sources sources;
    private final ApduTransport transport;
    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean isPhoneInField;
    private volatile @Nullable String problem;
    private volatile @Nullable NfcExamination examination;

    /**
     * Where payloads and news go.
     *
     * @param payloads bounded; what finds it full is dropped and counted
     * @param faults told when a phone or card gave no presentation, so that its holder is; never
     *     blocks
     * @param news the reader failed or recovered; never blocks
     * @param types the credential types to ask for; none while no tap is taken, and then nothing is
     *     asked of any phone
     */
    public record Wires(
            Queue<CapturedPayload> payloads,
            Consumer<TapFault> faults,
            Consumer<Supervision.News> news,
            Supplier<List<String>> types) {}

    /**
     * Time and chance.
     *
     * @param nanos the process's monotonic clock
     * @param random draws the challenges: can not be guessed
     */
    public record Sources(LongSupplier nanos, RandomGenerator random) {}

    /**
     * @param protocols tried in this order, each if the phone has no applet of the one before
     */
    public NfcIntake(NfcReader reader, List<NfcProtocol> protocols, Wires wires, Sources sources) {
        this.reader = reader;
        this.supervision = new Supervision(reader);
        this.protocols = List.copyOf(protocols);
        this.wires = wires;
        this.sources = sources;
        this.transport = new ApduTransport(reader, sources.nanos());
    }

    /**
     * One turn: at most one conversation, a second and a half at the most, or a second more where a
     * phone or the reader keeps its last answer back.
     *
     * @param wait how long to wait for a phone to come or to leave, 0 to look only; a closed reader
     *     is waited for by the caller
     * @return whether the reader is open
     */
    public boolean runOnce(Duration wait) {
        if (!supervision.isOpen()) {
            wires.news().accept(supervision.openIfDue(now()));
        }
        if (supervision.isOpen()) {
            try {
                look(wait);
                NfcExamination examined = examination;
                if (examined != null) {
                    examined.ask(reader, sources.nanos());
                }
                wires.news().accept(supervision.answered(now()));
            } catch (DeviceException failure) {
                wires.news().accept(supervision.failed(failure, now()));
            }
        }
        problem = supervision.problem().orElse(null);
        return supervision.isOpen();
    }

    /** Whether the phone that was asked last has not left the field. From any thread. */
    public boolean isPhoneInField() {
        return isPhoneInField;
    }

    /** What the reader last said was wrong with it; empty while it works. From any thread. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Has the reader asked for a test too; null ends that. From any thread. */
    public void examine(@Nullable NfcExamination next) {
        examination = next;
    }

    /** How the reader stands. From any thread. */
    public DeviceHealth health(long nanos) {
        return supervision.health(nanos);
    }

    /** Payloads that found the queue full and were dropped. */
    public long droppedCount() {
        return dropped.get();
    }

    @Override
    public void close() {
        supervision.close();
    }

    private void look(Duration wait) throws DeviceException {
        if (isPhoneInField) {
            isPhoneInField = !reader.awaitRemoval(wait);
        } else if (reader.awaitCard(wait)) {
            // Before it is asked: it still lies there when a reader that failed is back.
            isPhoneInField = true;
            try {
                converse().ifPresent(wires.faults());
            } catch (DeviceException failure) {
                wires.faults().accept(TapFault.READER_FAILED);
                throw failure;
            } finally {
                reader.release();
            }
        }
    }

    private Optional<TapFault> converse() throws DeviceException {
        List<String> types = wires.types().get();
        Optional<TapFault> fault = Optional.of(TapFault.LANE_CLOSED);
        if (types.isEmpty()) {
            return fault;
        }
        long deadlineNanos = now() + CONVERSATION_MAX.toNanos();
        for (NfcProtocol protocol : protocols) {
            fault = converse(protocol, types, deadlineNanos);
            if (fault.isEmpty() || fault.get() != TapFault.NO_APPLET) {
                return fault;
            }
        }
        return fault;
    }

    private Optional<TapFault> converse(
            NfcProtocol protocol, List<String> types, long deadlineNanos) throws DeviceException {
        byte[] challenge = new byte[NfcProtocol.CHALLENGE_BYTES];
        sources.random().nextBytes(challenge);
        NfcSession session = protocol.begin(challenge, types);
        var bounds = new ApduTransport.Bounds(protocol.answerBytesMax(), deadlineNanos);
        NfcStep step = session.begin();
        while (step instanceof NfcStep.Send send) {
            step =
                    switch (transport.exchange(commandOf(send), bounds)) {
                        case CardAnswer.Whole answer ->
                                session.answered(answer.data(), answer.statusWord(), now());
                        case CardAnswer.Broken broken -> new NfcStep.Failed(faultOf(broken));
                    };
        }
        return switch (step) {
            case NfcStep.Captured captured -> handOn(captured.payload());
            case NfcStep.Failed(TapFault fault) -> Optional.of(fault);
            case NfcStep.Send _ -> throw new AssertionError("the loop ends with another step");
        };
    }

    private Optional<TapFault> handOn(CapturedPayload payload) {
        if (wires.payloads().offer(payload)) {
            return Optional.empty();
        }
        dropped.incrementAndGet();
        return Optional.of(TapFault.TOO_SLOW);
    }

    private long now() {
        return sources.nanos().getAsLong();
    }

    private static CommandApdu commandOf(NfcStep.Send send) {
        return new CommandApdu(
                send.header(),
                send.data(),
                switch (send.length()) {
                    case SHORT -> CommandApdu.Length.SHORT;
                    case EXTENDED -> CommandApdu.Length.EXTENDED;
                });
    }

    private static TapFault faultOf(CardAnswer.Broken broken) {
        return switch (broken) {
            case CARD_GONE -> TapFault.CARD_GONE;
            case TOO_LATE -> TapFault.TOO_SLOW;
            case TOO_LONG -> TapFault.ANSWER_TOO_LONG;
        };
    }
}
