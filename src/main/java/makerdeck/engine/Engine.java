package makerdeck.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import makerdeck.domain.Side;
import makerdeck.engine.execution.OrderGateway;
import makerdeck.engine.execution.Requoter;
import makerdeck.engine.input.EngineSettings;
import makerdeck.engine.input.Inbox;
import makerdeck.engine.input.Input;
import makerdeck.engine.input.TickTask;
import makerdeck.engine.lifecycle.HaltSwitch;
import makerdeck.engine.lifecycle.Shutdown;
import makerdeck.engine.lifecycle.ShutdownResult;
import makerdeck.engine.lifecycle.TradingState;
import makerdeck.engine.publish.SessionEnd;
import makerdeck.engine.publish.SnapshotPublisher;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.venue.Venue;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Words;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The desk: the single writer of everything it knows. Takes one input at a time, decides, asks the
 * venue, publishes a snapshot.
 *
 * <p>Engine thread only, except {@link #snapshot} and {@link #outcome}.
 */
public final class Engine {

    private static final Duration TICK = Duration.ofMillis(100);

    private final Clock clock;
    private final Venue venue;
    private final InputDispatcher switchboard;
    private final TickTask afterInput;
    private final TickTask watch;
    private final TickTask count;
    private final Requoter quoting;
    private final TradingState status;
    private final Shutdown stopper;
    private final SessionEnd end;
    private final HaltSwitch halting;
    private final OrderGateway desk;
    private final OrderEventRelay news;
    private final SnapshotPublisher publisher;

    // Engine thread only.
    private Instant ticked;

    // Written by the engine thread, read by any.
    private volatile @Nullable ShutdownResult outcome;

    public Engine(EngineSettings settings, EnginePorts links) {
        clock = links.clock();
        venue = links.venue();
        var parts = new EngineWiring(settings, links);
        switchboard = parts.switchboard;
        afterInput = parts.afterInput;
        watch = parts.watch;
        count = parts.count;
        quoting = parts.quoting.quoting;
        status = parts.session.status;
        stopper = parts.session.stopper;
        end = parts.end;
        halting = parts.session.halting;
        desk = parts.limits.desk;
        news = parts.known.news;
        publisher = parts.publisher;
        ticked = clock.instant();
        if (!settings.quotesAtOnce()) {
            for (var side : Side.values()) {
                parts.known.guards.of(side).pause(null);
            }
        }
    }

    /** Connects; then takes inputs until the desk has stopped, and tells how it left. */
    public ShutdownResult run(Inbox inbox) throws InterruptedException {
        venue.start();
        while (outcome == null) {
            var wait = Duration.between(clock.instant(), ticked.plus(TICK));
            var input = wait.isNegative() || wait.isZero() ? Optional.<Input>empty() : inbox.take(wait);
            if (!clock.instant().isBefore(ticked.plus(TICK))) {
                // Before anything else: after a stop of the process the tick is what tells how long it was.
                step(new Input.Tick(clock.instant()));
            }
            input.ifPresent(this::step);
        }
        return outcome;
    }

    /**
     * One turn of the crank. What goes wrong halts the desk; throws only when not even that is possible: then the
     * thread had better end, and the guardian look after the orders.
     */
    public void step(Input input) {
        try {
            turn(input);
        } catch (RuntimeException | Error unforeseen) {
            Logger.error(unforeseen, "halting: {} failed", input);
            fail(unforeseen);
        }
    }

    private void turn(Input input) {
        if (input instanceof Input.Tick tick) {
            ticked = tick.at();
        }
        var moves = switchboard.handle(input);
        var now = clock.instant();
        afterInput.tick(now);
        if (moves && !stopper.isStopping()) {
            quoting.review(false);
        }
        finish(now, input);
    }

    private void finish(Instant now, Input input) {
        watch.tick(now);
        status.update(now);
        count.tick(now);
        var left = stopper.outcome();
        if (left != null) {
            end.left(now, left);
        }
        publisher.publish(now, news.take() || left != null || !isMarketData(input));
        outcome = left;
    }

    private static boolean isMarketData(Input input) {
        return input instanceof Input.FromVenue from
                && (from.event() instanceof VenueEvent.BookMoved || from.event() instanceof VenueEvent.Traded);
    }

    private void fail(Throwable unforeseen) {
        try {
            halting.halt(Words.say("engine.halt.defect", unforeseen), true);
            desk.cancelAll(order -> true);
            status.update(clock.instant());
            publisher.publish(clock.instant(), true);
        } catch (RuntimeException | Error again) {
            Logger.error(again, "could not halt in order");
            throw again;
        }
    }

    /** The latest frame. Any thread; never blocks. */
    public DeskSnapshot snapshot() {
        return publisher.latest();
    }

    /** How the desk left; empty while it has not. Any thread; never blocks. */
    public Optional<ShutdownResult> outcome() {
        return Optional.ofNullable(outcome);
    }
}
