/** Luma in, text out: the gate's one and only QR path. No device, no clock, no thread. */
module org.gatereader.qr {
    requires com.google.zxing;
    requires static org.jspecify;

    exports org.gatereader.qr;
}
