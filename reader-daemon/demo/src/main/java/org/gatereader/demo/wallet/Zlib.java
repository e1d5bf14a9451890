package org.gatereader.demo.wallet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes zlib streams (RFC 1950): status lists and pictures are made of them. */
public final class Zlib {
    private Zlib() {}

    /**
     * One stream of any content.
     *
     * @param level 0..9, as {@link Deflater} has them
     */
    public static byte[] compress(byte[] content, int level) {
        var compressed = new ByteArrayOutputStream();
        var deflater = new Deflater(level);
        try (var zlib = new DeflaterOutputStream(compressed, deflater)) {
            zlib.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array does not fail", e);
        } finally {
            deflater.end();
        }
        return compressed.toByteArray();
    }
}
