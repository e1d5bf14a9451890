package org.gatereader.tests.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.gatereader.demo.cases.Forge;
import org.gatereader.demo.wallet.GreyPicture;
import org.gatereader.demo.wallet.QrCode;
import org.gatereader.qr.Luma;
import org.gatereader.qr.MaskedPicture;
import org.gatereader.qr.QrReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The picture in a self-test's report, before every reader at hand: ours, ZXing with all its
 * effort, and zbarimg where it is installed.
 */
class SelfTestPictureTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int WALL = 0x60;
    private static final String SHORT = "gr-selftest:1";

    private @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 6})
    void aPresentationIsCoveredAtEverySize(int modulePixels) throws Exception {
        String text = new Forge(Instant.EPOCH, new Random(7)).presentation().toText();
        GreyPicture frame = centred(text, modulePixels);
        assertTrue(isReadable(frame));
        nobodyReads(frame);
    }

    /** A code so small that it would survive being made coarse: here the cover alone protects. */
    @ParameterizedTest
    @ValueSource(ints = {4, 8, 12, 16, 20, 24})
    void aCodeOfFewLargeModulesIsCovered(int modulePixels) throws Exception {
        GreyPicture frame = centred(SHORT, modulePixels);
        assertTrue(isReadable(frame));
        nobodyReads(frame);
        nobodyReads(frame.inverted());
    }

    @Test
    void twoCodesAndACodeAtTheEdgeAreCovered() throws Exception {
        GreyPicture code = QrCode.of(SHORT).picture(9, 4);
        byte[] luma = wall();
        paste(luma, code, 40, 60);
        paste(luma, code, 900, 300);
        nobodyReads(new GreyPicture(luma, WIDTH, HEIGHT));
        paste(luma, code, -80, 500);
        nobodyReads(new GreyPicture(luma, WIDTH, HEIGHT));
    }

    @Test
    void halfACodeOfUnknownExtentLeavesThePictureOut() {
        byte[] luma = wall();
        GreyPicture code = QrCode.of(SHORT).picture(12, 4);
        paste(luma, code, 400, 200);
        // One finder pattern is left: nobody can say how far its code went.
        for (int y = 0; y < HEIGHT; y++) {
            int from = y < 200 + 13 * 12 ? 400 + 13 * 12 : 0;
            Arrays.fill(luma, y * WIDTH + from, (y + 1) * WIDTH, (byte) WALL);
        }
        assertEquals(Optional.empty(), masked(new GreyPicture(luma, WIDTH, HEIGHT)));
    }

    @Test
    void anEmptyHallIsShownAsItIs() {
        byte[] luma = wall();
        Arrays.fill(luma, 0, WIDTH * HEIGHT / 2, (byte) 0xC0);
        MaskedPicture shown = masked(new GreyPicture(luma, WIDTH, HEIGHT)).orElseThrow();
        assertEquals(160, shown.width());
        assertEquals(90, shown.height());
        assertEquals((byte) 0xC0, shown.grey()[0]);
        assertEquals((byte) WALL, shown.grey()[160 * 89]);
    }

    private void nobodyReads(GreyPicture frame) throws Exception {
        Optional<MaskedPicture> shown = masked(frame);
        if (shown.isEmpty()) {
            return;
        }
        var coarse = new GreyPicture(shown.get().grey(), shown.get().width(), shown.get().height());
        for (int scale = 1; scale <= 4; scale *= 2) {
            GreyPicture seen = enlarged(coarse, scale);
            assertTrue(!isReadable(seen), "read by ours at " + scale);
            assertTrue(!isReadByZxing(seen), "read by ZXing at " + scale);
            assertTrue(!isReadByZbar(seen), "read by zbarimg at " + scale);
        }
    }

    private static Optional<MaskedPicture> masked(GreyPicture frame) {
        return MaskedPicture.of(luma(frame));
    }

    private static boolean isReadable(GreyPicture picture) {
        return new QrReader(() -> 0).readStill(luma(picture), 1).isPresent();
    }

    private static boolean isReadByZxing(GreyPicture picture) {
        var source =
                new PlanarYUVLuminanceSource(
                        picture.luma(),
                        picture.width(),
                        picture.height(),
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        false);
        var hints = Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.ALSO_INVERTED, true);
        try {
            return !new MultiFormatReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), hints)
                    .getText()
                    .isEmpty();
        } catch (NotFoundException e) {
            return false;
        }
    }

    private boolean isReadByZbar(GreyPicture picture) throws IOException, InterruptedException {
        Path file = Files.write(directory.resolve("picture.png"), picture.toPng());
        return zbar().isPresent()
                && new ProcessBuilder(zbar().get(), "--quiet", file.toString())
                                .redirectErrorStream(true)
                                .redirectOutput(directory.resolve("zbar.txt").toFile())
                                .start()
                                .waitFor()
                        == 0;
    }

    private static Optional<String> zbar() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(place -> place + "/zbarimg")
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst();
    }

    private static Luma luma(GreyPicture picture) {
        return new Luma(picture.luma(), picture.width(), picture.height(), picture.width());
    }

    private static GreyPicture centred(String text, int modulePixels) {
        return QrCode.of(text).picture(modulePixels, 4).centredOn(WIDTH, HEIGHT, WALL);
    }

    private static GreyPicture enlarged(GreyPicture from, int scale) {
        int width = from.width() * scale;
        int height = from.height() * scale;
        byte[] luma = new byte[width * height];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = from.luma()[i / width / scale * from.width() + i % width / scale];
        }
        return new GreyPicture(luma, width, height);
    }

    private static byte[] wall() {
        byte[] luma = new byte[WIDTH * HEIGHT];
        Arrays.fill(luma, (byte) WALL);
        return luma;
    }

    private static void paste(byte[] luma, GreyPicture picture, int left, int top) {
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                boolean isInside =
                        x + left >= 0 && x + left < WIDTH && y + top >= 0 && y + top < HEIGHT;
                if (isInside) {
                    luma[(y + top) * WIDTH + x + left] = picture.luma()[y * picture.width() + x];
                }
            }
        }
    }
}
