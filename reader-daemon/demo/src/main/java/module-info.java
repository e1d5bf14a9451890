/** A simulated phone, issuer and turnstile around the real daemon. */
module org.gatereader.demo {
    requires org.gatereader.daemon;
    requires org.gatereader.gatectl;
    requires transitive org.gatereader.hal;
    requires transitive org.gatereader.verifier;
    requires com.fasterxml.jackson.core;
    requires com.google.zxing;
    requires static org.jspecify;

    exports org.gatereader.demo.cases;
    exports org.gatereader.demo.wallet;
}
