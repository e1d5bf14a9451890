package org.gatereader.tests.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Every shape in which a value that names somebody could leak: as it is, as UTF-16, hex, base64 at
 * each of its three offsets in both alphabets, and as its SHA-256 in all of these.
 */
final class Disguises {
    private final String name;
    private final List<byte[]> shapes = new ArrayList<>();

    private Disguises(String name) {
        this.name = name;
    }

    static Disguises of(String name, byte[] value) {
        var disguises = new Disguises(name);
        disguises.addAll(value);
        disguises.addAll(sha256(value));
        return disguises;
    }

    static Disguises of(String name, String value) {
        var disguises = of(name, value.getBytes(UTF_8));
        disguises.shapes.add(value.getBytes(UTF_16LE));
        disguises.shapes.add(value.getBytes(UTF_16BE));
        return disguises;
    }

    /** What is disguised, for a person who reads why a test failed. */
    String name() {
        return name;
    }

    boolean areIn(byte[] haystack) {
        String text = new String(haystack, ISO_8859_1);
        return shapes.stream().anyMatch(shape -> text.contains(new String(shape, ISO_8859_1)));
    }

    private void addAll(byte[] value) {
        shapes.add(value);
        shapes.add(HexFormat.of().formatHex(value).getBytes(UTF_8));
        shapes.add(HexFormat.of().withUpperCase().formatHex(value).getBytes(UTF_8));
        for (int offset = 0; offset < 3; offset++) {
            shapes.add(base64(Base64.getEncoder(), value, offset));
            shapes.add(base64(Base64.getUrlEncoder(), value, offset));
        }
    }

    /** The characters that the value alone decides, so many bytes into somebody else's text. */
    private static byte[] base64(Base64.Encoder encoder, byte[] value, int offset) {
        byte[] padded = new byte[offset + value.length];
        System.arraycopy(value, 0, padded, offset, value.length);
        String text = encoder.withoutPadding().encodeToString(padded);
        int first = offset == 0 ? 0 : offset + 1;
        int last = padded.length % 3 == 0 ? text.length() : text.length() - 1;
        return text.substring(first, last).getBytes(UTF_8);
    }

    private static byte[] sha256(byte[] value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
