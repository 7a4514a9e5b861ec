package makerdeck;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import makerdeck.backpack.server.BackpackServer;
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
            var life = new VenueLife(speech, errors);
            Thread.setDefaultUncaughtExceptionHandler(life);
            var venue = EmbeddedVenue.of(asked.venue())
                    .open(asked.port(), Clock.systemUTC(), ServerListener.NONE, Duration.ZERO)
                    .server();
            out.println("BACKPACK_API_URL=" + venue.apiUrl());
            out.println("BACKPACK_WS_URL=" + venue.wsUrl());
            out.println("BACKPACK_KEY=" + venue.credentials().publicKey());
            out.println("BACKPACK_SECRET=" + venue.credentials().secret());
            out.println("BACKPACK_READ_KEY=" + venue.readOnlyCredentials().publicKey());
            out.println("BACKPACK_READ_SECRET=" + venue.readOnlyCredentials().secret());
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
            return serve(venue, life);
        } catch (IOException | MistakeException refused) {
            errors.println("makerdeck: " + speech.say(FileErrors.of(refused)));
            return ExitCode.USAGE;
        }
    }

    private static boolean isRecorded(ParsedCommand.RunVenue asked) {
        return !asked.venue().replay().isEmpty();
    }

    private static int serve(BackpackServer venue, VenueLife life) throws InterruptedException {
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitEnd(life, stopped), "stop"));
        int code = life.await();
        venue.close();
        stopped.countDown();
        return code;
    }

    private static void awaitEnd(VenueLife life, CountDownLatch stopped) {
        life.end();
        try {
            stopped.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        RunningMark.takeAway();
        Runtime.getRuntime().halt(life.await());
    }
}
