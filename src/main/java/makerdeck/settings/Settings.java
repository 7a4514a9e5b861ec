package makerdeck.settings;

import java.io.PrintStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.words.Language;
import makerdeck.words.Speech;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads the command line. */
public final class Settings {

    /** Exit code for a command line that makes no sense. */
    public static final int USAGE = 2;

    private static final Map<String, Supplier<CommandLine>> COMMANDS = commands();

    private Settings() {}

    /** In the operator's language; English where the arguments name one that nobody speaks, which {@link #read} says. */
    public static Speech speech(String[] typed, Map<String, String> environment) {
        try {
            return new Speech(LanguageFlag.of(FoldedArguments.plain(typed), environment));
        } catch (MistakeException unknown) {
            return new Speech(Language.ENGLISH);
        }
    }

    /**
     * What the arguments ask for. Prints help, version, or one line saying what is wrong, and never
     * throws for what an operator typed.
     *
     * @param speech in which it says so
     */
    public static ParsedCommand read(
            String[] typed, Map<String, String> environment, Speech speech, PrintStream out, PrintStream errors) {
        try {
            var arguments = FoldedArguments.plain(typed);
            var line = commandLine(List.of(arguments));
            LanguageFlag.of(arguments, environment);
            FoldedArguments.requireHonest(typed);
            HelpWords.speak(line, speech);
            var parsed = line.parseArgs(arguments);
            var asked =
                    parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1);
            if (asked.isUsageHelpRequested()) {
                asked.usage(out);
                return new ParsedCommand.Answered(0);
            }
            if (asked.isVersionHelpRequested()) {
                asked.printVersionHelp(out);
                return new ParsedCommand.Answered(0);
            }
            return parsed(asked.getCommand(), environment);
        } catch (ParameterException wrong) {
            return refused(UsageErrors.of(wrong), speech, errors);
        } catch (MistakeException wrong) {
            return refused(wrong.said(), speech, errors);
        }
    }

    /** All commands and their flags, nothing of them read yet. */
    static CommandLine commandLine() {
        return commandLine(COMMANDS.keySet());
    }

    /** With the flags of these commands; of the others it knows the name alone, which takes a third of the time. */
    static CommandLine commandLine(Collection<String> named) {
        // An argument is what it looks like, also with an @ before it.
        var line = new CommandLine(new DeskFlags()).setExpandAtFiles(false);
        COMMANDS.forEach((name, flags) ->
                line.addSubcommand(name, named.contains(name) ? flags.get() : new CommandLine(CommandSpec.create())));
        line.getCommandSpec().addOption(LanguageFlag.option());
        everyOne(line).forEach(each -> each.getCommandSpec().addOption(LanguageFlag.option()));
        return line;
    }

    /** In the order of the help. */
    private static Map<String, Supplier<CommandLine>> commands() {
        var commands = new LinkedHashMap<String, Supplier<CommandLine>>();
        commands.put("venue", () -> new CommandLine(new StandaloneVenueFlags()));
        commands.put("record", () -> new CommandLine(new RecordFlags()));
        commands.put("guardian", () -> new CommandLine(new GuardianFlags()));
        commands.put("report", () -> new CommandLine(new ReportFlags()));
        commands.put("export", () -> new CommandLine(new ExportFlags()));
        commands.put("backtest", () -> new CommandLine(new BacktestFlags()));
        commands.put("sweep", () -> new CommandLine(new SweepFlags()));
        commands.put("attach", () -> new CommandLine(new RunningDeskFlags.Attach()));
        commands.put("ctl", () -> new CommandLine(new RunningDeskFlags.Ctl()).setStopAtPositional(true));
        commands.put("doctor", () -> new CommandLine(new DoctorFlags()));
        commands.put(
                "notify", () -> new CommandLine(new NotifyFlags()).addSubcommand("test", new NotifyFlags.TestFlags()));
        return commands;
    }

    private static ParsedCommand parsed(Object asked, Map<String, String> environment) {
        if (asked instanceof StandaloneVenueFlags venue) {
            return venue.parsed();
        }
        if (asked instanceof ExportFlags export) {
            return export.parsed();
        }
        if (asked instanceof RecordFlags record) {
            return record.parsed(environment);
        }
        if (asked instanceof GuardianFlags guardian) {
            return guardian.parsed();
        }
        if (asked instanceof BacktestFlags backtest) {
            return backtest.parsed();
        }
        if (asked instanceof SweepFlags sweep) {
            return sweep.parsed(environment);
        }
        if (asked instanceof DoctorFlags doctor) {
            return doctor.parsed(environment);
        }
        if (asked instanceof RunningDeskFlags.Attach attach) {
            return attach.parsed();
        }
        if (asked instanceof RunningDeskFlags.Ctl ctl) {
            return ctl.parsed();
        }
        if (asked instanceof NotifyFlags.TestFlags) {
            return new ParsedCommand.RunNotifyTest();
        }
        if (asked instanceof NotifyFlags) {
            throw new MistakeException(Message.of("settings.notify.what"));
        }
        return asked instanceof ReportFlags report
                ? report.parsed()
                : new ParsedCommand.RunDesk(((DeskFlags) asked).settings(environment));
    }

    /** With those within others. */
    private static Stream<CommandLine> everyOne(CommandLine line) {
        return line.getSubcommands().values().stream().flatMap(each -> Stream.concat(Stream.of(each), everyOne(each)));
    }

    private static ParsedCommand refused(Message wrong, Speech speech, PrintStream errors) {
        var first = speech.say(wrong).lines().findFirst().orElse("");
        errors.println("makerdeck: " + speech.say("settings.refused", first, Message.of("settings.see-help")));
        return new ParsedCommand.Answered(USAGE);
    }
}
