package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.gatectl.inbox.Bundle;
import org.gatereader.gatectl.inbox.BundleException;
import org.gatereader.gatectl.inbox.Contents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gatectl import}: signed trust from a directory, a stick or an archive. */
@Command(
        name = "import",
        header = "Brings signed updates to this gate, and says what changed or why not.",
        description =
                "%nPATH is a directory, a mounted stick, or an archive (.tar, .tar.gz, .zip) in"
                        + " which one repository lies: metadata/ and targets/. It is copied into"
                        + " the gate's inbox, and the gate is asked to look. Whatever PATH holds,"
                        + " the gate believes nothing but signatures.%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the gate took it, or has it already",
            "1:the gate refused it, or it is no repository; it says by which rule",
            "2:the command line is wrong",
            "3:a file can not be read or written",
            "69:no gate-reader answers; it will look when it runs"
        })
final class ImportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private Daemon daemon = new Daemon();

    @Option(
            names = "--inbox",
            paramLabel = "DIR",
            description = "The daemon's trust.inbox. Default: /var/lib/gate-reader/inbox.")
    private Path inbox = Path.of("/var/lib/gate-reader/inbox");

    @Option(names = "--json", description = "The daemon's answer, one JSON object on one line.")
    private boolean isJson;

    @Parameters(paramLabel = "PATH", description = "What was brought.")
    private Path path = Path.of("");

    ImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, BundleException, UnavailableException {
        Contents contents = Contents.of(Bundle.at(path));
        ControlAnswer answer = new Importer(daemon, inbox).bring(contents);
        var answers = new Answers(surroundings);
        return isJson ? answers.printJson(answer) : answers.print(answer);
    }
}
