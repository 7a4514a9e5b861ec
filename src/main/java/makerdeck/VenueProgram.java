package makerdeck;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import makerdeck.backpack.server.base.ServerListener;
import makerdeck.embedded.EmbeddedVenue;
import makerdeck.embedded.EmbeddedVenueControl;
import makerdeck.embedded.VenueCommands;
import makerdeck.logging.LogFile;
import makerdeck.message.MistakeException;
import makerdeck.process.FileErrors;
import makerdeck.process.Threads;
import makerdeck.settings.Folders;
import makerdeck.settings.ParsedCommand;
import makerdeck.words.Speech;

/** {@code makerdeck venue}: the embedded venue alone, until the process is told to stop. */
final class VenueProgram {

    private VenueProgram() {}

    /** Serves until a signal comes or one of its threads dies; returns the exit code. */
    static int run(ParsedCommand.RunVenue asked, Folders folders, Speech speech, PrintStream out, PrintStream errors)
            throws InterruptedException {
        try {
            folders.create();
            LogFile.open(folders.state(), "makerdeck");
            var life = new ServingLife(speech, errors, "program.venue.died");
            Thread.setDefaultUncaughtExceptionHandler(life);
            var venue = EmbeddedVenue.of(asked.venue())
                    .open(asked.port(), Clock.systemUTC(), ServerListener.NONE, Duration.ZERO)
                    .server();
            VenueAddress.variables(venue.apiUrl(), venue.wsUrl(), venue.credentials(), venue.readOnlyCredentials())
                    .forEach(out::println);
            out.flush();
            if (asked.commands()) {
                var commands = new VenueCommands(new EmbeddedVenueControl(venue, Clock.systemUTC()), isRecorded(asked));
                var in = new InputStreamReader(System.in, StandardCharsets.UTF_8);
                Threads.start(
                        "stdin",
                        () -> commands.read(new BufferedReader(in), answer -> {
                            out.println(speech.say(answer));
                            out.flush();
                        }));
            }
            return life.serve(venue::close);
        } catch (IOException | MistakeException refused) {
            errors.println("makerdeck: " + speech.say(FileErrors.of(refused)));
            return ExitCode.USAGE;
        }
    }

    private static boolean isRecorded(ParsedCommand.RunVenue asked) {
        return !asked.venue().replay().isEmpty();
    }
}
