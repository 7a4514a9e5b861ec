package makerdeck.settings;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import makerdeck.domain.Fees;
import org.jspecify.annotations.Nullable;

/**
 * What is to be run in virtual time. Immutable.
 *
 * @param market name of the market preset, e.g. {@code normal}
 * @param seeds as typed, e.g. {@code 1..20}
 * @param replay recorded feeds to be the market in place of simulated traders, in their order; empty for traders
 * @param queue name of the model of the queues in recorded feeds
 * @param length null: of a recorded feed all of it, of simulated traders three hours
 * @param values of parameters as typed, which come before those of the preset
 * @param funds asset to amount; empty: the default account
 */
public record RunChoice(
        String symbol,
        String market,
        String seeds,
        List<Path> replay,
        String queue,
        @Nullable Duration length,
        @Nullable String preset,
        Map<String, String> values,
        Duration latency,
        Fees fees,
        Map<String, BigDecimal> funds) {

    public RunChoice {
        replay = List.copyOf(replay);
        values = Map.copyOf(values);
        funds = Map.copyOf(funds);
    }
}
