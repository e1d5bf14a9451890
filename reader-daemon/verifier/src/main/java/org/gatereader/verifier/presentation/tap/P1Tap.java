package org.gatereader.verifier.presentation.tap;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gatereader.verifier.encoding.CborReader;
import org.gatereader.verifier.encoding.CborValue;
import org.gatereader.verifier.encoding.CborWriter;
import org.gatereader.verifier.encoding.CoseSign1;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.presentation.CapturedPayload.Capture;
import org.gatereader.verifier.verdict.Channel;
import org.gatereader.verifier.verdict.TapFault;
import org.gatereader.verifier.verdict.Verdict;

/**
 * The tap of PROFILE-P1: SELECT, one request that carries the gate's challenge and proof, one
 * answer. The challenge dies with the conversation: nothing is retried.
 */
public final class P1Tap implements NfcProtocol {
    /** Unregistered and proprietary (ISO/IEC 7816-4, section 12.2.3.4); its last byte: version. */
    static final byte[] AID = HexFormat.of().parseHex("f0a195094c11e59001");

    private static final String CONTEXT = "GRTAP1";

    /** {1: -9}: ESP256. */
    private static final byte[] PROOF_HEADER = HexFormat.of().parseHex("a10128");

    private static final byte[] SELECT = {0x00, (byte) 0xa4, 0x04, 0x00};
    private static final byte[] REQUEST = {(byte) 0x80, 0x10, 0x01, 0x00};
    private static final int SW_DONE = 0x9000;

    /** PROFILE-P1, gr1. */
    private static final int ANSWER_BYTES_MAX = 640;

    /** PROFILE-P1, tap-req; a site that admits more asks for the first ones. */
    private static final int TYPES_MAX = 4;

    private final String gate;
    private final Optional<ReaderProof> proof;

    /**
     * @param gate this gate's id
     * @param proof none where the gate has no certificate: then phones answer only with the pass
     *     open on the screen
     */
    public P1Tap(String gate, Optional<ReaderProof> proof) {
        this.gate = gate;
        this.proof = proof;
    }

    @Override
    public NfcSession begin(byte[] challenge, List<String> types) {
        return new Session(challenge.clone(), types.stream().limit(TYPES_MAX).toList());
    }

    @Override
    public int answerBytesMax() {
        return ANSWER_BYTES_MAX;
    }

    /** tap-req: its keys ascend, as deterministic encoding wants it. */
    byte[] request(byte[] challenge, List<String> types, byte[] phoneNonce) {
        var request =
                new CborWriter(ANSWER_BYTES_MAX)
                        .map(proof.isPresent() ? 5 : 3)
                        .integer(1)
                        .bytes(challenge)
                        .integer(2)
                        .text(gate)
                        .integer(3);
        array(request, types);
        proof.ifPresent(
                signer ->
                        request.integer(4)
                                .encoded(signer.certificate())
                                .integer(5)
                                .bytes(signer.sign(toBeSigned(challenge, types, phoneNonce))));
        return request.toBytes();
    }

    /** What both have said so far is signed, so that a proof fits one conversation only. */
    private byte[] toBeSigned(byte[] challenge, List<String> types, byte[] phoneNonce) {
        var said =
                new CborWriter(ANSWER_BYTES_MAX)
                        .array(6)
                        .text(CONTEXT)
                        .bytes(AID)
                        .bytes(phoneNonce)
                        .bytes(challenge)
                        .text(gate);
        array(said, types);
        return CoseSign1.toBeSigned(PROOF_HEADER, said.toBytes(), new byte[0]);
    }

    private static void array(CborWriter writer, List<String> texts) {
        writer.array(texts.size());
        texts.forEach(writer::text);
    }

    private final class Session implements NfcSession {
        private final byte[] challenge;
        private final List<String> types;
        private boolean isRequested;

        Session(byte[] challenge, List<String> types) {
            this.challenge = challenge;
            this.types = types;
        }

        @Override
        public NfcStep.Send begin() {
            return new NfcStep.Send(SELECT, AID, NfcStep.Length.SHORT);
        }

        @Override
        public NfcStep answered(byte[] data, int statusWord, long nanos) {
            if (statusWord != SW_DONE) {
                return new NfcStep.Failed(TapFault.ofStatusWord(statusWord));
            }
            if (isRequested) {
                var capture = new Capture(nanos, List.of(challenge));
                return new NfcStep.Captured(CapturedPayload.ofBytes(Channel.NFC, data, capture));
            }
            isRequested = true;
            return Greeting.read(data)
                    .<NfcStep>map(this::request)
                    .orElseGet(() -> new NfcStep.Failed(TapFault.ANSWER_MALFORMED));
        }

        private NfcStep request(Greeting phone) {
            byte[] request = P1Tap.this.request(challenge, types, phone.nonce());
            return new NfcStep.Send(REQUEST, request, phone.length());
        }
    }

    /** The answer to SELECT: [1, flags, pnonce]. Only bit 0 of the flags has a meaning yet. */
    private static final class Greeting {
        private static final int VERSION = 1;
        private static final int NONCE_BYTES = 8;
        private static final int FLAGS_MAX = 0xff;
        private static final int TAKES_EXTENDED_LENGTH = 1;

        private final byte[] nonce;
        private final NfcStep.Length length;

        private Greeting(byte[] nonce, NfcStep.Length length) {
            this.nonce = nonce;
            this.length = length;
        }

        static Optional<Greeting> read(byte[] data) {
            return CborReader.read(data) instanceof Verdict.Passed<CborValue>(CborValue item)
                            && item instanceof CborValue.Array greeting
                            && greeting.items().size() == 3
                            && greeting.items().get(0) instanceof CborValue.Int version
                            && version.is(VERSION)
                            && greeting.items().get(1) instanceof CborValue.Int flags
                            && flags.isUnsigned()
                            && flags.fitsLong()
                            && flags.longValue() <= FLAGS_MAX
                            && greeting.items().get(2) instanceof CborValue.Bytes nonce
                            && nonce.length() == NONCE_BYTES
                    ? Optional.of(new Greeting(nonce.toByteArray(), lengthOf(flags.longValue())))
                    : Optional.empty();
        }

        private static NfcStep.Length lengthOf(long flags) {
            return (flags & TAKES_EXTENDED_LENGTH) == 0
                    ? NfcStep.Length.SHORT
                    : NfcStep.Length.EXTENDED;
        }

        byte[] nonce() {
            return nonce;
        }

        NfcStep.Length length() {
            return length;
        }
    }
}
