package org.gatereader.gatectl;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.stream.Stream;
import org.gatereader.gatectl.Surroundings.Caller;
import org.gatereader.gatectl.Surroundings.Clocks;
import org.gatereader.gatectl.enrol.EnrolmentException;
import org.gatereader.gatectl.inbox.BundleException;
import org.gatereader.gatectl.repo.RepositoryException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry of {@code gatectl}, and the list of its verbs. */
@Command(
        name = "gatectl",
        synopsisSubcommandLabel = "VERB ...",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        header = "Looks after a gate: for admins and technicians.",
        commandListHeading = "%nVerbs (gatectl help VERB says more):%n",
        footer = {"%nNot built yet: push, fleet, lost."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:granted, or done",
            "1:denied, or not done, or no code found",
            "2:the command line is wrong",
            "3:a file can not be read",
            "69:not built yet, or no gate-reader answers",
            "70:a bug"
        })
public final class Main {
    private Main() {}

    public static void main(String... args) {
        // Pictures are read and none is shown.
        System.setProperty("java.awt.headless", "true");
        var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var clocks = new Clocks(InstantSource.system(), System::nanoTime);
        var caller = new Caller(System.getProperty("user.name", ""), uid(), locale());
        int exitCode = ExitCode.BUG;
        try {
            exitCode = run(new Surroundings(out, err, clocks, caller, new Console()), args);
        } catch (Error e) {
            err.println("gatectl: stopped by " + Bugs.place(e));
        }
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
        Stream.of(
                        new CheckCommand(surroundings),
                        new DecodeCommand(surroundings),
                        new StatusCommand(surroundings),
                        new MaintenanceCommand(surroundings),
                        new ClockResetCommand(surroundings),
                        new SelfTestCommand(surroundings),
                        new PageCommand(surroundings),
                        new TrustCommand(surroundings),
                        new ImportCommand(surroundings),
                        new EnrollCommand(surroundings),
                        new RetireCommand(surroundings),
                        new StatusChangeCommand.Revoke(surroundings),
                        new StatusChangeCommand.Suspend(surroundings),
                        new StatusChangeCommand.Restore(surroundings))
                .forEach(verb -> commandLine.addSubcommand(withHelp(verb)));
        commandLine.addSubcommand(RepoCommand.with(surroundings));
        commandLine.addSubcommand(new HelpCommand());
        for (String verb : NotBuiltCommand.VERBS) {
            var notBuilt = new CommandLine(new NotBuiltCommand(verb, surroundings.err()));
            // Whatever belongs to the verb once it is built.
            commandLine.addSubcommand(verb, notBuilt.setUnmatchedArgumentsAllowed(true));
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

    static CommandLine withHelp(Object verb) {
        var commandLine = new CommandLine(verb);
        var help = OptionSpec.builder("-h", "--help").usageHelp(true);
        commandLine.getCommandSpec().addOption(help.description("Shows this.").build());
        return commandLine;
    }

    /**
     * Of the process itself, whatever its user is called; nobody's where the kernel does not say.
     */
    private static int uid() {
        try {
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException | UnsupportedOperationException _) {
            return Caller.NOBODY;
        }
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
        CommandLine verb = wrong.getCommandLine();
        String name = verb.getCommandSpec().qualifiedName();
        err.println(name + ": " + Printable.of(Objects.toString(wrong.getMessage(), "")));
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("See " + name + " --help.");
        return ExitCode.USAGE;
    }

    private static int failure(Exception exception, PrintWriter err) {
        return switch (exception) {
            case UnreadableException unreadable -> {
                unreadable.problem().lines().forEach(line -> err.println(line));
                yield ExitCode.UNREADABLE;
            }
            case RepositoryException refused -> notDone(refused.problem(), err);
            case BundleException refused -> notDone(refused.problem(), err);
            case EnrolmentException refused -> notDone(refused.problem(), err);
            case IOException unwritable -> {
                err.println("gatectl: " + Printable.of(FileBytes.problem(unwritable)));
                yield ExitCode.UNREADABLE;
            }
            case UnavailableException unavailable -> {
                err.println("gatectl: " + unavailable.problem());
                yield ExitCode.UNAVAILABLE;
            }
            default -> {
                err.println("gatectl: a bug, please report: " + Bugs.place(exception));
                yield ExitCode.BUG;
            }
        };
    }

    private static int notDone(String problem, PrintWriter err) {
        err.println("gatectl: " + Printable.of(problem));
        return ExitCode.NOT_DONE;
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
