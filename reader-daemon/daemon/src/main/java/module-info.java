/** The process that sees credentials and has no network. */
module org.gatereader.daemon {
    requires transitive org.gatereader.hal;
    requires org.gatereader.qr;
    requires transitive org.gatereader.verifier;
    requires HdrHistogram;
    requires com.fasterxml.jackson.core;
    requires jdk.httpserver;
    requires org.tinylog.api;
    requires org.tinylog.impl;
    requires org.tomlj;
    requires static org.jspecify;

    exports org.gatereader.daemon;
    exports org.gatereader.daemon.config;
    exports org.gatereader.daemon.control;
    exports org.gatereader.daemon.control.wire;
    exports org.gatereader.daemon.display;
    exports org.gatereader.daemon.gate;
    exports org.gatereader.daemon.journal;
    // tinylog makes the writer by its name.
    exports org.gatereader.daemon.log to
            org.tinylog.api;
    exports org.gatereader.daemon.page;
    exports org.gatereader.daemon.selftest;
    exports org.gatereader.daemon.time;
}
