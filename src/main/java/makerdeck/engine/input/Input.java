package makerdeck.engine.input;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import makerdeck.command.DeskCommand;
import makerdeck.message.Message;
import makerdeck.snapshot.GuardianState;
import makerdeck.snapshot.Severity;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/** One thing the engine reacts to. A recorded list of these with a stepped clock replays a session. Immutable. */
public sealed interface Input {

    void deliverTo(Listener listener);

    /** One method per kind, so that a new kind breaks every handler at compile time. */
    interface Listener {
        void on(FromVenue input);

        void on(FromOperator input);

        void on(Notice input);

        void on(PresetRead input);

        void on(JournalReport input);

        void on(ThreadDied input);

        void on(Guarded input);

        void on(GuardedFrom input);

        void on(Tick input);
    }

    record FromVenue(VenueEvent event) implements Input {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * A command for the desk.
     *
     * @param at when it was offered
     * @param asker who is answered, 0 for the desk's own screen or input
     * @param line as typed, for the log
     */
    record FromOperator(Instant at, long asker, String line, DeskCommand command) implements Input {

        /** From the desk's own screen or input. */
        public FromOperator(Instant at, String line, DeskCommand command) {
            this(at, 0, line, command);
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** Time passed: timers are inputs too. */
    record Tick(Instant at) implements Input {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * How the journal does.
     *
     * @param failure why it cannot write, null when it can again
     */
    record JournalReport(Instant at, @Nullable Message failure) implements Input {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * A thread of the program ended by what nobody had foreseen: whatever it was for is not done any more.
     *
     * @param why in one line
     */
    record ThreadDied(Instant at, String thread, String why) implements Input {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** How the guardian does. */
    record Guarded(GuardianState guardian) implements Input {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * How the guardian of another machine does.
     *
     * @param address where it listens, as the operator has written it
     */
    record GuardedFrom(Instant at, String address, GuardianState guardian) implements Input {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** What a preset's file says, which the desk asked for. */
    record PresetRead(Instant at, String name, Map<String, String> values) implements Input {

        public PresetRead {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** Something about the surroundings; an alert unless it is only information. */
    record Notice(Instant at, Severity severity, Message text) implements Input {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }
}
