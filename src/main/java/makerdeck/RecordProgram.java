package makerdeck;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import makerdeck.backpack.client.PublicMarket;
import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.logging.LogFile;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.process.FileErrors;
import makerdeck.process.SteadyClock;
import makerdeck.process.Threads;
import makerdeck.recorder.MarketRecorder;
import makerdeck.recorder.RecordingFile;
import makerdeck.settings.Folders;
import makerdeck.settings.ParsedCommand;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Language;
import makerdeck.words.Speech;

/** {@code makerdeck record}: a market's public streams into files, without a key, until the process is told to stop. */
final class RecordProgram {

    private RecordProgram() {}

    /** Records until a signal comes or the venue has no such market; returns the exit code. */
    static int run(ParsedCommand.RunRecord asked, Folders folders, Speech speech, PrintStream out, PrintStream errors)
            throws InterruptedException {
        try {
            folders.create();
            LogFile.open(folders.state(), "makerdeck");
            // A recording that goes on without its writer would look like one.
            var life = new ServingLife(speech, errors, "program.record.died");
            Thread.setDefaultUncaughtExceptionHandler(life);
            Consumer<Message> say = line -> {
                out.println(speech.say(line));
                out.flush();
            };
            var clock = new SteadyClock(Clock.systemUTC(), System::nanoTime);
            var english = new Speech(Language.ENGLISH);
            var into = asked.out() == null ? folders.recordings() : asked.out();
            RecordingFile.prepare(into);
            var recorder = new MarketRecorder(into, clock, english::say, told(say));
            var runtime =
                    new ClientRuntime(clock, System::nanoTime, Threads::daemons, new SplittableRandom(clock.millis()));
            var address = asked.address();
            say.accept(Message.of("program.record.market", asked.symbol(), address.rest()));
            var settings = new BackpackSettings(asked.symbol(), address.rest(), address.socket());
            try (var market = new PublicMarket(settings, runtime, recorder, event -> {
                if (event instanceof VenueEvent.Unusable unusable) {
                    errors.println("makerdeck: " + speech.say(unusable.reason()));
                    life.end(ExitCode.REFUSED);
                }
                about(event, say);
            })) {
                recorder.start();
                market.start();
                // Whatever ends it, what was heard is written first.
                return life.serve(recorder::close);
            }
        } catch (IOException | MistakeException refused) {
            errors.println("makerdeck: " + speech.say(FileErrors.of(refused)));
            return ExitCode.USAGE;
        }
    }

    private static void about(VenueEvent event, Consumer<Message> say) {
        if (event instanceof VenueEvent.StreamUp) {
            say.accept(Message.of("program.record.up"));
        } else if (event instanceof VenueEvent.StreamDown down) {
            say.accept(Message.of("program.record.down", down.reason()));
        }
    }

    private static MarketRecorder.Listener told(Consumer<Message> say) {
        return new MarketRecorder.Listener() {
            @Override
            public void opened(Path file) {
                say.accept(Message.of("program.record.file", file));
            }

            @Override
            public void failed(Message why) {
                say.accept(why);
            }
        };
    }
}
