package org.gatereader.hal.camera;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.gatereader.hal.DeviceException;

/** Reads PNG and JPEG files into luma. */
public final class PictureFile {
    /** A 4096 × 4096 photograph fits; a file that was given by mistake does not fill the memory. */
    private static final long BYTES_MAX = 32L << 20;

    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    private PictureFile() {}

    /**
     * The picture in the file; transparency lies on white, as it would on paper.
     *
     * @throws DeviceException names the file and what was expected of it
     */
    public static Picture read(Path file) throws DeviceException {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new DeviceException("camera", file + " is larger than " + BYTES_MAX + " B");
            }
            return luma(decode(Files.readAllBytes(file)));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // The JDK's readers answer a damaged file with any of the three.
            throw new DeviceException(
                    "camera",
                    file
                            + ": expected a PNG or JPEG of at most "
                            + Picture.SIDE_MAX
                            + " px a side");
        }
    }

    private static BufferedImage decode(byte[] content) throws IOException {
        // In memory: the readers' default would leave a copy of a credential in a temporary file.
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new IOException("no reader");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                requireReadable(reader);
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Looks at the size before the pixels are allocated: it is the file's word and not ours. */
    private static void requireReadable(ImageReader reader) throws IOException {
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            throw new IOException("not a PNG or JPEG");
        }
        if (reader.getWidth(0) > Picture.SIDE_MAX || reader.getHeight(0) > Picture.SIDE_MAX) {
            throw new IOException("too large");
        }
    }

    private static Picture luma(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] luma = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            readRow(image, y, row);
            for (int x = 0; x < width; x++) {
                luma[y * width + x] = (byte) row[x];
            }
        }
        return new Picture(luma, width, height, width);
    }

    private static void readRow(BufferedImage image, int y, int[] row) {
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            // Its getRGB brightens: it takes stored grey for linear light.
            Raster raster = image.getRaster();
            raster.getSamples(0, y, row.length, 1, 0, row);
            return;
        }
        image.getRGB(0, y, row.length, 1, row, 0, row.length);
        for (int x = 0; x < row.length; x++) {
            row[x] = lumaOf(row[x]);
        }
    }

    /** ITU-R BT.601, in 8-bit fixed point: what a camera's Y plane holds. */
    private static int lumaOf(int argb) {
        int red = argb >> 16 & 0xFF;
        int green = argb >> 8 & 0xFF;
        int blue = argb & 0xFF;
        int alpha = argb >>> 24;
        int luma = (77 * red + 150 * green + 29 * blue + 128) >> 8;
        return (luma * alpha + 255 * (255 - alpha) + 127) / 255;
    }
}
