package makerdeck.engine;

import java.time.Clock;
import java.util.function.Consumer;
import makerdeck.engine.input.PresetStore;
import makerdeck.engine.input.RecordControl;
import makerdeck.engine.input.StepWatch;
import makerdeck.engine.input.VenueControl;
import makerdeck.snapshot.DeskEvent;
import makerdeck.venue.Venue;

/**
 * What a desk is connected to.
 *
 * @param listener told of everything that happens, in order, on the engine thread; must not block
 */
public record EnginePorts(
        Venue venue,
        VenueControl control,
        Clock clock,
        Consumer<DeskEvent> listener,
        JournalPort journalPort,
        PresetStore presets,
        RecordControl recording,
        StepWatch watch) {

    /** Without a recording, and with nobody who measures. */
    public EnginePorts(
            Venue venue,
            VenueControl control,
            Clock clock,
            Consumer<DeskEvent> listener,
            JournalPort journalPort,
            PresetStore presets) {
        this(venue, control, clock, listener, journalPort, presets, RecordControl.NONE, StepWatch.NONE);
    }
}
