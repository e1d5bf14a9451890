package org.gatereader.gatectl;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import java.util.stream.Stream;
import org.gatereader.gatectl.Surroundings.Caller;
import org.gatereader.gatectl.Surroundings.Clocks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The entry of {@code gatectl}, and the list of its verbs. */
@Command(
        name = "gatectl",
        synopsisSubcommandLabel = "VERB ...",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = HelpCommand.class,
        header = "Looks after a gate: for admins and technicians.",
        commandListHeading = "%nVerbs (gatectl help VERB says more):%n",
        footer = {
            "%nNot built yet: trust, import, enroll, retire, repo, revoke, suspend, restore, push,"
                    + " fleet, lost."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:granted, or done",
            "1:denied, or no code found",
            "2:the command line is wrong",
            "3:a file can not be read",
            "69:not built yet, or the daemon does not answer"
        })
public final class Main {
    private Main() {}

    public static void main(String... args) {
        // Pictures are read and none is shown.
        System.setProperty("java.awt.headless", "true");
        var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var clocks = new Clocks(InstantSource.system(), System::nanoTime);
        var caller = new Caller(System.getProperty("user.name", ""), locale());
        int exitCode = run(new Surroundings(out, err, clocks, caller), args);
        out.flush();
        System.exit(exitCode);
    }

    /**
     * Runs one command line.
     *
     * @return the exit code; reader-daemon/docs/gatectl.md lists them
     */
    public static int run(Surroundings surroundings, String... args) {
        var commandLine = new CommandLine(new Main());
        commandLine
                .addSubcommand(new CheckCommand(surroundings))
                .addSubcommand(new DecodeCommand(surroundings));
        for (String verb : NotBuiltCommand.VERBS) {
            commandLine.addSubcommand(verb, new NotBuiltCommand(verb, surroundings.err()));
        }
        commandLine
                .setOut(surroundings.out())
                .setErr(surroundings.err())
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((wrong, _) -> usageError(wrong, surroundings.err()))
                .setExecutionExceptionHandler(
                        (exception, _, _) -> failure(exception, surroundings.err()));
        return commandLine.execute(args);
    }

    /** As the C library chooses the language of messages. */
    private static String locale() {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(System::getenv)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static int usageError(ParameterException wrong, PrintWriter err) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        err.println(command + ": " + Printable.of(Objects.toString(wrong.getMessage(), "")));
        err.println("See " + command + " --help.");
        return ExitCode.USAGE;
    }

    private static int failure(Exception exception, PrintWriter err) {
        if (exception instanceof UnreadableException unreadable) {
            unreadable.problem().lines().forEach(line -> err.println(line));
            return ExitCode.UNREADABLE;
        }
        err.println("gatectl: a bug, please report: " + Bugs.place(exception));
        return ExitCode.BUG;
    }

    /** The version of the module; a class path has none. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var descriptor = Main.class.getModule().getDescriptor();
            String version =
                    descriptor == null
                            ? "(development)"
                            : descriptor.rawVersion().orElse("(development)");
            return new String[] {"gatectl " + version};
        }
    }
}
