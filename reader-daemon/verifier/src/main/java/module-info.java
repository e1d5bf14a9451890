/**
 * The pure core: no clock, thread, file, log, network or device. Bytes and instants in, decisions
 * out.
 */
module org.gatereader.verifier {
    requires com.fasterxml.jackson.core;
    requires org.bouncycastle.provider;
    requires static org.jspecify;

    exports org.gatereader.verifier.crypto;
    exports org.gatereader.verifier.decision;
    exports org.gatereader.verifier.encoding;
    exports org.gatereader.verifier.presentation;
    exports org.gatereader.verifier.presentation.tap;
    exports org.gatereader.verifier.revocation;
    exports org.gatereader.verifier.trust;
    exports org.gatereader.verifier.trust.tuf;
    exports org.gatereader.verifier.credential;
    exports org.gatereader.verifier.verdict;
}
