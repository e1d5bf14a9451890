package org.gatereader.verifier.presentation.tap;

import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.verdict.TapFault;

/** What a conversation does next. */
public sealed interface NfcStep {
    /** How long one command may be. */
    enum Length {
        /** 255 bytes; longer ones are chained. */
        SHORT,
        /** 65 535 bytes: the phone has said that it takes them. */
        EXTENDED
    }

    /** Send this command, of any length, and come back with its whole answer. */
    final class Send implements NfcStep {
        private final byte[] header;
        private final byte[] data;
        private final Length length;

        Send(byte[] header, byte[] data, Length length) {
            this.header = header.clone();
            this.data = data;
            this.length = length;
        }

        /** CLA, INS, P1, P2. */
        public byte[] header() {
            return header.clone();
        }

        /** 1..65 535 bytes. */
        public byte[] data() {
            return data.clone();
        }

        public Length length() {
            return length;
        }
    }

    /**
     * The conversation is over, and this is what it yielded; its challenge is spent. A class and no
     * record: identity never prints.
     */
    final class Captured implements NfcStep {
        private final CapturedPayload payload;

        Captured(CapturedPayload payload) {
            this.payload = payload;
        }

        public CapturedPayload payload() {
            return payload;
        }
    }

    /** The conversation is over and yielded nothing. */
    record Failed(TapFault fault) implements NfcStep {}
}
