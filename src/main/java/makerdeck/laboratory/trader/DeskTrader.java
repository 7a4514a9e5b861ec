package makerdeck.laboratory.trader;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import makerdeck.command.DeskCommand;
import makerdeck.engine.Engine;
import makerdeck.engine.EnginePorts;
import makerdeck.engine.JournalPort;
import makerdeck.engine.input.EngineSettings;
import makerdeck.engine.input.Input;
import makerdeck.engine.input.PresetStore;
import makerdeck.engine.input.VenueControl;
import makerdeck.journal.Entry;
import makerdeck.journal.RestoredBooks;
import makerdeck.snapshot.Mode;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.venue.Venue;
import makerdeck.venue.VenueEvent;

/** The desk: its engine, turned by hand. */
public final class DeskTrader implements Trader {

    private static final int TAG = 1;

    private static final PresetStore NO_PRESETS = new PresetStore() {
        @Override
        public void read(String name) {}

        @Override
        public void write(String name, Map<String, String> values, boolean replace) {}
    };

    private final Venue venue;
    private final Engine engine;

    /** @param journal takes what the desk writes down */
    public DeskTrader(Parameters parameters, String symbol, Venue venue, Clock clock, Consumer<Entry> journal) {
        this.venue = venue;
        engine = new Engine(
                new EngineSettings(
                        Mode.SIM,
                        "laboratory",
                        symbol,
                        parameters.with(Map.of(Parameter.DURATION.key(), "0")),
                        Map.of(),
                        true,
                        TAG,
                        false),
                new EnginePorts(
                        venue,
                        VenueControl.NONE,
                        clock,
                        event -> {},
                        new JournalPort(RestoredBooks.NONE, journal, numbers(), false),
                        NO_PRESETS));
    }

    private static Supplier<OptionalLong> numbers() {
        var next = new AtomicLong();
        return () -> OptionalLong.of(next.getAndIncrement());
    }

    @Override
    public void start() {
        venue.start();
    }

    @Override
    public void on(VenueEvent event) {
        engine.step(new Input.FromVenue(event));
    }

    @Override
    public void tick(Instant now) {
        engine.step(new Input.Tick(now));
    }

    @Override
    public void leave(Instant now) {
        engine.step(new Input.FromOperator(now, "quit", new DeskCommand.Quit(false)));
    }

    @Override
    public boolean hasLeft() {
        return engine.outcome().isPresent();
    }
}
