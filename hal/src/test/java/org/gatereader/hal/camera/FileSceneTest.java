package org.gatereader.hal.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.gatereader.hal.DeviceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSceneTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir private Path folder;

    @Test
    void readsAPngIntoLuma() throws Exception {
        Picture picture = PictureFile.read(image("a.png", BufferedImage.TYPE_INT_RGB, 0x00FF00));
        assertEquals(3, picture.width());
        assertEquals(2, picture.height());
        assertEquals(150, brightness(picture), 1);
    }

    @Test
    void readsAJpegIntoLuma() throws Exception {
        Picture picture = PictureFile.read(image("a.jpg", BufferedImage.TYPE_INT_RGB, 0x808080));
        assertEquals(128, brightness(picture), 2);
    }

    @Test
    void leavesGreyAsItIsStored() throws Exception {
        Path file = folder.resolve("grey.png");
        var grey = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSample(0, 0, 0, 60);
        ImageIO.write(grey, "png", file.toFile());
        assertEquals(60, brightness(PictureFile.read(file)));
    }

    @Test
    void laysTransparencyOnWhite() throws Exception {
        Path file = image("clear.png", BufferedImage.TYPE_INT_ARGB, 0x00000000);
        assertEquals(255, brightness(PictureFile.read(file)));
    }

    @Test
    void namesAFileThatIsNoPicture() throws IOException {
        Path file = Files.writeString(folder.resolve("a.png"), "not a picture");
        var failure = assertThrows(DeviceException.class, () -> PictureFile.read(file));
        assertTrue(String.valueOf(failure.getMessage()).contains("a.png"));
    }

    @Test
    void answersADamagedPictureWithNothingButADeviceFailure() throws Exception {
        for (String name : new String[] {"a.png", "a.jpg"}) {
            byte[] whole = Files.readAllBytes(image(name, BufferedImage.TYPE_INT_RGB, 0x123456));
            for (int bit = 0; bit < 8 * whole.length; bit += 61) {
                readDamaged(flipped(whole, bit));
                readDamaged(Arrays.copyOf(whole, bit / 8));
            }
        }
    }

    @Test
    void refusesAPictureThatSaysItIsHuge() throws Exception {
        Path file = image("a.png", BufferedImage.TYPE_INT_RGB, 0x123456);
        byte[] bytes = Files.readAllBytes(file);
        // The width stands at offset 16, in four bytes.
        bytes[16] = 0x7F;
        Files.write(file, bytes);
        assertThrows(DeviceException.class, () -> PictureFile.read(file));
    }

    @Test
    void showsTheImagesOfAFolderByNameRoundAndRound() throws Exception {
        image("b.png", BufferedImage.TYPE_INT_RGB, 0xFFFFFF);
        image("a.png", BufferedImage.TYPE_INT_RGB, 0x000000);
        Files.writeString(folder.resolve("note.txt"), "passed over");
        var scene = new FileScene(folder, Duration.ofSeconds(1));
        scene.begin();
        assertEquals(0, brightness(scene.at(5 * SECOND)));
        assertEquals(0, brightness(scene.at(6 * SECOND - 1)));
        assertEquals(255, brightness(scene.at(6 * SECOND)));
        assertEquals(0, brightness(scene.at(7 * SECOND)));
    }

    @Test
    void showsOneFileForEver() throws Exception {
        Path file = image("a.png", BufferedImage.TYPE_INT_RGB, 0xFFFFFF);
        var scene = new FileScene(file, Duration.ofSeconds(1));
        scene.begin();
        assertEquals(255, brightness(scene.at(0)));
        assertEquals(255, brightness(scene.at(3600 * SECOND)));
    }

    @Test
    void saysSoWhenAFolderHoldsNoImage() {
        var scene = new FileScene(folder, Duration.ofSeconds(1));
        assertThrows(DeviceException.class, scene::begin);
    }

    /** The JDK's readers show what they can of a damaged file, which is as good as a refusal. */
    private void readDamaged(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("damaged"), content);
        try {
            assertTrue(PictureFile.read(file).width() <= Picture.SIDE_MAX);
        } catch (DeviceException expected) {
            assertTrue(String.valueOf(expected.getMessage()).contains("damaged"));
        }
    }

    private static byte[] flipped(byte[] whole, int bit) {
        byte[] flipped = whole.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }

    private Path image(String name, int type, int argb) throws IOException {
        var image = new BufferedImage(3, 2, type);
        for (int pixel = 0; pixel < 6; pixel++) {
            image.setRGB(pixel % 3, pixel / 3, argb);
        }
        Path file = folder.resolve(name);
        String format = name.substring(name.indexOf('.') + 1);
        assertTrue(ImageIO.write(image, format, file.toFile()));
        return file;
    }

    private static int brightness(Picture picture) {
        return picture.luma()[0] & 0xFF;
    }
}
