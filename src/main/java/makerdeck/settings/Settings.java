package makerdeck.settings;

import java.io.PrintStream;
import java.util.Map;
import makerdeck.message.MistakeException;
import makerdeck.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads the command line. */
public final class Settings {

    /** Exit code for a command line that makes no sense. */
    public static final int USAGE = 2;

    private Settings() {}

    /**
     * What the arguments ask for. Prints help, version, or one line saying what is wrong, and never
     * throws for what an operator typed. From here on the process speaks the operator's language.
     */
    public static ParsedCommand read(
            String[] typed, Map<String, String> environment, PrintStream out, PrintStream errors) {
        var desk = new DeskFlags();
        var venue = new StandaloneVenueFlags();
        var report = new ReportFlags();
        var line = new CommandLine(desk).addSubcommand("venue", venue).addSubcommand("report", report);
        line.getCommandSpec().addOption(LanguageFlag.option());
        line.getSubcommands().values().forEach(each -> each.getCommandSpec().addOption(LanguageFlag.option()));
        try {
            var arguments = FoldedArguments.plain(typed);
            Words.speak(LanguageFlag.of(arguments, environment));
            FoldedArguments.requireHonest(typed);
            HelpWords.speak(line);
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
            return asked.getCommand() == report
                    ? report.parsed()
                    : new ParsedCommand.RunDesk(desk.settings(environment));
        } catch (ParameterException wrong) {
            return refused(UsageErrors.text(wrong), errors);
        } catch (MistakeException wrong) {
            return refused(Words.say(wrong), errors);
        }
    }

    private static ParsedCommand refused(String text, PrintStream errors) {
        var first = text.lines().findFirst().orElse("");
        errors.println("makerdeck: " + Words.say("settings.refused", first, Words.say("settings.see-help")));
        return new ParsedCommand.Answered(USAGE);
    }
}
