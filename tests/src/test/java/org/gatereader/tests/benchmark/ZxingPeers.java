package org.gatereader.tests.benchmark;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Optional;
import org.gatereader.qr.Luma;

/** ZXing for Java as people use it. */
final class ZxingPeers {
    private ZxingPeers() {}

    static Peer bareQrCodeReader() {
        var reader = new QRCodeReader();
        return Peer.inJava(
                "ZXing QRCodeReader",
                luma -> {
                    try {
                        return Optional.of(reader.decode(bitmap(luma)).getText());
                    } catch (NotFoundException | ChecksumException | FormatException e) {
                        return Optional.empty();
                    }
                });
    }

    static Peer multiFormatReader() {
        var reader = new MultiFormatReader();
        return Peer.inJava(
                "ZXing MultiFormatReader",
                luma -> {
                    try {
                        return Optional.of(reader.decode(bitmap(luma)).getText());
                    } catch (NotFoundException e) {
                        return Optional.empty();
                    }
                });
    }

    private static BinaryBitmap bitmap(Luma luma) {
        var source =
                new PlanarYUVLuminanceSource(
                        luma.pixels(),
                        luma.stride(),
                        luma.height(),
                        0,
                        0,
                        luma.width(),
                        luma.height(),
                        false);
        return new BinaryBitmap(new HybridBinarizer(source));
    }
}
