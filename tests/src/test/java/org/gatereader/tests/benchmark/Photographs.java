package org.gatereader.tests.benchmark;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.gatereader.qr.Luma;
import org.gatereader.tests.Checkout;

/**
 * Real photographs of codes, each beside the text that it shows, in sets of one folder each: ours
 * is ZXing's blackbox set qrcode-2; the benchmark takes others from where its caller has them.
 */
public final class Photographs {
    /** The set that comes with the sources: 35 photographs. */
    static final Path OURS =
            Checkout.root().resolve("tests/vectors/third-party/qr-photos/qrcode-2");

    private Photographs() {}

    /** One photograph and what it says. */
    record Photograph(String name, Luma luma, String text) {
        /** The same picture turned clockwise by so many quarters. */
        Photograph turned(int quarters) {
            var turned = luma;
            for (int i = 0; i < quarters; i++) {
                turned = quarter(turned);
            }
            return new Photograph(name, turned, text);
        }
    }

    /** All of a set, in the order of their names; pictures without a text file are left out. */
    static List<Photograph> in(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Photographs::isPhotograph).sorted().map(Photographs::open).toList();
        }
    }

    /** The folders in and below this one that hold photographs, in the order of their names. */
    static List<Path> setsBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Photographs::isPhotograph)
                    .map(Path::getParent)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private static boolean isPhotograph(Path file) {
        return file.toString().matches(".*\\.(png|jpg)") && Files.exists(textOf(file));
    }

    private static Path textOf(Path picture) {
        return Path.of(picture.toString().replaceFirst("\\.(png|jpg)$", ".txt"));
    }

    private static Photograph open(Path picture) {
        try {
            var name = picture.getFileName().toString();
            var text = Files.readString(textOf(picture));
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

    private static Luma quarter(Luma luma) {
        int width = luma.height();
        int height = luma.width();
        var pixels = new byte[width * height];
        for (int i = 0; i < pixels.length; i++) {
            int row = i / width;
            pixels[i] = luma.pixels()[(luma.height() - 1 - i % width) * luma.stride() + row];
        }
        return new Luma(pixels, width, height, width);
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
