package makerdeck.experiment;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import makerdeck.domain.Fees;
import makerdeck.settings.RunChoice;

/** What all runs of a sweep have in common, as it is written into its plan, to be run again on another machine. */
final class RunTerms {

    private static final String FUNDS = "funds.";

    private RunTerms() {}

    /** @param base what was asked for, worked out */
    static Map<String, String> of(RunChoice choice, RunPlan base) {
        var terms = new LinkedHashMap<String, String>();
        terms.put("market", choice.market());
        terms.put("symbol", choice.symbol());
        terms.put("seconds", Long.toString(base.base().length().toSeconds()));
        terms.put("latency-ms", Long.toString(choice.latency().toMillis()));
        terms.put("fee-maker", choice.fees().makerBp().toPlainString());
        terms.put("fee-taker", choice.fees().takerBp().toPlainString());
        new TreeMap<>(choice.funds()).forEach((asset, amount) -> terms.put(FUNDS + asset, amount.toPlainString()));
        return terms;
    }

    /** With the defaults for parameters, and one seed. */
    static RunChoice choice(Map<String, String> terms) {
        var funds = new TreeMap<String, BigDecimal>();
        terms.forEach((key, value) -> {
            if (key.startsWith(FUNDS)) {
                funds.put(key.substring(FUNDS.length()), new BigDecimal(value));
            }
        });
        return new RunChoice(
                terms.getOrDefault("symbol", ""),
                terms.getOrDefault("market", ""),
                "1",
                List.<Path>of(),
                // No recorded feed, no queue to model.
                "risk-averse",
                Duration.ofSeconds(Long.parseLong(terms.getOrDefault("seconds", "0"))),
                null,
                Map.of(),
                Duration.ofMillis(Long.parseLong(terms.getOrDefault("latency-ms", "0"))),
                new Fees(
                        new BigDecimal(terms.getOrDefault("fee-maker", "0")),
                        new BigDecimal(terms.getOrDefault("fee-taker", "0"))),
                funds);
    }
}
