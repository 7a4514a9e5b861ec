package makerdeck.command;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/** What the engine carries out and answers. */
public sealed interface DeskCommand extends Command {

    void deliverTo(Listener listener);

    /** Whether it only tells something: the desk and its alerts are as before. */
    default boolean changesNothing() {
        return this instanceof GetParameter
                || this instanceof DiffPreset
                || this instanceof UndoList
                || this instanceof Show
                || this instanceof Why
                || this instanceof Curve
                || this instanceof Rebalance rebalance && rebalance.mode() == Rebalance.Mode.DRY
                || this instanceof Rehearse rehearse && rehearse.what() == Rehearse.What.FAULTS
                || this instanceof Judged judged && judged.command().changesNothing();
    }

    /** One method per kind, so that a new kind breaks every handler at compile time. */
    interface Listener {
        void on(SetParameters command);

        void on(GetParameter command);

        void on(LoadPreset command);

        void on(SavePreset command);

        void on(DiffPreset command);

        void on(Undo command);

        void on(UndoList command);

        void on(Redo command);

        void on(Pause command);

        void on(Resume command);

        void on(Halt command);

        void on(Cancel command);

        void on(Rebalance command);

        void on(Show command);

        void on(Why command);

        void on(Curve command);

        void on(Acknowledge command);

        void on(LeaveOutRows command);

        void on(Quit command);

        void on(Rehearse command);

        void on(RecordMarket command);

        void on(Preview command);

        void on(Judged command);
    }

    /** Parameter keys to values as typed, all or none applied; {@code +10%} is relative to the value now. */
    record SetParameters(Map<String, String> values) implements DeskCommand {
        public SetParameters {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** {@code key} empty: all of them. */
    record GetParameter(String key) implements DeskCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** A preset already read from its file; {@code length} null: until changed again. */
    record LoadPreset(
            String name,
            Map<String, String> values,
            @Nullable Duration length) implements DeskCommand {
        public LoadPreset {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * Writes what differs from the defaults as a preset of the operator's own.
     *
     * @param replace whether it may take the place of one of that name
     */
    record SavePreset(String name, boolean replace) implements DeskCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** Tells what loading a preset, already read from its file, would change. */
    record DiffPreset(String name, Map<String, String> values) implements DeskCommand {
        public DiffPreset {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** Lists the changes that can be taken back. */
    record UndoList() implements DeskCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** Takes back the last parameter change. */
    record Undo() implements DeskCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** Makes an undone parameter change again. */
    record Redo() implements DeskCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** {@code side} null: both; {@code length} null: until resumed. */
    record Pause(@Nullable Side side, @Nullable Duration length) implements DeskCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** {@code side} null: both. */
    record Resume(@Nullable Side side) implements DeskCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** Cancel all own orders and stop. */
    record Halt(Message reason) implements DeskCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** {@code tag} null and {@code side} null: all own orders. */
    record Cancel(@Nullable Side side, @Nullable String tag) implements DeskCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** Bring the ratio to the target. */
    record Rebalance(Mode mode) implements DeskCommand {
        /** {@code NOW} does it, {@code DRY} only says what it would do, {@code STOP} ends a running one. */
        public enum Mode {
            NOW,
            DRY,
            STOP
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** Says why the desk does what it does: each gate, the one that holds, what happens next. */
    record Why(Topic topic) implements DeskCommand {
        /** What can be asked about. */
        public enum Topic {
            /** The desk and both sides. */
            ALL,
            BID,
            ASK,
            REBALANCE,
            HALTED;

            /** As it is typed behind {@code why}. */
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }

            /** What was typed; all when nothing was. */
            static Topic of(Optional<String> typed) {
                return typed.map(word -> valueOf(word.toUpperCase(Locale.ROOT))).orElse(ALL);
            }
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** Shows how often quotes are filled by their distance from the mid, and what such fills are worth. */
    record Curve() implements DeskCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * Prints something to the log.
     *
     * @param known what whoever gives the command knows and the engine does not: the presets there are
     */
    record Show(Subject subject, List<Message> known) implements DeskCommand {
        /** What can be shown. */
        public enum Subject {
            ORDERS,
            FILLS,
            PARAMETERS,
            PRESETS,
            FAULTS,
            ALERTS,
            RESULTS,
            STATS,
            HEALTH
        }

        public Show {
            known = List.copyOf(known);
        }

        public Show(Subject subject) {
            this(subject, List.of());
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** Acknowledges all alerts. */
    record Acknowledge() implements DeskCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** Goes on without the rows of the fill history that cannot be read. */
    record LeaveOutRows() implements DeskCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** Leave: cancel all own orders and verify that the venue shows none, unless {@code keep}. */
    record Quit(boolean keep) implements DeskCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * Has the simulated venue do something, so that trouble can be rehearsed.
     *
     * @param name of the fault or the market; empty: what there is
     * @param length null: as long as is usual
     */
    record Rehearse(What what, String name, @Nullable Duration length) implements DeskCommand {
        /** {@code FAULT} makes something go wrong, {@code MARKET} changes how it moves, {@code CALM} ends all faults. */
        public enum What {
            FAULT,
            FAULTS,
            MARKET,
            CALM
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** Writes the market's public streams into files, or no longer. */
    record RecordMarket(boolean on) implements DeskCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * A command as a screen has judged it, by what the screen knew then: the desk judges again by what is so when it
     * comes to it.
     *
     * @param line no two lines of a desk have the same number; of one that was asked about, its question's
     * @param agreed whether it was shown and agreed to
     */
    record Judged(long line, boolean agreed, DeskCommand command) implements DeskCommand {

        /** The same command where how things are makes no difference to it. */
        public static DeskCommand of(long line, boolean agreed, DeskCommand command) {
            boolean depends = command instanceof SetParameters
                    || command instanceof LoadPreset
                    || command instanceof Undo
                    || command instanceof Redo
                    || command instanceof Resume
                    || command instanceof LeaveOutRows
                    || command instanceof Rebalance rebalance && rebalance.mode() == Rebalance.Mode.NOW;
            return depends ? new Judged(line, agreed, command) : command;
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * Only says what commands would do; none is carried out. The answer is in the snapshot.
     *
     * @param number to know the answer by, from 1; {@link #TYPED} while the line is still being typed
     */
    record Preview(long number, List<DeskCommand> commands) implements DeskCommand {

        public static final long TYPED = 0;

        public Preview {
            commands = List.copyOf(commands);
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }
}
