package org.gatereader.tests.benchmark;

import boofcv.abst.fiducial.QrCodeDetector;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.struct.image.GrayU8;
import java.util.Optional;
import org.gatereader.qr.Luma;

/** BoofCV's QR reader, as its example sets it up. */
final class BoofPeer {
    private BoofPeer() {}

    static Peer create() {
        var detector = FactoryFiducial.qrcode(null, GrayU8.class);
        return Peer.inJava("BoofCV", luma -> read(detector, luma));
    }

    private static Optional<String> read(QrCodeDetector<GrayU8> detector, Luma luma) {
        var image = new GrayU8();
        image.data = luma.pixels();
        image.width = luma.width();
        image.height = luma.height();
        image.stride = luma.stride();
        detector.process(image);
        return detector.getDetections().stream().map(code -> code.message).findFirst();
    }
}
