package makerdeck.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes each input where it belongs and watches that none comes late. Engine thread only. */
final class Switchboard implements Input.Listener {

    private final VenueDesk venue;
    private final CommandDesk commands;
    private final PresetDesk presets;
    private final ProgramNews program;
    private final TickTask ticks;
    private final LagWatch lag;
    private final Facts facts;
    private final Clock clock;
    private @Nullable Instant ticked;
    private boolean moves;

    Switchboard(
            VenueDesk venue,
            CommandDesk commands,
            PresetDesk presets,
            ProgramNews program,
            TickTask ticks,
            LagWatch lag,
            Facts facts,
            Clock clock) {
        this.venue = venue;
        this.commands = commands;
        this.presets = presets;
        this.program = program;
        this.ticks = ticks;
        this.lag = lag;
        this.facts = facts;
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
        facts.guarding(input.guarding());
        moves = false;
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
