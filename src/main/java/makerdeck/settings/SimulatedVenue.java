package makerdeck.settings;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the embedded venue shall be.
 *
 * @param market name of the market preset, e.g. {@code demo}
 * @param seed of the market agents; empty: a different market every time
 * @param replay a recorded feed to be the market in place of the agents, null for agents
 * @param funds asset to amount; empty: the default account
 * @param autoLend whether the account lends its idle funds
 */
public record SimulatedVenue(
        String symbol,
        String market,
        OptionalLong seed,
        @Nullable Path replay,
        Map<String, BigDecimal> funds,
        boolean autoLend) {}
