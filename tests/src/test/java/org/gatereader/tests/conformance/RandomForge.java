package org.gatereader.tests.conformance;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.CborMap;

/** Random CBOR from a seed: strict values of any kind, and values that break a rule. */
final class RandomForge {
    private static final String LETTERS = "aZ09 -_가\u00e9\u20ac\ud83d\ude00\u0000\n\"";
    private static final int DEPTH_MAX = 3;
    private static final int COUNT_MAX = 3;
    private static final int VALUE_BYTES_MAX = 12;

    final RandomGenerator random;

    RandomForge(RandomGenerator random) {
        this.random = random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    byte[] bytes(int min, int max) {
        byte[] bytes = new byte[min + below(max - min + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Text whose UTF-8 has between so many bytes. */
    String text(int min, int max) {
        var text = new StringBuilder();
        int size = min + below(max - min + 1);
        while (text.length() < size) {
            text.append((char) ('!' + below(94)));
        }
        return text.toString();
    }

    /** An integer of CBOR's whole range, small ones as likely as great ones. */
    Cbor integer() {
        var magnitude = new BigInteger(below(65), new Random(random.nextLong()));
        return Cbor.integer(random.nextBoolean() ? magnitude : magnitude.not());
    }

    /**
     * A value that every strict reader takes and that speaks of no redaction; of a few bytes, so
     * that two of them stay within a document's limits.
     */
    Cbor value() {
        Cbor value = value(0);
        while (value.toBytes().length > VALUE_BYTES_MAX) {
            value = value(0);
        }
        return value;
    }

    private Cbor value(int depth) {
        return switch (below(depth < DEPTH_MAX ? 9 : 6)) {
            case 0, 1 -> integer();
            case 2 -> Cbor.bytes(bytes(0, 8));
            case 3 -> Cbor.text(words());
            case 4 -> Cbor.bool(random.nextBoolean());
            case 5 -> Cbor.simple(oneOf(List.of(0, 19, 22, 23, 32, 58, 60, 255)));
            case 6 -> Cbor.array(values(depth + 1));
            case 7 -> map(depth + 1);
            default ->
                    Cbor.tag(
                            oneOf(List.of(0L, 1L, 4L, 18L, 57L, 59L, 61L, 1L << 40)),
                            value(depth + 1));
        };
    }

    private String words() {
        var text = new StringBuilder();
        int[] letters = LETTERS.codePoints().toArray();
        for (int i = below(6); i > 0; i--) {
            text.appendCodePoint(letters[below(letters.length)]);
        }
        return text.toString();
    }

    private List<Cbor> values(int depth) {
        List<Cbor> values = new ArrayList<>();
        for (int i = below(COUNT_MAX); i > 0; i--) {
            values.add(value(depth));
        }
        return values;
    }

    private Cbor map(int depth) {
        var map = new CborMap();
        for (int i = below(COUNT_MAX); i > 0; i--) {
            map.put(value(depth), value(depth));
        }
        return Cbor.map(map);
    }

    /** A value that no strict reader takes, or that speaks of redaction. */
    Cbor badValue() {
        Cbor inner =
                switch (below(12)) {
                    case 0 -> Cbor.float64(random.nextDouble());
                    case 1 -> Cbor.float32(random.nextFloat());
                    case 2 -> Cbor.float16(below(1 << 16));
                    case 3 -> Cbor.tag(2 + below(2), Cbor.bytes(bytes(1, 9)));
                    case 4 -> Cbor.widened(Cbor.integer(below(24)), 1 << below(4));
                    case 5 -> Cbor.indefiniteArray(values(DEPTH_MAX));
                    case 6 -> Cbor.indefiniteBytes(List.of(Cbor.bytes(bytes(0, 4))));
                    case 7 -> Cbor.text(new byte[] {(byte) (0x80 + below(0x80))});
                    case 8 ->
                            Cbor.mapAsGiven(
                                    new CborMap()
                                            .add(Cbor.integer(1), value())
                                            .add(Cbor.integer(1), value()));
                    case 9 -> Cbor.wideHead(2 + below(4), random.nextLong() | 1L << 40, 8);
                    case 10 -> Cbor.simple(59);
                    default -> Cbor.tag(oneOf(List.of(58L, 60L, 62L)), value());
                };
        return random.nextBoolean() ? inner : Cbor.array(inner);
    }
}
