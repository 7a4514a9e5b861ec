package makerdeck.embedded;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import makerdeck.clock.SteppedClock;
import makerdeck.engine.Engine;
import makerdeck.engine.EnginePorts;
import makerdeck.engine.JournalPort;
import makerdeck.engine.RecordedPresets;
import makerdeck.engine.input.EngineSettings;
import makerdeck.engine.input.Inbox;
import makerdeck.engine.input.Input;
import makerdeck.engine.input.VenueControl;
import makerdeck.journal.Entry;
import makerdeck.journal.RestoredBooks;
import makerdeck.laboratory.trader.DeskTrader;
import makerdeck.snapshot.Mode;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.venue.Venue;
import org.jspecify.annotations.Nullable;

/**
 * A desk behind a real line and, beside it, the one of a backtest, which hears the same at the same time and whose own
 * requests go nowhere: whatever only one of the two asks or writes down is a difference that no line explains.
 *
 * <p>One thread, by {@link #run}.
 */
final class TwinDesks {

    private static final Duration TICK = Duration.ofMillis(100);
    private static final int TAG = 1;

    private final Clock real;
    private final SteppedClock clock;
    private final Inbox inbox;
    private final Venue venue;
    private final Engine desk;
    private final DeskTrader twin;
    private final Deque<String> deskDid = new ArrayDeque<>();
    private final Deque<String> twinDid = new ArrayDeque<>();
    private long deeds;
    private @Nullable String difference;

    /** @param journal takes what the desk behind the line writes down */
    TwinDesks(Parameters parameters, Clock real, Inbox inbox, Venue venue, Consumer<Entry> journal) {
        this.real = real;
        this.inbox = inbox;
        clock = new SteppedClock(real.instant());
        this.venue = watched(venue, deskDid);
        var next = new AtomicLong();
        desk = new Engine(
                new EngineSettings(Mode.TEST, "test", "SOL_USDC", parameters, Map.of(), true, TAG),
                new EnginePorts(
                        this.venue,
                        VenueControl.NONE,
                        clock,
                        event -> {},
                        new JournalPort(
                                RestoredBooks.NONE,
                                entry -> {
                                    deskDid.add(entry.toString());
                                    journal.accept(entry);
                                },
                                () -> OptionalLong.of(next.getAndIncrement()),
                                false),
                        new RecordedPresets()));
        twin = new DeskTrader(
                parameters, "SOL_USDC", watched(null, twinDid), clock, entry -> twinDid.add(entry.toString()));
    }

    /** Writes down what a venue is asked. */
    private static Venue watched(@Nullable Venue venue, Deque<String> asked) {
        return (Venue) Proxy.newProxyInstance(
                TwinDesks.class.getClassLoader(), new Class<?>[] {Venue.class}, (proxy, method, arguments) -> {
                    asked.add(method.getName() + (arguments == null ? "" : Arrays.toString(arguments)));
                    try {
                        return venue == null ? null : method.invoke(venue, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    /** Until the thread is interrupted. */
    void run() {
        try {
            venue.start();
            twin.start();
            var ticked = clock.instant();
            while (!Thread.currentThread().isInterrupted()) {
                var wait = Duration.between(real.instant(), ticked.plus(TICK));
                var input = wait.isNegative() || wait.isZero() ? Optional.<Input>empty() : inbox.take(wait);
                clock.set(real.instant());
                if (!clock.instant().isBefore(ticked.plus(TICK))) {
                    ticked = clock.instant();
                    step(new Input.Tick(ticked));
                }
                input.ifPresent(this::step);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void step(Input input) {
        desk.step(input);
        if (input instanceof Input.Tick tick) {
            twin.tick(tick.at());
        } else if (input instanceof Input.FromVenue heard) {
            twin.on(heard.event());
        } else {
            throw new IllegalStateException("a backtest never hears " + input);
        }
        while (difference == null && !(deskDid.isEmpty() && twinDid.isEmpty())) {
            var one = deskDid.poll();
            var other = twinDid.poll();
            if (one == null || !one.equals(other)) {
                difference = "after " + deeds + " at " + input + ": over the line " + one + ", backtest " + other;
            }
            deeds++;
        }
    }

    /** Requests and entries of the journal so far. After the run. */
    long deeds() {
        return deeds;
    }

    /** The first thing that only one of them did. After the run. */
    Optional<String> difference() {
        return Optional.ofNullable(difference);
    }
}
