/** The command line of admins and technicians. */
module org.gatereader.gatectl {
    requires com.fasterxml.jackson.core;
    requires com.google.zxing;
    requires info.picocli;
    requires java.desktop;
    requires org.gatereader.daemon;
    requires org.gatereader.qr;
    requires org.gatereader.verifier;
    requires static org.jspecify;

    exports org.gatereader.gatectl;
    exports org.gatereader.gatectl.enrol;
    exports org.gatereader.gatectl.inbox;
    exports org.gatereader.gatectl.repo;

    // The options are set by reflection.
    opens org.gatereader.gatectl to
            info.picocli;
}
