package org.gatereader.verifier.presentation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.crypto.SaltedHash;
import org.gatereader.verifier.verdict.Channel;

/**
 * Untrusted content as a channel delivered it, with the challenges that were outstanding on that
 * channel when it arrived. A class without {@code toString}: identity never prints.
 */
public final class CapturedPayload {
    private enum Form {
        TEXT,
        BYTES
    }

    private final Channel channel;
    private final Form form;
    private final byte[] content;
    private final List<byte[]> challenges;
    private final long capturedAtNanos;

    private CapturedPayload(Channel channel, Form form, byte[] content, Capture capture) {
        this.channel = channel;
        this.form = form;
        this.content = content;
        this.challenges = capture.challenges();
        this.capturedAtNanos = capture.atNanos();
    }

    /**
     * When and against what a payload was captured.
     *
     * @param atNanos monotonic time of the last needed frame or byte
     * @param challenges nonces that this gate gave out on this channel and still honours, newest
     *     first; empty where it gave none
     */
    public record Capture(long atNanos, List<byte[]> challenges) {
        public Capture {
            challenges = challenges.stream().map(byte[]::clone).toList();
        }

        /** Captured where the gate gives no challenge. */
        public static Capture oneWay(long atNanos) {
            return new Capture(atNanos, List.of());
        }
    }

    /** A text, as read from a QR code. */
    public static CapturedPayload ofText(Channel channel, String text, Capture capture) {
        return new CapturedPayload(
                channel, Form.TEXT, text.getBytes(StandardCharsets.UTF_8), capture);
    }

    /** Bytes, as an NFC or BLE conversation yields them. */
    public static CapturedPayload ofBytes(Channel channel, byte[] bytes, Capture capture) {
        return new CapturedPayload(channel, Form.BYTES, bytes.clone(), capture);
    }

    public Channel channel() {
        return channel;
    }

    /** Whether the content still wears a text encoding such as Base45. */
    public boolean isText() {
        return form == Form.TEXT;
    }

    /** Tells one payload from another within this process, so that what stays in view is known. */
    public SaltedHash hash(CryptoModule crypto, byte[] salt) {
        return SaltedHash.of(crypto, salt, content);
    }

    /** The content: a text in UTF-8, or bytes. Not a copy: read it, do not write it. */
    byte[] content() {
        return content;
    }

    /** The content of a text. */
    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    List<byte[]> challenges() {
        return challenges;
    }

    public long capturedAtNanos() {
        return capturedAtNanos;
    }
}
