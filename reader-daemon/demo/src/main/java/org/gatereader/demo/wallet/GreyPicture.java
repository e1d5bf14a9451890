package org.gatereader.demo.wallet;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A grey picture: one byte a pixel, 0 is black, row after row without gaps. */
public final class GreyPicture {
    private static final byte[] PNG_SIGNATURE = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'
    };

    private final byte[] luma;
    private final int width;
    private final int height;

    /**
     * A picture of these pixels.
     *
     * @param luma {@code width × height} bytes; kept, not copied
     */
    public GreyPicture(byte[] luma, int width, int height) {
        if (luma.length != width * height) {
            throw new IllegalArgumentException("a picture has width × height pixels");
        }
        this.luma = luma;
        this.width = width;
        this.height = height;
    }

    /** The pixels themselves, not a copy. */
    public byte[] luma() {
        return luma;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** This picture in the middle of a larger one of this brightness: what a camera would see. */
    public GreyPicture centredOn(int frameWidth, int frameHeight, int background) {
        if (frameWidth < width || frameHeight < height) {
            throw new IllegalArgumentException("the frame is smaller than the picture");
        }
        byte[] frame = new byte[frameWidth * frameHeight];
        Arrays.fill(frame, (byte) background);
        int left = (frameWidth - width) / 2;
        int top = (frameHeight - height) / 2;
        for (int y = 0; y < height; y++) {
            System.arraycopy(luma, y * width, frame, (top + y) * frameWidth + left, width);
        }
        return new GreyPicture(frame, frameWidth, frameHeight);
    }

    /** Every second row and column: enough to look at. */
    public GreyPicture halved() {
        byte[] half = new byte[width / 2 * (height / 2)];
        for (int y = 0; y < height / 2; y++) {
            for (int x = 0; x < width / 2; x++) {
                half[y * (width / 2) + x] = luma[2 * y * width + 2 * x];
            }
        }
        return new GreyPicture(half, width / 2, height / 2);
    }

    /** Light on dark, as a phone in dark mode may draw it. */
    public GreyPicture inverted() {
        byte[] inverted = new byte[luma.length];
        for (int i = 0; i < luma.length; i++) {
            inverted[i] = (byte) ~luma[i];
        }
        return new GreyPicture(inverted, width, height);
    }

    /** The picture as a PNG file, 8 bits of grey (ISO/IEC 15948). */
    public byte[] toPng() {
        byte[] rows = new byte[(width + 1) * height];
        for (int y = 0; y < height; y++) {
            // Each row begins with its filter type; 0 is none.
            System.arraycopy(luma, y * width, rows, y * (width + 1) + 1, width);
        }
        try {
            var file = new ByteArrayOutputStream();
            file.write(PNG_SIGNATURE);
            writeChunk(file, "IHDR", imageHeader());
            writeChunk(file, "IDAT", Zlib.compress(rows, Deflater.BEST_SPEED));
            writeChunk(file, "IEND", new byte[0]);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array does not fail", e);
        }
    }

    private byte[] imageHeader() throws IOException {
        var header = new ByteArrayOutputStream();
        var out = new DataOutputStream(header);
        out.writeInt(width);
        out.writeInt(height);
        // Bit depth 8, colour type 0 (grey), then the only defined compression, filter, interlace.
        out.write(new byte[] {8, 0, 0, 0, 0});
        return header.toByteArray();
    }

    private static void writeChunk(ByteArrayOutputStream file, String type, byte[] content)
            throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        var out = new DataOutputStream(file);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
