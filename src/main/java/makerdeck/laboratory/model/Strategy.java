package makerdeck.laboratory.model;

import java.time.Duration;
import makerdeck.strategy.parameters.Parameters;

/** Who trades on the account of a run. */
public sealed interface Strategy {

    /** The desk itself: the same engine as on a real exchange. Its {@code duration} is that of the run. */
    record Desk(Parameters parameters) implements Strategy {}

    /**
     * The common bot, Hummingbot's pure market making: cancels everything at a fixed time and places it anew around the
     * mid of that moment, at a fixed spread. What rests in between follows nothing.
     *
     * @param parameters of which spread, layers, growth of the layers and quantity are taken, in the desk's sense
     * @param refresh after so long all orders are cancelled, and placed anew as soon as none is left
     * @param delay after an order was filled whole, so long nothing new is placed
     */
    record PureMaker(Parameters parameters, Duration refresh, Duration delay) implements Strategy {

        private static final Duration MINUTE = Duration.ofMinutes(1);

        /** As it comes: a minute each. */
        public PureMaker(Parameters parameters) {
            this(parameters, MINUTE, MINUTE);
        }
    }

    /** Nobody: the opening basket is held. */
    record Hold() implements Strategy {}
}
