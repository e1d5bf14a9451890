package org.gatereader.demo.wallet;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what a gate says to a phone: integers as {@code Long}, byte and text strings, lists and
 * maps, and a tag as its content. What the phone takes to be signed is in byte strings, which stay
 * as they came.
 */
final class CborInput {
    private static final int DEPTH_MAX = 8;

    private final ByteBuffer in;

    private CborInput(byte[] document) {
        in = ByteBuffer.wrap(document);
    }

    /**
     * Reads one document.
     *
     * @throws IllegalArgumentException if it is anything but one item of those kinds
     */
    static Object read(byte[] document) {
        try {
            var input = new CborInput(document);
            Object item = input.item(0);
            if (input.in.hasRemaining()) {
                throw new IllegalArgumentException("bytes behind the item");
            }
            return item;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("cut off", e);
        }
    }

    /**
     * The value of an integer key.
     *
     * @throws IllegalArgumentException if it is absent or of another kind
     */
    static <T> T at(Map<?, ?> map, long key, Class<T> kind) {
        if (kind.isInstance(map.get(key))) {
            return kind.cast(map.get(key));
        }
        throw new IllegalArgumentException("no " + kind.getSimpleName() + " at " + key);
    }

    /** The list at an integer key. */
    static List<?> list(Map<?, ?> map, long key) {
        return (List<?>) at(map, key, List.class);
    }

    /** The map at an integer key. */
    static Map<?, ?> map(Map<?, ?> map, long key) {
        return (Map<?, ?>) at(map, key, Map.class);
    }

    private Object item(int depth) {
        int initial = in.get() & 0xff;
        int argument = argument(initial & 0x1f);
        if (depth == DEPTH_MAX) {
            throw new IllegalArgumentException("too deep");
        }
        return switch (initial >>> 5) {
            case 0 -> (long) argument;
            case 1 -> ~(long) argument;
            case 2 -> bytes(argument);
            case 3 -> new String(bytes(argument), StandardCharsets.UTF_8);
            case 4 -> list(argument, depth);
            case 5 -> map(argument, depth);
            case 6 -> item(depth + 1);
            default -> simple(initial);
        };
    }

    private int argument(int information) {
        return switch (information) {
            case 24 -> in.get() & 0xff;
            case 25 -> in.getShort() & 0xffff;
            case 26 -> Math.abs(in.getInt());
            default -> {
                if (information > 26) {
                    throw new IllegalArgumentException("longer than a phone cares to read");
                }
                yield information;
            }
        };
    }

    private byte[] bytes(int length) {
        if (length > in.remaining()) {
            throw new IllegalArgumentException("cut off");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private List<Object> list(int count, int depth) {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(item(depth + 1));
        }
        return items;
    }

    private Map<Object, Object> map(int count, int depth) {
        Map<Object, Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            Object key = item(depth + 1);
            entries.put(key, item(depth + 1));
        }
        return entries;
    }

    private static Object simple(int initial) {
        return switch (initial) {
            case 0xf4 -> false;
            case 0xf5 -> true;
            default -> throw new IllegalArgumentException("not of the kinds that a gate uses");
        };
    }
}
