package org.gatereader.gatectl;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.gatereader.qr.Luma;

/** PNG and JPEG in, luma out: what the camera would have delivered of the same scene. */
final class PictureReader {
    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    /** How pictures of other formats begin, and what they are called. */
    private static final Map<String, String> OTHER_PICTURES =
            Map.of(
                    "GIF8", "GIF",
                    "II*\0", "TIFF",
                    "MM\0*", "TIFF",
                    "RIFF", "WebP",
                    "\0\0\0\u0018ftyp", "HEIC or AVIF",
                    "\0\0\0\u001cftyp", "HEIC or AVIF",
                    "\0\0\0 ftyp", "HEIC or AVIF",
                    "\0\0\0$ftyp", "HEIC or AVIF");

    private PictureReader() {}

    /** Whether the content begins as a PNG or a JPEG does; the file's name says nothing. */
    static boolean isPicture(byte[] content) {
        return beginsWith(content, "\u0089PNG\r\n\u001a\n")
                || beginsWith(content, "\u00ff\u00d8\u00ff");
    }

    /**
     * Refuses pictures of formats that are not read here.
     *
     * @throws UnreadableException names the format
     */
    static void refuseOtherPictures(byte[] content) throws UnreadableException {
        for (Map.Entry<String, String> other : OTHER_PICTURES.entrySet()) {
            if (beginsWith(content, other.getKey())) {
                throw new UnreadableException(
                        "expected a PNG or JPEG picture, got " + other.getValue());
            }
        }
    }

    /**
     * Decodes; transparency lies on white, as it would on paper.
     *
     * @throws UnreadableException if the picture is damaged or larger than a camera's
     */
    static Luma read(byte[] content) throws UnreadableException {
        BufferedImage image;
        // In memory: the default would leave a copy of a credential in a temporary file.
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            image = decode(input);
        } catch (IOException | RuntimeException _) {
            // The JDK's readers answer a damaged picture with exceptions of many kinds.
            throw new UnreadableException("is not a whole PNG or JPEG picture");
        }
        return luma(image);
    }

    private static BufferedImage decode(ImageInputStream input)
            throws IOException, UnreadableException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) {
            throw new IOException("no reader");
        }
        ImageReader reader = readers.next();
        try {
            // Metadata unread: text within a PNG can be a decompression bomb.
            reader.setInput(input, true, true);
            requireReadable(reader);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    /** Looks at the size before the pixels are allocated: it is the file's word and not ours. */
    private static void requireReadable(ImageReader reader)
            throws IOException, UnreadableException {
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            throw new IOException("another reader thinks it can");
        }
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > Luma.SIDE_MAX || height > Luma.SIDE_MAX) {
            throw new UnreadableException(
                    "expected a picture of at most %d px a side, got %d x %d"
                            .formatted(Luma.SIDE_MAX, width, height));
        }
    }

    private static Luma luma(BufferedImage image) {
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
        return new Luma(luma, width, height, width);
    }

    private static void readRow(BufferedImage image, int y, int[] row) {
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            // Its getRGB brightens: it takes stored grey for linear light.
            image.getRaster().getSamples(0, y, row.length, 1, 0, row);
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

    /** The beginning is given in Latin-1: one character a byte. */
    private static boolean beginsWith(byte[] content, String beginning) {
        if (content.length < beginning.length()) {
            return false;
        }
        for (int i = 0; i < beginning.length(); i++) {
            if ((content[i] & 0xff) != beginning.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
