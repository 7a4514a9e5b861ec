package makerdeck.settings;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import makerdeck.domain.Fees;
import org.jspecify.annotations.Nullable;

/**
 * What the embedded venue shall be.
 *
 * @param market name of the market preset, e.g. {@code demo}
 * @param seed of the market agents; empty: a different market every time
 * @param replay recorded feeds that are the market one after the other; empty for agents
 * @param speed how many times faster they are played than recorded, infinite for no pauses
 * @param queue name of the model of the queues in them
 * @param real where the real market is whose public streams are the market, null for another one
 * @param fees null: what the exchange takes of everybody
 * @param funds asset to amount; empty: the default account
 * @param autoLend whether the account lends its idle funds
 */
public record SimulatedVenue(
        String symbol,
        String market,
        OptionalLong seed,
        List<Path> replay,
        double speed,
        String queue,
        @Nullable PublicAddress real,
        @Nullable Fees fees,
        Map<String, BigDecimal> funds,
        boolean autoLend) {

    public SimulatedVenue {
        replay = List.copyOf(replay);
    }
}
