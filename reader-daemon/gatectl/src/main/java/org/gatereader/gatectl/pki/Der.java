package org.gatereader.gatectl.pki;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/**
 * Writes DER (ITU-T X.690): the few types of which a certificate and a request for one consist.
 * Ours, and not BouncyCastle's: only {@code verifier.crypto} names that, so that a validated module
 * can take its place, and what is signed here shares no code with what judges it.
 */
final class Der {
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int UTF8_STRING = 0x0c;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int CONTEXT = 0xa0;

    private static final int SHORT_LENGTH_MAX = 0x7f;
    private static final int LONG_LENGTH = 0x80;
    private static final int BASE_128 = 7;
    private static final int ARCS_PER_FIRST = 40;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] sequence(byte[]... elements) {
        return element(SEQUENCE, joined(elements));
    }

    /** A set of one: of more, DER would ask for an order. */
    static byte[] setOf(byte[] element) {
        return element(SET, element);
    }

    static byte[] integer(BigInteger number) {
        return element(INTEGER, number.toByteArray());
    }

    /** A bit string of whole bytes. */
    static byte[] bits(byte[] content) {
        return element(BIT_STRING, joined(new byte[] {0}, content));
    }

    static byte[] utf8(String text) {
        return element(UTF8_STRING, text.getBytes(UTF_8));
    }

    /** In whole seconds. Certificates should have a shorter form before 2050, and all take this. */
    static byte[] time(Instant instant) {
        return element(GENERALIZED_TIME, TIME.format(instant).getBytes(US_ASCII));
    }

    /** A constructed element with a tag of its context's, whose content is implicitly tagged. */
    static byte[] context(int number, byte[]... elements) {
        return element(CONTEXT | number, joined(elements));
    }

    /** An object identifier, such as 2.5.4.3. */
    static byte[] objectId(String dotted) {
        long[] arcs = Arrays.stream(dotted.split("\\.", -1)).mapToLong(Long::parseLong).toArray();
        var content = new ByteArrayOutputStream();
        base128(arcs[0] * ARCS_PER_FIRST + arcs[1], content);
        for (int i = 2; i < arcs.length; i++) {
            base128(arcs[i], content);
        }
        return element(OBJECT_IDENTIFIER, content.toByteArray());
    }

    private static void base128(long arc, ByteArrayOutputStream to) {
        int groups = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(arc) + 6) / BASE_128);
        for (int group = groups - 1; group >= 0; group--) {
            int bits = (int) (arc >>> (group * BASE_128)) & SHORT_LENGTH_MAX;
            to.write(group == 0 ? bits : bits | LONG_LENGTH);
        }
    }

    private static byte[] element(int tag, byte[] content) {
        byte[] head =
                content.length <= SHORT_LENGTH_MAX
                        ? new byte[] {(byte) tag, (byte) content.length}
                        : longHead(tag, content.length);
        return joined(head, content);
    }

    private static byte[] longHead(int tag, int length) {
        byte[] digits = BigInteger.valueOf(length).toByteArray();
        byte[] shortest = digits[0] == 0 ? Arrays.copyOfRange(digits, 1, digits.length) : digits;
        return joined(new byte[] {(byte) tag, (byte) (LONG_LENGTH | shortest.length)}, shortest);
    }

    private static byte[] joined(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
