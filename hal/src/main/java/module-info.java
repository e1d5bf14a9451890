/**
 * Talks to hardware, decides nothing: each device is an interface with its drivers beside it, the
 * simulated one among them.
 */
module org.gatereader.hal {
    requires static org.jspecify;

    exports org.gatereader.hal;
}
