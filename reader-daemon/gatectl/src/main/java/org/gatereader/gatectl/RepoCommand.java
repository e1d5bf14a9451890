package org.gatereader.gatectl;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gatectl repo}: makes and signs what gates believe. */
@Command(
        name = "repo",
        synopsisSubcommandLabel = "VERB ...",
        header = "Makes and signs the repository that gates believe (The Update Framework 1.0).",
        description = {
            "%nChanges are staged; each person looks at them and signs with a key of his own;"
                    + " publish makes public what enough people signed, and says who is missing"
                    + " otherwise. The public part is static files.%n"
        },
        commandListHeading = "%nVerbs (gatectl repo VERB --help says more):%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused; it says why, and nothing was made public",
            "2:the command line is wrong",
            "3:a file can not be read or written"
        })
final class RepoCommand implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    /** The verb with its own verbs. */
    static CommandLine with(Surroundings surroundings) {
        CommandLine repo = Main.withHelp(new RepoCommand());
        Stream.of(
                        new RepoNewKeyCommand(surroundings),
                        new RepoInitCommand(surroundings),
                        new RepoAddIssuerCommand(surroundings),
                        new RepoAddTargetCommand(surroundings),
                        new RepoRemoveTargetCommand(surroundings),
                        new RepoAddSiteCommand(surroundings),
                        new RepoRotateKeyCommand(surroundings),
                        new RepoRenewCommand(surroundings),
                        new RepoSignCommand(surroundings),
                        new RepoPublishCommand(surroundings),
                        new RepoExportCommand(surroundings),
                        new RepoPruneCommand(surroundings),
                        new RepoCertifyGateCommand(surroundings),
                        new RepoClockResetCommand(surroundings))
                .forEach(verb -> repo.addSubcommand(Main.withHelp(verb)));
        return repo;
    }

    @Override
    public void run() {
        throw Usage.error(spec, "expected a verb of repo");
    }
}
