package org.gatereader.gatectl;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.gatereader.daemon.page.LoopbackSite;
import org.gatereader.gatectl.page.Doorkeeper;
import org.gatereader.gatectl.page.GatePages;
import org.gatereader.gatectl.page.GateWatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatectl page}: the gate in a browser. */
@Command(
        name = "page",
        header = "Shows the gate in a browser, for as long as this runs.",
        description = {
            "%nPrints an address of this machine that lets one browser in, once, within five"
                    + " minutes: the technician's page and the admin's. Ctrl-C ends it. What can be"
                    + " done there is what gatectl may do for you here.",
            "From your own machine: ssh -t -L 8481:127.0.0.1:8481 GATE gatectl page (-t, or"
                    + " Ctrl-C ends only the ssh)%n"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"2:the command line is wrong", "3:the port is taken", "130:Ctrl-C"})
final class PageCommand implements Callable<Integer> {
    private static final int PORT_MAX = 65_535;

    private final Surroundings surroundings;

    @Mixin private Daemon daemon = new Daemon();

    @Option(
            names = "--inbox",
            paramLabel = "DIR",
            description = "The daemon's trust.inbox. Default: /var/lib/gate-reader/inbox.")
    private Path inbox = Path.of("/var/lib/gate-reader/inbox");

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Of 127.0.0.1; 0 takes a free one. Default: 8481.")
    private int port = 8481;

    @Spec private @Nullable CommandSpec spec;

    PageCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, UnreadableException {
        if (port < 0 || port > PORT_MAX) {
            throw Usage.error(spec, "--port: expected 0..65535, got " + port);
        }
        try (LoopbackSite _ = open()) {
            new CountDownLatch(1).await();
        }
        return ExitCode.OK;
    }

    /** Serves from now on, and says where. */
    LoopbackSite open() throws IOException, UnreadableException {
        var clocks = surroundings.clocks();
        var gate = new PagedGate(daemon, inbox, clocks.wall());
        var doorkeeper = new Doorkeeper(new SecureRandom(), clocks.nanos().getAsLong());
        var watch = new GateWatch(gate);
        var pages = new GatePages(watch, doorkeeper, uploads(), clocks.nanos());
        LoopbackSite site;
        try {
            site = LoopbackSite.start(port, pages);
        } catch (BindException _) {
            throw new UnreadableException("port " + port + " of 127.0.0.1 is taken; --port N");
        }
        Thread.ofPlatform().daemon().name("gate-watch").start(watch);
        surroundings.out().println(site.address() + "#" + doorkeeper.token());
        surroundings.out().flush();
        return site;
    }

    /** Nobody else looks into it, and it is gone with the process. */
    private static Path uploads() throws IOException {
        Path directory = Files.createTempDirectory("gatectl-page");
        directory.toFile().deleteOnExit();
        return directory;
    }
}
