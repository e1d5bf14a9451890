package org.gatereader.tests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;

/** Writes random documents as RFC 8949, section 4.2.1, says, and damages them. */
final class RandomCbor {
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

    private static final String[] TEXTS = {"", "a", "aa", "각", "水", "𐅑", "\u0000", "mpm.go.kr"};

    private final Random random;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private RandomCbor(Random random) {
        this.random = random;
    }

    /** A deterministic document of few levels and items. */
    static byte[] document(Random random) {
        return item(random, 4);
    }

    /** Changes, swaps or repeats a few bytes in place. */
    static void damage(byte[] document, Random random) {
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            int at = random.nextInt(document.length);
            int from = random.nextInt(document.length);
            switch (random.nextInt(3)) {
                case 0 -> document[at] = (byte) random.nextInt(256);
                case 1 -> document[at] ^= (byte) (1 << random.nextInt(8));
                default -> document[at] = document[from];
            }
        }
    }

    private static byte[] item(Random random, int levels) {
        var writer = new RandomCbor(random);
        writer.write(random.nextInt(levels > 0 ? 8 : 5), levels);
        return writer.out.toByteArray();
    }

    private void write(int kind, int levels) {
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
                out.writeBytes(item(random, levels - 1));
            }
        }
    }

    private byte[] randomBytes() {
        byte[] content = new byte[random.nextInt(40)];
        random.nextBytes(content);
        return content;
    }

    private void simple() {
        int number = random.nextInt(256);
        head(7, number >= 24 && number < 32 ? 22 : number);
    }

    private void array(int levels) {
        int count = random.nextInt(3);
        head(4, count);
        for (int i = 0; i < count; i++) {
            out.writeBytes(item(random, levels - 1));
        }
    }

    private void map(int levels) {
        var keys = new TreeSet<byte[]>(Arrays::compareUnsigned);
        for (int count = random.nextInt(3); count > 0; count--) {
            keys.add(item(random, levels - 1));
        }
        head(5, keys.size());
        for (byte[] key : keys) {
            out.writeBytes(key);
            out.writeBytes(item(random, levels - 1));
        }
    }

    private void string(int majorType, byte[] content) {
        head(majorType, content.length);
        out.writeBytes(content);
    }

    private void head(int majorType, long argument) {
        out.writeBytes(DeterministicCbor.headOf(majorType, argument));
    }
}
