/**
 * Talks to hardware, decides nothing: each device is an interface with its drivers beside it, the
 * simulated one among them.
 */
module org.gatereader.hal {
    requires com.pi4j;
    requires com.pi4j.plugin.raspberrypi;
    requires java.desktop;
    // webcam-capture is no module yet and can not say what it needs.
    requires org.slf4j;
    requires webcam.capture;
    requires static org.jspecify;

    exports org.gatereader.hal;
    exports org.gatereader.hal.camera;
    exports org.gatereader.hal.gpio;
    exports org.gatereader.hal.nfc;
    exports org.gatereader.hal.linux;
}
