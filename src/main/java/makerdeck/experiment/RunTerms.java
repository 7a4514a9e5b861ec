package makerdeck.experiment;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import makerdeck.domain.Fees;
import makerdeck.laboratory.sweep.SweepPlan;
import makerdeck.settings.RunChoice;

/** What all runs of a sweep have in common, as it is written into its plan, to be run again on another machine. */
final class RunTerms {

    private static final String FUNDS = "funds.";

    private RunTerms() {}

    /** @param base what was asked for, worked out */
    static Map<String, String> of(RunChoice choice, RunPlan base) {
        var terms = new LinkedHashMap<String, String>();
        terms.put("market", base.market());
        terms.put("symbol", choice.symbol());
        for (int i = 0; i < choice.replay().size(); i++) {
            terms.put(
                    SweepPlan.FILE + (i + 1),
                    choice.replay().get(i).toAbsolutePath().normalize().toString());
        }
        if (!choice.replay().isEmpty()) {
            terms.put("queue", choice.queue());
        }
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
        var files = new ArrayList<Path>();
        for (var file = terms.get(SweepPlan.FILE + 1);
                file != null;
                file = terms.get(SweepPlan.FILE + (files.size() + 1))) {
            files.add(Path.of(file));
        }
        terms.forEach((key, value) -> {
            if (key.startsWith(FUNDS)) {
                funds.put(key.substring(FUNDS.length()), new BigDecimal(value));
            }
        });
        return new RunChoice(
                terms.getOrDefault("symbol", ""),
                terms.getOrDefault("market", ""),
                "1",
                files,
                terms.getOrDefault("queue", "risk-averse"),
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
