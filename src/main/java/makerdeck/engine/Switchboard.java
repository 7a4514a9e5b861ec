package makerdeck.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import makerdeck.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/** Takes each input where it belongs and watches that none comes late. Engine thread only. */
final class Switchboard implements Input.Listener {

    private final VenueDesk venue;
    private final CommandDesk commands;
    private final Housekeeping housekeeping;
    private final Facts facts;
    private final Diary diary;
    private final Clock clock;
    private @Nullable Instant ticked;
    private boolean moves;

    Switchboard(
            VenueDesk venue, CommandDesk commands, Housekeeping housekeeping, Diary diary, Facts facts, Clock clock) {
        this.venue = venue;
        this.commands = commands;
        this.housekeeping = housekeeping;
        this.facts = facts;
        this.diary = diary;
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
        housekeeping.lagged(Duration.between(event.at(), now), now);
        event.deliverTo(venue);
        moves = venue.concernsQuotes(event);
    }

    @Override
    public void on(Input.FromOperator input) {
        commands.obey(input);
    }

    @Override
    public void on(Input.Notice input) {
        if (input.severity() == Severity.INFO) {
            diary.info(input.at(), input.text());
        } else {
            diary.alert(input.at(), input.severity(), input.text());
        }
        moves = false;
    }

    @Override
    public void on(Input.PresetRead input) {
        housekeeping.presetRead(input);
    }

    @Override
    public void on(Input.JournalReport input) {
        housekeeping.journal(input);
    }

    @Override
    public void on(Input.ThreadDied input) {
        housekeeping.threadDied(input);
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
            housekeeping.lagged(Duration.between(ticked, input.at()), now);
        }
        ticked = input.at();
        housekeeping.tick(now);
    }
}
