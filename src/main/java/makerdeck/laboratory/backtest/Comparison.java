package makerdeck.laboratory.backtest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import makerdeck.laboratory.model.RunSettings;
import makerdeck.laboratory.model.Strategy;
import makerdeck.laboratory.statistics.Seeds;
import makerdeck.strategy.parameters.Parameters;

/**
 * Every contender on every seed: all of them meet the same simulated traders with the same dice. Runs are numbered seed
 * by seed, the contenders of a seed one after the other. Immutable.
 *
 * @param version of the program, its build included: another one may decide differently
 * @param market what the market is, in one line that tells it from every other: a name, or files by what is in them
 * @param base the run without its seed and trader
 * @param contenders the first is the one that the others are held against
 */
public record Comparison(String version, String market, RunSettings base, Seeds seeds, List<Contender> contenders) {

    public Comparison {
        contenders = List.copyOf(contenders);
    }

    /** How many runs there are. */
    public int size() {
        return seeds.size() * contenders.size();
    }

    public long seed(int run) {
        return seeds.list().get(run / contenders.size());
    }

    public Contender contender(int run) {
        return contenders.get(run % contenders.size());
    }

    public RunSettings settings(int run) {
        return base.with(seed(run)).with(contender(run).strategy());
    }

    /** All that the results depend on, one fact a line. */
    public String inputs() {
        return Stream.concat(
                        Stream.of(
                                "version=" + version,
                                "market=" + market,
                                "symbol=" + base.market().rules().symbol(),
                                "seeds=" + seeds.text(),
                                "seconds=" + base.length().toSeconds(),
                                "latency.ms=" + base.latency().toMillis(),
                                "fee.maker.bp=" + base.fees().makerBp().toPlainString(),
                                "fee.taker.bp=" + base.fees().takerBp().toPlainString(),
                                "funds=" + base.funds()),
                        contenders.stream().map(each -> each.name() + "=" + spelled(each.strategy())))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String spelled(Strategy strategy) {
        if (strategy instanceof Strategy.Desk desk) {
            return "desk " + spelled(desk.parameters());
        }
        return strategy instanceof Strategy.PureMaker maker
                ? "pmm " + maker.refresh() + " " + maker.delay() + " " + spelled(maker.parameters())
                : "hold";
    }

    private static String spelled(Parameters parameters) {
        return parameters.values().entrySet().stream()
                .map(value -> value.getKey().key() + "=" + value.getValue())
                .collect(Collectors.joining(" "));
    }

    /** SHA-256 of {@link #inputs}, in hexadecimal. */
    public String hash() {
        return HexFormat.of().formatHex(sha256().digest(inputs().getBytes(StandardCharsets.UTF_8)));
    }

    /** What all inputs are hashed with. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** What every file begins with: version, seeds, hash of the inputs. */
    public String heading() {
        return "makerdeck/" + version + " seeds=" + seeds.text() + " inputs=sha256:" + hash();
    }
}
