package org.gatereader.tests.benchmark;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.gatereader.qr.Luma;
import org.gatereader.tests.Checkout;

/**
 * Real photographs of codes, each beside the text that it shows (ZXing's blackbox set qrcode-2).
 */
public final class Photographs {
    private static final Path FOLDER =
            Checkout.root().resolve("tests/vectors/third-party/qr-photos/qrcode-2");

    private Photographs() {}

    /** One photograph and what it says. */
    public record Photograph(String name, Luma luma, String text) {}

    /** All of them, in the order of their names. */
    public static List<Photograph> all() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var pictures = files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
            return pictures.stream().map(Photographs::open).toList();
        }
    }

    private static Photograph open(Path picture) {
        try {
            var name = picture.getFileName().toString();
            var text = Files.readString(Path.of(picture.toString().replace(".png", ".txt")));
            return new Photograph(name, luma(picture), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture as a camera would deliver it. */
    public static Luma luma(Path picture) {
        try {
            return luma(ImageIO.read(picture.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Weighted as a camera's luma; what is transparent is white. */
    private static Luma luma(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        var pixels = new byte[width * height];
        for (int i = 0; i < pixels.length; i++) {
            int argb = image.getRGB(i % width, i / width);
            int red = argb >> 16 & 0xFF;
            int green = argb >> 8 & 0xFF;
            int grey = (306 * red + 601 * green + 117 * (argb & 0xFF) + 0x200) >> 10;
            pixels[i] = (byte) (argb >>> 24 == 0 ? 255 : grey);
        }
        return new Luma(pixels, width, height, width);
    }
}
