package makerdeck.snapshot;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent.Kind;
import org.jspecify.annotations.Nullable;

/** What happened, as values: who shows it or writes it down spells it. Immutable. */
public sealed interface DeskNews {

    Kind kind();

    void deliverTo(Listener listener);

    /** One method per kind, so that a new kind breaks every handler at compile time. */
    interface Listener {
        void on(StateChanged news);

        void on(OrderMoved news);

        void on(FillBooked news);

        void on(ParameterChanged news);

        void on(CommandAnswered news);

        void on(Alerted news);

        void on(Recovered news);

        void on(Noted news);

        void on(SessionReported news);
    }

    /** @param reason null when there is none to give */
    record StateChanged(DeskState state, @Nullable Message reason) implements DeskNews {
        @Override
        public Kind kind() {
            return Kind.STATE;
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * One of our orders is at another stage.
     *
     * @param orderId the venue's, null until it is known
     * @param price with the decimals of the tick, {@code quantity} in base units with those of the step
     */
    record OrderMoved(
            ClientId clientId,
            @Nullable String orderId,
            Side side,
            BigDecimal price,
            BigDecimal quantity,
            OrderStage stage)
            implements DeskNews {
        @Override
        public Kind kind() {
            return Kind.ORDER;
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** @param market whose decimals the fill is told with */
    record FillBooked(Fill fill, Market market) implements DeskNews {
        @Override
        public Kind kind() {
            return Kind.FILL;
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * A parameter has another value.
     *
     * @param before as it would be typed, {@code after} likewise
     * @param source the word of a {@link ParameterSource}
     */
    record ParameterChanged(String key, String before, String after, String source) implements DeskNews {
        @Override
        public Kind kind() {
            return Kind.PARAMETER;
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * A command was carried out or refused.
     *
     * @param asker who gave it, 0 for the desk's own screen or input
     * @param line as typed
     * @param took from when it was offered, never negative
     * @param isPassing whether nothing is another than before, so that the answer is read once and not kept
     */
    record CommandAnswered(
            long asker, String line, @Nullable Message result, boolean ok, Duration took, boolean isPassing)
            implements DeskNews {

        /** To the desk's own screen or input. */
        public CommandAnswered(String line, @Nullable Message result, boolean ok, Duration took, boolean isPassing) {
            this(0, line, result, ok, took, isPassing);
        }

        @Override
        public Kind kind() {
            return Kind.COMMAND;
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * The operator must see it; the event's text says what it is.
     *
     * @param id of the cause: the same whenever it is raised, in every life of the desk
     * @param said the sentence without the numbers that only look-ups need
     */
    record Alerted(String id, Message said) implements DeskNews {
        @Override
        public Kind kind() {
            return Kind.ALERT;
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * The causes of alerts are over; the event's text says how it is now.
     *
     * @param ids of the causes, as they were raised; never empty
     */
    record Recovered(List<String> ids) implements DeskNews {

        public Recovered {
            ids = List.copyOf(ids);
        }

        @Override
        public Kind kind() {
            return Kind.INFO;
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * Only mentioned; the event's text says what it is.
     *
     * @param asker whose command it is part of the answer to, 0 where nobody of another program asked
     */
    record Noted(long asker) implements DeskNews {

        /** Of its own accord. */
        public Noted() {
            this(0);
        }

        @Override
        public Kind kind() {
            return Kind.INFO;
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** @param lines for people, the whole report; the event's text is the same in one line */
    record SessionReported(List<Message> lines, SessionFigures figures) implements DeskNews {

        public SessionReported {
            lines = List.copyOf(lines);
        }

        @Override
        public Kind kind() {
            return Kind.REPORT;
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }
}
