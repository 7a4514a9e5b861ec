package makerdeck.backpack.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import makerdeck.backpack.client.base.Backoff;
import makerdeck.backpack.client.base.EventSink;
import makerdeck.backpack.client.base.MarketRules;
import makerdeck.backpack.client.calls.ClockSync;
import makerdeck.backpack.client.calls.MarketRulesReader;
import makerdeck.backpack.client.http.RestClient;
import makerdeck.message.Message;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import org.tinylog.Logger;

/**
 * Gets the venue's time and rules, however often it takes. A venue on a busy machine needs long for its first
 * answers, so each attempt waits longer for them. Client thread only.
 */
final class Bootstrap {

    private static final Duration FIRST_PATIENCE = Duration.ofSeconds(3);
    private static final Duration MOST_PATIENCE = Duration.ofSeconds(20);

    private final RestClient rest;
    private final ClockSync clockSync;
    private final MarketRulesReader rulesReader;
    private final EventSink sink;
    private final Backoff backoff;
    private final BiConsumer<Duration, Runnable> later;
    private final Consumer<MarketRules> opened;
    private final CompletableFuture<VenueEvent> firstAnswer = new CompletableFuture<>();

    private int attempts;

    /**
     * @param backoff between two attempts
     * @param later runs a task after a while
     * @param opened hears of the rules, once
     */
    Bootstrap(
            RestClient rest,
            ClockSync clockSync,
            String symbol,
            EventSink sink,
            Backoff backoff,
            BiConsumer<Duration, Runnable> later,
            Consumer<MarketRules> opened) {
        this.rest = rest;
        this.clockSync = clockSync;
        this.rulesReader = new MarketRulesReader(rest, symbol);
        this.sink = sink;
        this.backoff = backoff;
        this.later = later;
        this.opened = opened;
    }

    CompletableFuture<VenueEvent> firstAnswer() {
        return firstAnswer;
    }

    void attempt() {
        var patience = FIRST_PATIENCE.multipliedBy(1 + attempts++);
        rest.patience(patience.compareTo(MOST_PATIENCE) > 0 ? MOST_PATIENCE : patience);
        clockSync.readAfresh(
                () -> rulesReader.read(this::succeeded, this::failed),
                why -> tryAgain(Message.of("client.unreachable", why.message())));
    }

    private void succeeded(MarketRules rules) {
        rest.patience(null);
        tell(new VenueEvent.MarketRead(sink.now(), rules.market(), rules.fees()));
        opened.accept(rules);
    }

    private void failed(MarketRulesReader.Failure failure) {
        if (failure.hopeless()) {
            tell(failure.unusable(sink.now()));
        } else {
            tryAgain(failure.line());
        }
    }

    private void tryAgain(Message reason) {
        Logger.warn("not connected: {}", reason);
        var wait = backoff.next();
        var line = Message.of("client.trying-again", reason, attempts, wait.toSeconds() + 1);
        sink.tell(new VenueEvent.StreamDown(sink.now(), Stream.PUBLIC, line));
        later.accept(wait, this::attempt);
    }

    /** What the venue itself has said: the first such event is the first answer. */
    void tell(VenueEvent event) {
        sink.tell(event);
        firstAnswer.complete(event);
    }
}
