package makerdeck.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import makerdeck.engine.input.Input;
import makerdeck.engine.input.TickTask;
import makerdeck.engine.lifecycle.GuardianWatch;
import makerdeck.engine.lifecycle.LagWatch;
import makerdeck.engine.lifecycle.ProgramNews;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.operator.CommandHandler;
import makerdeck.engine.operator.PresetCommands;
import org.jspecify.annotations.Nullable;

/** Takes each input where it belongs and watches that none comes late. Engine thread only. */
final class InputDispatcher implements Input.Listener {

    private final VenueEventHandler venue;
    private final CommandHandler commands;
    private final PresetCommands presets;
    private final ProgramNews program;
    private final TickTask ticks;
    private final LagWatch lag;
    private final ConnectionState connection;
    private final GuardianWatch guardians;
    private final Clock clock;
    private @Nullable Instant ticked;
    private boolean moves;

    InputDispatcher(
            VenueEventHandler venue,
            CommandHandler commands,
            PresetCommands presets,
            ProgramNews program,
            TickTask ticks,
            LagWatch lag,
            ConnectionState connection,
            GuardianWatch guardians,
            Clock clock) {
        this.venue = venue;
        this.commands = commands;
        this.presets = presets;
        this.program = program;
        this.ticks = ticks;
        this.lag = lag;
        this.connection = connection;
        this.guardians = guardians;
        this.clock = clock;
    }

    /** Whether quotes may have to move because of it. */
    boolean handle(Input input) {
        moves = true;
        input.deliverTo(this);
        return moves;
    }

    @Override
    public void on(Input.FromVenue input) {
        var event = input.event();
        var now = clock.instant();
        lag.late(Duration.between(event.at(), now), now);
        event.deliverTo(venue);
        moves = venue.concernsQuotes(event);
    }

    @Override
    public void on(Input.FromOperator input) {
        commands.obey(input);
    }

    @Override
    public void on(Input.Notice input) {
        program.on(input);
        moves = false;
    }

    @Override
    public void on(Input.PresetRead input) {
        presets.read(input);
    }

    @Override
    public void on(Input.JournalReport input) {
        program.on(input);
    }

    @Override
    public void on(Input.ThreadDied input) {
        program.on(input);
    }

    @Override
    public void on(Input.Guarded input) {
        connection.guardian(input.guardian());
        program.on(input, clock.instant());
        moves = false;
    }

    @Override
    public void on(Input.GuardedFrom input) {
        guardians.on(input);
    }

    @Override
    public void on(Input.Tick input) {
        var now = clock.instant();
        if (ticked != null) {
            lag.late(Duration.between(ticked, input.at()), now);
        }
        ticked = input.at();
        ticks.tick(now);
    }
}
