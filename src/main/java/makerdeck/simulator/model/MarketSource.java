package makerdeck.simulator.model;

import java.nio.file.Path;

/** Who makes the market besides the accounts. */
public sealed interface MarketSource {

    /** Simulated traders. */
    record Agents(MarketPreset preset) implements MarketSource {}

    /**
     * A recorded feed, see {@code Exchange} for how accounts trade on it.
     *
     * @param queue where orders of accounts stand among the recorded ones
     */
    record Recording(Path file, QueueModel queue) implements MarketSource {

        /** With the most pessimistic queue. */
        public Recording(Path file) {
            this(file, QueueModel.RISK_AVERSE);
        }
    }

    /** Nobody: only the accounts trade. */
    record Nobody() implements MarketSource {}
}
