/** The command line of admins and technicians. */
module org.gatereader.gatectl {
    requires org.gatereader.daemon;
    requires org.gatereader.qr;
    requires org.gatereader.verifier;
    requires com.fasterxml.jackson.core;
    requires info.picocli;
    requires static org.jspecify;
}
