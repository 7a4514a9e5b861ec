package makerdeck.embedded;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import makerdeck.backpack.client.PublicMarket;
import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.backpack.server.BackpackServer;
import makerdeck.backpack.server.base.ServerListener;
import makerdeck.domain.Candle;
import makerdeck.domain.Market;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.message.Said;
import makerdeck.process.Threads;
import makerdeck.recorder.RecordedWords;
import makerdeck.settings.PublicAddress;
import makerdeck.simulator.faults.Fault;
import makerdeck.venue.MarketWitness;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/**
 * A real market's public streams, handed on word for word to an embedded venue whose market they are. Nothing ever goes
 * back: there is no key. While the real streams are broken, those of the embedded venue break too.
 */
public final class PaperMarket implements MarketWitness, AutoCloseable {

    /** Longer than any outage: its end is told. */
    private static final Duration OUTAGE = Duration.ofDays(1);

    /** As far as a desk looks back. */
    private static final Duration PAST = Duration.ofHours(1);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Clock clock;
    private final ServerListener listener;
    private final PublicMarket market;
    private final CompletableFuture<Market> rules = new CompletableFuture<>();
    private final CompletableFuture<Picture> book = new CompletableFuture<>();
    private final CompletableFuture<List<Candle>> past = new CompletableFuture<>();

    // The thread of the market's client.
    private @Nullable RecordedWords words;
    private final Deque<String> waiting = new ArrayDeque<>();
    private @Nullable BackpackServer venue;
    private boolean down;

    private volatile Message obstacle = Message.of("client.connection.no-answer");

    /** The real market did not answer in time. */
    public static final class NotReachedException extends IOException implements Said {

        private static final long serialVersionUID = 1L;

        private final transient Message said;

        NotReachedException(Message said) {
            super(said.toString());
            this.said = said;
        }

        @Override
        public Message said() {
            return said;
        }
    }

    PaperMarket(String symbol, PublicAddress address, Clock clock, ServerListener listener) {
        this.clock = clock;
        this.listener = listener;
        var runtime = new ClientRuntime(
                clock, System::nanoTime, name -> Threads.daemons("tape-" + name), new SplittableRandom(clock.millis()));
        market = new PublicMarket(
                new BackpackSettings(symbol, address.rest(), address.socket()), runtime, this, this::heard);
        market.start();
    }

    /** What is traded there. Blocks; see {@link #await}. */
    Market rules(Duration longest) throws IOException {
        return await(rules, longest);
    }

    /** The first picture of its book. Blocks; see {@link #await}. */
    Picture book(Duration longest) throws IOException {
        return await(book, longest);
    }

    /**
     * What traded in the last hour, for whoever comes to learn from it; nothing when the market does not tell in time.
     * Blocks for at most a few seconds; only once {@link #rules} are known.
     */
    List<Candle> past() throws IOException {
        market.readCandles(clock.instant().minus(PAST));
        past.completeOnTimeout(List.of(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        return await(past, PATIENCE.multipliedBy(2));
    }

    /** Throws {@link MistakeException} when there is no such market, {@link NotReachedException} when none is reached. */
    private <T> T await(CompletableFuture<T> what, Duration longest) throws IOException {
        try {
            return what.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new NotReachedException(Message.of("program.paper.not-reached", obstacle));
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof MistakeException known) {
                throw known;
            }
            throw new IllegalStateException(refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotReachedException(Message.of("program.ending.interrupted"));
        }
    }

    /** Makes it the venue's market, with all that has come so far. Any thread. */
    void open(BackpackServer to) {
        market.between(() -> {
            venue = to;
            waiting.forEach(to::hear);
            waiting.clear();
        });
    }

    private void tell(String json) {
        var line = EmbeddedVenue.nanos(clock.instant()) + " " + json;
        if (venue == null) {
            waiting.add(line);
        } else {
            venue.hear(line);
        }
    }

    @Override
    public void rules(Market read) {
        words = new RecordedWords(read);
        rules.complete(read);
    }

    @Override
    public void updated(Update update) {
        try {
            if (words != null) {
                tell(words.update(update));
            }
        } catch (RecordedWords.UnreadableException odd) {
            broken(Message.of("program.paper.unreadable", odd.getMessage()));
        }
    }

    @Override
    public void printed(Print print) {
        try {
            if (words != null) {
                tell(words.print(print));
            }
        } catch (RecordedWords.UnreadableException odd) {
            listener.feedGap(Message.of("program.paper.unreadable", odd.getMessage()));
        }
    }

    @Override
    public void pictured(Picture picture) {
        try {
            tell(RecordedWords.picture(picture));
            book.complete(picture);
        } catch (RecordedWords.UnreadableException odd) {
            broken(Message.of("program.paper.unreadable", odd.getMessage()));
        }
    }

    @Override
    public void broken(Message why) {
        tell(RecordedWords.gap(""));
        listener.feedGap(why);
    }

    /** The market's client, on its thread. */
    private void heard(VenueEvent event) {
        if (event instanceof VenueEvent.Unusable unusable) {
            var why = new MistakeException(unusable.reason());
            rules.completeExceptionally(why);
            book.completeExceptionally(why);
        } else if (event instanceof VenueEvent.CandlesRead read) {
            past.complete(read.minutes());
        } else if (event instanceof VenueEvent.ReadFailed) {
            past.complete(List.of());
        } else if (event instanceof VenueEvent.StreamDown lost) {
            obstacle = lost.reason();
            outage(true);
        } else if (event instanceof VenueEvent.BookLost) {
            outage(true);
        } else if (event instanceof VenueEvent.BookMoved) {
            outage(false);
        }
    }

    /** A desk must not take a market that nobody hears for a quiet one. */
    private void outage(boolean begins) {
        var open = venue;
        if (open == null || begins == down) {
            return;
        }
        down = begins;
        if (begins) {
            open.faults().begin(Fault.WS_CLOSE, EmbeddedVenue.nanos(clock.instant()), OUTAGE);
        } else {
            open.faults().end(Fault.WS_CLOSE);
        }
    }

    @Override
    public void close() {
        market.close();
    }
}
