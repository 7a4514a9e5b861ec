package makerdeck.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import makerdeck.domain.Side;
import makerdeck.engine.execution.OrderGateway;
import makerdeck.engine.execution.Requoter;
import makerdeck.engine.input.EngineSettings;
import makerdeck.engine.input.Inbox;
import makerdeck.engine.input.Input;
import makerdeck.engine.input.StepWatch;
import makerdeck.engine.input.TickTask;
import makerdeck.engine.lifecycle.DarkWatch;
import makerdeck.engine.lifecycle.HaltSwitch;
import makerdeck.engine.lifecycle.QuotePermission;
import makerdeck.engine.lifecycle.Shutdown;
import makerdeck.engine.lifecycle.ShutdownResult;
import makerdeck.engine.lifecycle.TradingState;
import makerdeck.engine.lifecycle.UptimeCount;
import makerdeck.engine.log.LateListener;
import makerdeck.engine.publish.SessionEnd;
import makerdeck.engine.publish.SnapshotPublisher;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.venue.Venue;
import makerdeck.venue.VenueEvent;
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
    private final InputDispatcher dispatcher;
    private final TickTask afterInput;
    private final QuotePermission permission;
    private final DarkWatch dark;
    private final UptimeCount uptime;
    private final Requoter requoter;
    private final TradingState trading;
    private final Shutdown shutdown;
    private final SessionEnd end;
    private final HaltSwitch haltSwitch;
    private final OrderGateway gateway;
    private final OrderEventRelay relay;
    private final LateListener listeners;
    private final SnapshotPublisher publisher;
    private final StepWatch stepWatch;

    // Engine thread only.
    private Instant ticked;

    // Written by the engine thread, read by any.
    private volatile @Nullable ShutdownResult outcome;

    public Engine(EngineSettings settings, EnginePorts ports) {
        clock = ports.clock();
        venue = ports.venue();
        var wiring = new EngineWiring(settings, ports);
        dispatcher = wiring.dispatcher;
        afterInput = wiring.afterInput;
        permission = wiring.session.permission;
        dark = wiring.dark;
        uptime = wiring.uptime;
        requoter = wiring.quoting.requoter;
        trading = wiring.session.trading;
        shutdown = wiring.session.shutdown;
        end = wiring.end;
        haltSwitch = wiring.session.haltSwitch;
        gateway = wiring.limits.gateway;
        relay = wiring.known.relay;
        listeners = wiring.known.listeners;
        publisher = wiring.publisher;
        stepWatch = ports.watch();
        ticked = clock.instant();
        var halted = ports.journalPort().halted();
        if (halted != null) {
            var at = halted.at().truncatedTo(ChronoUnit.SECONDS);
            haltSwitch.halt(HaltSwitch.Cause.EARLIER, Message.of("engine.halt.earlier", at, halted.reason()));
        }
        if (!settings.quotesAtOnce()) {
            for (var side : Side.values()) {
                wiring.known.sideStates.of(side).pause(null);
            }
        }
        listeners.tell();
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
        stepWatch.begin();
        var sent = gateway.sent();
        try {
            turn(input);
        } catch (RuntimeException | Error unforeseen) {
            Logger.error(unforeseen, "halting: {} failed", input);
            fail(unforeseen);
        }
        stepWatch.end(input, gateway.sent() != sent);
    }

    private void turn(Input input) {
        if (input instanceof Input.Tick tick) {
            ticked = tick.at();
        }
        var moves = dispatcher.handle(input);
        var now = clock.instant();
        afterInput.tick(now);
        if (moves && !shutdown.isStopping()) {
            requoter.review(false);
        }
        finish(now, input);
    }

    private void finish(Instant now, Input input) {
        var obstacles = permission.now(now);
        dark.look(now, obstacles);
        trading.update(now, obstacles);
        uptime.count(now, obstacles, isMarketData(input));
        var left = shutdown.outcome();
        try {
            if (left != null) {
                end.left(now, left);
            }
            listeners.tell();
            publisher.publish(now, relay.take() || left != null || !isMarketData(input));
        } finally {
            // Whatever goes wrong with the report: a desk that has left does not stay.
            outcome = left;
        }
    }

    private static boolean isMarketData(Input input) {
        return input instanceof Input.FromVenue from
                && (from.event() instanceof VenueEvent.BookMoved || from.event() instanceof VenueEvent.Traded);
    }

    private void fail(Throwable unforeseen) {
        try {
            haltSwitch.halt(HaltSwitch.Cause.DEFECT, Message.of("engine.halt.defect", unforeseen));
            gateway.cancelAll(order -> true);
            var now = clock.instant();
            trading.update(now, permission.now(now));
            listeners.tell();
            publisher.publish(now, true);
        } catch (RuntimeException | Error again) {
            Logger.error(again, "could not halt in order");
            throw again;
        } finally {
            listeners.tell();
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
