package makerdeck.settings;

import java.io.PrintStream;
import java.util.Map;
import java.util.stream.Stream;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.words.Language;
import makerdeck.words.Speech;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads the command line. */
public final class Settings {

    /** Exit code for a command line that makes no sense. */
    public static final int USAGE = 2;

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
        var desk = new DeskFlags();
        var venue = new StandaloneVenueFlags();
        var report = new ReportFlags();
        var export = new ExportFlags();
        var record = new RecordFlags();
        var guardian = new GuardianFlags();
        var backtest = new BacktestFlags();
        var sweep = new SweepFlags();
        var doctor = new DoctorFlags();
        var notify = new NotifyFlags();
        var ctl = new RunningDeskFlags.Ctl();
        var attach = new RunningDeskFlags.Attach();
        var notifyTest = new NotifyFlags.TestFlags();
        var line = new CommandLine(desk)
                .addSubcommand("venue", venue)
                .addSubcommand("record", record)
                .addSubcommand("guardian", guardian)
                .addSubcommand("report", report)
                .addSubcommand("export", export)
                .addSubcommand("backtest", backtest)
                .addSubcommand("sweep", sweep)
                .addSubcommand("attach", attach)
                .addSubcommand("ctl", new CommandLine(ctl).setStopAtPositional(true))
                .addSubcommand("doctor", doctor)
                .addSubcommand("notify", new CommandLine(notify).addSubcommand("test", notifyTest));
        line.getCommandSpec().addOption(LanguageFlag.option());
        everyOne(line).forEach(each -> each.getCommandSpec().addOption(LanguageFlag.option()));
        try {
            var arguments = FoldedArguments.plain(typed);
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
            if (asked.getCommand() == venue) {
                return venue.parsed();
            }
            if (asked.getCommand() == export) {
                return export.parsed();
            }
            if (asked.getCommand() == record) {
                return record.parsed(environment);
            }
            if (asked.getCommand() == guardian) {
                return guardian.parsed();
            }
            if (asked.getCommand() == backtest) {
                return backtest.parsed();
            }
            if (asked.getCommand() == sweep) {
                return sweep.parsed(environment);
            }
            if (asked.getCommand() == doctor) {
                return doctor.parsed(environment);
            }
            if (asked.getCommand() == attach) {
                return attach.parsed();
            }
            if (asked.getCommand() == ctl) {
                return ctl.parsed();
            }
            if (asked.getCommand() == notifyTest) {
                return new ParsedCommand.RunNotifyTest();
            }
            if (asked.getCommand() == notify) {
                throw new MistakeException(Message.of("settings.notify.what"));
            }
            return asked.getCommand() == report
                    ? report.parsed()
                    : new ParsedCommand.RunDesk(desk.settings(environment));
        } catch (ParameterException wrong) {
            return refused(UsageErrors.of(wrong), speech, errors);
        } catch (MistakeException wrong) {
            return refused(wrong.said(), speech, errors);
        }
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
