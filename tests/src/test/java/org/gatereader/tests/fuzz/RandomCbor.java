package org.gatereader.tests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.TreeSet;

/**
 * Writes random documents as RFC 8949, section 4.2.1, says, or a little looser than it says, and
 * damages them.
 */
final class RandomCbor {
    /** In a loose document about one item of so many breaks a rule. */
    private static final int LOOSE_ONE_IN = 12;

    /** Lengths and numbers on both sides of every width of a head. */
    private static final long[] EDGES = {
        0,
        1,
        22,
        23,
        24,
        25,
        255,
        256,
        65_535,
        65_536,
        0xffff_ffffL,
        0x1_0000_0000L,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        -1
    };

    /** Tags that the other reader, too, does not interpret. */
    private static final long[] TAGS = {6, 17, 18, 24, 58, 60, 62, 255, 256, 55_799, 70_000};

    private static final long[] BIGNUM_TAGS = {2, 3};

    private static final String[] TEXTS = {"", "a", "aa", "각", "水", "𐅑", "\u0000", "mpm.go.kr"};

    private final Random random;
    private final boolean isLoose;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private RandomCbor(Random random, boolean isLoose) {
        this.random = random;
        this.isLoose = isLoose;
    }

    /** A deterministic document of few levels and items. */
    static byte[] document(Random random) {
        return new RandomCbor(random, false).item(4);
    }

    /**
     * A well-formed document that may have longer heads, indefinite lengths, floats, bignums, keys
     * in any order, and more levels and items than a gate reads.
     */
    static byte[] looseDocument(Random random) {
        return new RandomCbor(random, true).item(random.nextInt(8) == 0 ? 12 : 4);
    }

    /** A copy with a few bytes changed, repeated, cut off or added. */
    static byte[] damaged(byte[] document, Random random) {
        byte[] damaged = document.clone();
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            int at = random.nextInt(damaged.length);
            int from = random.nextInt(damaged.length);
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> damaged[at] = (byte) random.nextInt(256);
                case 3, 4 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
                case 5, 6 -> damaged[at] = damaged[from];
                default -> damaged = Arrays.copyOf(damaged, Math.max(1, at + random.nextInt(3)));
            }
        }
        return damaged;
    }

    private byte[] item(int levels) {
        var writer = new RandomCbor(random, isLoose);
        // Deep documents are narrow ones, or they would be endless.
        int kinds = levels > 4 ? 3 : 8;
        int first = levels > 4 ? 5 : 0;
        writer.write(first + random.nextInt(levels > 0 ? kinds : 5), levels);
        return writer.out.toByteArray();
    }

    private boolean breaksARule() {
        return isLoose && random.nextInt(LOOSE_ONE_IN) == 0;
    }

    private void write(int kind, int levels) {
        if (breaksARule()) {
            writeLoosely(random.nextInt(levels > 0 ? 5 : 3), levels);
            return;
        }
        switch (kind) {
            case 0 -> head(0, EDGES[random.nextInt(EDGES.length)]);
            case 1 -> head(1, EDGES[random.nextInt(EDGES.length)]);
            case 2 -> string(2, randomBytes());
            case 3 -> string(3, TEXTS[random.nextInt(TEXTS.length)].getBytes(UTF_8));
            case 4 -> simple();
            case 5 -> array(levels);
            case 6 -> map(levels);
            default -> {
                head(6, TAGS[random.nextInt(TAGS.length)]);
                out.writeBytes(item(levels - 1));
            }
        }
    }

    private void writeLoosely(int kind, int levels) {
        switch (kind) {
            case 0 -> writeFloat();
            case 1 -> {
                head(6, BIGNUM_TAGS[random.nextInt(2)]);
                string(2, randomBytes());
            }
            case 2 -> writeInChunks(2 + random.nextInt(2));
            case 3 -> {
                out.write(0x9f);
                writeItems(random.nextInt(3), levels);
                out.write(0xff);
            }
            default -> {
                out.write(0xbf);
                writeItems(2 * random.nextInt(2), levels);
                out.write(0xff);
            }
        }
    }

    /** Of 2, 4 or 8 bytes (RFC 8949, section 3.3). */
    private void writeFloat() {
        int width = 2 << random.nextInt(3);
        out.write(0xf8 + Integer.numberOfTrailingZeros(width));
        for (int i = 0; i < width; i++) {
            out.write(random.nextInt(256));
        }
    }

    private void writeInChunks(int majorType) {
        out.write(majorType << 5 | 0x1f);
        for (int count = random.nextInt(3); count > 0; count--) {
            string(majorType, TEXTS[random.nextInt(TEXTS.length)].getBytes(UTF_8));
        }
        out.write(0xff);
    }

    private void writeItems(int count, int levels) {
        for (int i = 0; i < count; i++) {
            out.writeBytes(item(levels - 1));
        }
    }

    private byte[] randomBytes() {
        // Now and then about as many as a gate reads at all.
        int length = breaksARule() ? 4085 + random.nextInt(20) : random.nextInt(40);
        byte[] content = new byte[length];
        random.nextBytes(content);
        return content;
    }

    private void simple() {
        int number = random.nextInt(256);
        head(7, number >= 24 && number < 32 ? 22 : number);
    }

    private void array(int levels) {
        // Now and then more than a gate reads.
        int count = breaksARule() ? 60 + random.nextInt(8) : random.nextInt(3);
        head(4, count);
        writeItems(count, count > 3 ? 1 : levels);
    }

    private void map(int levels) {
        Comparator<byte[]> order = Arrays::compareUnsigned;
        var keys = new TreeSet<byte[]>(breaksARule() ? order.reversed() : order);
        for (int count = random.nextInt(3); count > 0; count--) {
            keys.add(item(levels - 1));
        }
        head(5, keys.size());
        for (byte[] key : keys) {
            out.writeBytes(key);
            out.writeBytes(item(levels - 1));
        }
    }

    private void string(int majorType, byte[] content) {
        head(majorType, content.length);
        out.writeBytes(content);
    }

    private void head(int majorType, long argument) {
        if (majorType != 7 && breaksARule()) {
            // The longest head of all.
            out.write(majorType << 5 | 27);
            out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(argument).array());
        } else {
            out.writeBytes(DeterministicCbor.headOf(majorType, argument));
        }
    }
}
