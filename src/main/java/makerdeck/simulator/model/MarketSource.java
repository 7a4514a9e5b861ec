package makerdeck.simulator.model;

import java.nio.file.Path;

/** Who makes the market besides the accounts. */
public sealed interface MarketSource {

    /** Simulated traders. */
    record Agents(MarketPreset preset) implements MarketSource {}

    /** A recorded feed, see {@code Exchange} for how accounts trade on it. */
    record Recording(Path file) implements MarketSource {}

    /** Nobody: only the accounts trade. */
    record Nobody() implements MarketSource {}
}
