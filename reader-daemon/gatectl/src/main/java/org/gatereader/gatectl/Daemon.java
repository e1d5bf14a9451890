package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.ControlClient;
import org.gatereader.daemon.control.wire.ControlVerb;
import picocli.CommandLine.Option;

/** The gate-reader that runs on this machine, as its two sockets let it be asked. */
final class Daemon {
    /** It ends a connection after 2 s itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** It answers when what was brought serves: a slow board inflates the largest lists. */
    private static final Duration PATIENCE_WITH_LISTS = Duration.ofMinutes(1);

    @Option(
            names = "--sockets",
            paramLabel = "DIR",
            description =
                    "Where the daemon's sockets lie, its control.directory. Default:"
                            + " /run/gate-reader.")
    private Path sockets = Path.of("/run/gate-reader");

    /** Asks over {@code status.sock}, which only reads. */
    ControlAnswer askForStatus() throws UnavailableException {
        return ask(
                ControlClient.STATUS_SOCKET,
                "control.status_group",
                PATIENCE,
                client -> client.ask(ControlVerb.STATUS));
    }

    /** Asks over {@code control.sock}. */
    ControlAnswer order(ControlVerb verb) throws UnavailableException {
        Duration patience = verb == ControlVerb.IMPORT ? PATIENCE_WITH_LISTS : PATIENCE;
        return ask(
                ControlClient.CONTROL_SOCKET,
                "control.admin_group",
                patience,
                client -> client.ask(verb));
    }

    /** Asks over {@code control.sock} for what takes an argument. */
    ControlAnswer order(ControlVerb verb, String argument) throws UnavailableException {
        return ask(
                ControlClient.CONTROL_SOCKET,
                "control.admin_group",
                PATIENCE,
                client -> client.ask(verb, argument));
    }

    /** One question to a client. */
    private interface Question {
        ControlAnswer ask(ControlClient client) throws IOException;
    }

    private ControlAnswer ask(String name, String groupKey, Duration patience, Question question)
            throws UnavailableException {
        try {
            return question.ask(new ControlClient(sockets, name, patience));
        } catch (IOException | RuntimeException _) {
            // The system's own words differ too much to be of use.
            throw new UnavailableException(Printable.of(problem(sockets.resolve(name), groupKey)));
        }
    }

    private static String problem(Path socket, String groupKey) {
        if (!Files.exists(socket)) {
            return "no gate-reader runs here: there is no " + socket;
        }
        if (!Files.isWritable(socket)) {
            return socket + " is for the group that the daemon's " + groupKey + " names";
        }
        return socket + ": no gate-reader answers";
    }
}
