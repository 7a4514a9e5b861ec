package makerdeck;

import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import makerdeck.accounting.ExportCommand;
import makerdeck.attach.AttachCommand;
import makerdeck.attach.CtlCommand;
import makerdeck.daybook.ReportCommand;
import makerdeck.doctor.Doctor;
import makerdeck.experiment.BacktestCommand;
import makerdeck.experiment.SweepCommand;
import makerdeck.message.MistakeException;
import makerdeck.process.FileErrors;
import makerdeck.process.RunningMark;
import makerdeck.settings.Folders;
import makerdeck.settings.ParsedCommand;
import makerdeck.settings.PresetFile;
import makerdeck.settings.Settings;
import makerdeck.settings.Version;
import makerdeck.words.Speech;

/** Starts what the command line asks for. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        // Kept: the screen swallows both later.
        var out = utf8(FileDescriptor.out);
        var errors = errors();
        var environment = environment();
        var speech = Settings.speech(arguments, environment);
        var parsed = Settings.read(arguments, environment, speech, out, errors);
        var code = parsed instanceof ParsedCommand.Answered answered
                ? answered.exitCode()
                : run(parsed, environment, speech, out, errors);
        RunningMark.takeAway();
        System.exit(code);
    }

    private static int run(
            ParsedCommand parsed, Map<String, String> environment, Speech speech, PrintStream out, PrintStream errors)
            throws InterruptedException {
        var shipped = System.getProperty("makerdeck.folder");
        try {
            var folders = Folders.of(environment, shipped == null ? null : Path.of(shipped));
            Folders.ignored(environment).forEach(line -> errors.println("makerdeck: " + speech.say(line)));
            if (parsed instanceof ParsedCommand.RunVenue venue) {
                return VenueProgram.run(venue, folders, speech, out, errors);
            }
            if (parsed instanceof ParsedCommand.RunRecord record) {
                return RecordProgram.run(record, folders, speech, out, errors);
            }
            if (parsed instanceof ParsedCommand.MakeGuardianKey key) {
                return GuardianServerProgram.makeKey(key, speech, out, errors);
            }
            if (parsed instanceof ParsedCommand.RunSession session) {
                return SessionProgram.run(session, folders, speech, out, errors);
            }
            if (parsed instanceof ParsedCommand.RunGuardian guardian) {
                return GuardianServerProgram.run(guardian, folders, speech, out, errors);
            }
            if (parsed instanceof ParsedCommand.RunBacktest backtest) {
                return new BacktestCommand(
                                backtest.settings(),
                                new PresetFile(folders.search("presets"), speech),
                                Version.build(),
                                Clock.systemUTC(),
                                speech,
                                out,
                                errors)
                        .run(RunningMark::takeAway);
            }
            if (parsed instanceof ParsedCommand.RunSweep sweep) {
                return new SweepCommand(
                                sweep.choice(),
                                new PresetFile(folders.search("presets"), speech),
                                Version.build(),
                                Clock.systemUTC(),
                                speech,
                                out,
                                errors)
                        .run();
            }
            if (parsed instanceof ParsedCommand.RunAttach attach) {
                return new AttachCommand(attach, environment, speech, out, errors).run(folders.desks());
            }
            if (parsed instanceof ParsedCommand.RunCtl ctl) {
                return new CtlCommand(ctl, speech, System.in, out, errors).run(folders.desks());
            }
            if (parsed instanceof ParsedCommand.RunDoctor doctor) {
                return new Doctor(doctor.settings(), folders, environment, speech, out)
                        .run(Clock.systemUTC(), System::nanoTime);
            }
            if (parsed instanceof ParsedCommand.RunNotifyTest) {
                return NotifyProgram.test(folders, environment, speech, out, errors);
            }
            return parsed instanceof ParsedCommand.RunDesk desk
                    ? new DeskProgram(desk.settings(), folders, environment, speech, out, errors).run()
                    : report(parsed, folders, speech, out, errors);
        } catch (IOException unreadable) {
            errors.println("makerdeck: " + speech.say(FileErrors.of(unreadable)));
            return ExitCode.USAGE;
        } catch (MistakeException wrong) {
            errors.println("makerdeck: " + speech.say(wrong));
            return ExitCode.USAGE;
        }
    }

    private static int report(
            ParsedCommand parsed, Folders folders, Speech speech, PrintStream out, PrintStream errors) {
        if (parsed instanceof ParsedCommand.RunReport report) {
            return new ReportCommand(report.choice(), speech).run(folders.journal(), Clock.systemUTC(), out, errors);
        }
        if (parsed instanceof ParsedCommand.RunExport export) {
            return new ExportCommand(export.choice(), speech).run(folders.journal(), out, errors);
        }
        throw new IllegalStateException("nothing to run");
    }

    /** As the operator has set it: the launcher gives the JVM a locale of its own, for the names of files. */
    private static Map<String, String> environment() {
        var environment = new HashMap<>(System.getenv());
        var locale = environment.remove("MAKERDECK_LC_ALL");
        if (locale != null && locale.isEmpty()) {
            environment.remove("LC_ALL");
        } else if (locale != null) {
            environment.put("LC_ALL", locale);
        }
        return environment;
    }

    /** Whatever the locale: a text is never turned into question marks. */
    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    /** The operator's own error stream, which the launcher keeps open while the JVM's goes to a file. */
    private static PrintStream errors() {
        var kept = System.getProperty("makerdeck.errors");
        if (kept == null) {
            return utf8(FileDescriptor.err);
        }
        try {
            return new PrintStream(new FileOutputStream(kept, true), true, StandardCharsets.UTF_8);
        } catch (FileNotFoundException closed) {
            return utf8(FileDescriptor.out);
        }
    }
}
