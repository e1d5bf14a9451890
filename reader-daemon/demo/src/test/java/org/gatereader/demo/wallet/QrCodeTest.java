package org.gatereader.demo.wallet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.gatereader.demo.wallet.QrCode.Correction;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    @Test
    void isReadBackFromTheMiddleOfACameraFrame() throws ReaderException {
        var frame = QrCode.of("GR1:ABC").picture(4, 4).centredOn(640, 480, 90);
        assertEquals("GR1:ABC", read(frame));
    }

    @Test
    void isDrawnInTheVersionAndAtTheLevelAskedFor() throws ReaderException {
        var code = QrCode.of("GR1:ABC", Correction.HIGH, 20);
        assertEquals(20, code.version());
        assertEquals(97, code.modules());
        assertEquals("GR1:ABC", read(code.picture(4, 4)));
    }

    @Test
    void refusesAVersionThatIsTooSmall() {
        String text = "A".repeat(100);
        assertThrows(IllegalArgumentException.class, () -> QrCode.of(text, Correction.MEDIUM, 1));
    }

    @Test
    void isSurroundedByAQuietZone() {
        var picture = QrCode.of("A").picture(3, 4);
        assertEquals((21 + 8) * 3, picture.width());
        byte[] firstRows = Arrays.copyOf(picture.luma(), picture.width() * 12);
        byte[] white = new byte[firstRows.length];
        Arrays.fill(white, (byte) 0xff);
        assertArrayEquals(white, firstRows);
    }

    @Test
    void savesItsPixelsAsPng() throws DataFormatException {
        var picture = new GreyPicture(new byte[] {1, 2, 3, 4, 5, 6}, 3, 2);
        byte[] png = picture.toPng();
        assertArrayEquals(new byte[] {0, 0, 0, 3, 0, 0, 0, 2}, Arrays.copyOfRange(png, 16, 24));
        int contentAt = 8 + 25 + 8;
        var inflater = new Inflater();
        inflater.setInput(png, contentAt, png.length - contentAt);
        byte[] rows = new byte[8];
        assertEquals(8, inflater.inflate(rows));
        inflater.end();
        assertArrayEquals(new byte[] {0, 1, 2, 3, 0, 4, 5, 6}, rows);
    }

    private static String read(GreyPicture picture) throws ReaderException {
        int width = picture.width();
        int height = picture.height();
        var source =
                new PlanarYUVLuminanceSource(
                        picture.luma(), width, height, 0, 0, width, height, false);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    }
}
