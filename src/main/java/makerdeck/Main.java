package makerdeck;

import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import makerdeck.settings.Folders;
import makerdeck.settings.Invocation;
import makerdeck.settings.Settings;

/** Starts what the command line asks for. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        // Kept: the screen swallows both later.
        var out = utf8(FileDescriptor.out);
        var errors = errors();
        var environment = System.getenv();
        var invocation = Settings.read(arguments, environment, out, errors);
        if (invocation instanceof Invocation.Answered answered) {
            System.exit(answered.exitCode());
        }
        var shipped = System.getProperty("makerdeck.folder");
        var folders = Folders.of(environment, shipped == null ? null : Path.of(shipped));
        if (invocation instanceof Invocation.RunVenue venue) {
            System.exit(VenueProgram.run(venue, folders, out, errors));
        } else if (invocation instanceof Invocation.RunReport report) {
            System.exit(ReportProgram.run(report.days(), folders.journal(), Clock.systemUTC(), out, errors));
        } else if (invocation instanceof Invocation.RunDesk desk) {
            System.exit(new DeskProgram(desk.settings(), folders, environment, out, errors).run());
        }
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
