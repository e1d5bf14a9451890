package org.gatereader.verifier.presentation;

import java.util.List;
import org.gatereader.verifier.verdict.Channel;

/**
 * Untrusted bytes as a channel delivered them, with the challenges that were outstanding on that
 * channel when they arrived. A class without {@code toString}: identity never prints.
 */
public final class CapturedPayload {
    private final Channel channel;
    private final byte[] content;
    private final List<byte[]> challenges;
    private final long capturedAtNanos;

    /**
     * @param content QR: the decoded text in UTF-8; NFC and BLE: the presentation's bytes
     * @param challenges nonces that this gate gave out on this channel and still honours, newest
     *     first; empty in a one-way lane
     * @param capturedAtNanos monotonic time of the last needed frame or byte
     */
    public CapturedPayload(
            Channel channel, byte[] content, List<byte[]> challenges, long capturedAtNanos) {
        this.channel = channel;
        this.content = content.clone();
        this.challenges = challenges.stream().map(byte[]::clone).toList();
        this.capturedAtNanos = capturedAtNanos;
    }

    public Channel channel() {
        return channel;
    }

    public byte[] content() {
        return content.clone();
    }

    public List<byte[]> challenges() {
        return challenges.stream().map(byte[]::clone).toList();
    }

    public long capturedAtNanos() {
        return capturedAtNanos;
    }
}
