package makerdeck;

import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Consumer;
import makerdeck.backpack.server.ServerRuntime;
import makerdeck.backpack.server.SessionServer;
import makerdeck.backpack.server.session.SessionListener;
import makerdeck.capture.SessionFolder;
import makerdeck.logging.LogFile;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.process.FileErrors;
import makerdeck.process.Threads;
import makerdeck.settings.Folders;
import makerdeck.settings.ParsedCommand;
import makerdeck.words.Speech;

/** {@code makerdeck venue --replay-session}: a venue that answers as a captured session did, until told to stop. */
final class SessionProgram {

    /** Requests that are named one by one; of the rest only the number is told. */
    private static final int MOST_NAMED = 200;

    private SessionProgram() {}

    /** Serves until a signal comes or one of its threads dies; returns the exit code. */
    static int run(ParsedCommand.RunSession asked, Folders folders, Speech speech, PrintStream out, PrintStream errors)
            throws InterruptedException {
        try {
            folders.create();
            LogFile.open(folders.state(), "makerdeck");
            var life = new ServingLife(speech, errors, "program.venue.died");
            Thread.setDefaultUncaughtExceptionHandler(life);
            Consumer<Message> say = line -> {
                out.println(speech.say(line));
                out.flush();
            };
            var session = SessionFolder.of(asked.session());
            var venue = SessionServer.open(
                    session::read,
                    asked.speed(),
                    asked.port(),
                    new ServerRuntime(Threads::daemons, Clock.systemUTC(), new SecureRandom()),
                    new Told(say));
            VenueAddress.variables(venue.apiUrl(), venue.wsUrl(), venue.credentials(), venue.readOnlyCredentials())
                    .forEach(out::println);
            introduce(session, say);
            return life.serve(() -> {
                say.accept(words("program.session.tally", venue.tally()));
                venue.close();
            });
        } catch (IOException | MistakeException refused) {
            errors.println("makerdeck: " + speech.say(FileErrors.of(refused)));
            return ExitCode.USAGE;
        }
    }

    /** What is played, and what is missing in it. */
    private static void introduce(SessionFolder session, Consumer<Message> say) {
        say.accept(Message.of(
                "program.session.of",
                session.about().getOrDefault("symbol", "?"),
                session.began(),
                (long) session.files().size(),
                (long) session.others()));
        try (var reader = session.read()) {
            while (reader.hasNext()) {
                var unused = reader.next();
            }
            reader.troubles().forEach(say);
        }
    }

    private static Message words(String key, SessionListener.Tally tally) {
        return Message.of(key, tally.frames(), tally.placed(), tally.orders(), tally.untold(), tally.strange());
    }

    /** The session's thread. */
    private static final class Told implements SessionListener {

        private final Consumer<Message> say;
        private int named;

        Told(Consumer<Message> say) {
            this.say = say;
        }

        @Override
        public void notInSession(String what) {
            if (named++ < MOST_NAMED) {
                say.accept(Message.of("program.session.strange", what));
            }
        }

        @Override
        public void over(Tally tally) {
            say.accept(words("program.session.over", tally));
        }
    }
}
