package makerdeck.strategy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything about the strategy that an operator may set, live. */
public enum Parameter {
    SPREAD("spread", "0.2", percent("0.001", "20"), "full bid-ask width in % of mid", "--spread"),
    SPREAD_MODE(
            "spread.mode",
            "volatility",
            words("fixed", "volatility"),
            "whether the width follows volatility; spread is then its minimum",
            ""),
    SPREAD_MAX("spread.max", "4", percent("0.001", "100"), "widest full width in % of mid", ""),
    FEE_FLOOR("fee-floor", "on", words("on", "off"), "never quote a half-spread under maker fee + 1 bp", ""),
    LAYERS("layers", "3", whole("per side", "1", "50"), "orders per side", "--max-orders"),
    LAYER_GROWTH(
            "layer.growth", "1.5", range("", "1", "5"), "ratio of successive layers' distances from the reference", ""),
    QUANTITY(
            "quantity",
            "auto",
            rangeOrAuto("base", "0.000000000001", "1000000000000"),
            "size of each order in base units, or auto: a share of what is held",
            "--quantity"),
    INTERVAL("interval", "60", whole("s", "1", "86400"), "longest time between two full reviews", "--interval"),
    DURATION(
            "duration",
            "3600",
            whole("s", "0", "31536000"),
            "how long the desk quotes; 0 = until stopped",
            "--duration"),
    REBALANCE("rebalance", "off", words("on", "off"), "trade back to the target by itself", ""),
    TARGET(
            "target",
            "30",
            percent("0", "100"),
            "share of total value to hold in the base asset",
            "--base-asset-target"),
    THRESHOLD(
            "threshold",
            "15",
            range("points", "0.001", "100"),
            "percentage points off target that must be exceeded to rebalance",
            "--rebalance-threshold"),
    SKEW("skew", "0.5", range("", "0", "1"), "how far inventory moves the quotes, in half-spreads", ""),
    BAND_HARD(
            "band.hard",
            "auto",
            rangeOrAuto("points", "0.01", "100"),
            "points off target where the heavy side stops; auto = 2 x threshold",
            ""),
    TOLERANCE("tolerance", "0.15", range("", "0", "1"), "share of the half-spread a resting order may be off", ""),
    MAX_LOSS("max-loss", "0", quoteUnits(), "session loss that halts the desk; 0 = no limit", ""),
    MAX_ORDER("max-order", "0", quoteUnits(), "largest value of one order; 0 = no limit", ""),
    MAX_POSITION("max-position", "0", quoteUnits(), "largest value held in the base asset; 0 = no limit", ""),
    PRESET_AUTO(
            "preset.auto",
            "off",
            words("on", "off"),
            "load the preset that fits the regime; what is set by hand stays",
            "");

    private final String key;
    private final String initial;
    private final Rule rule;
    private final String help;
    private final String flag;

    Parameter(String key, String initial, Rule rule, String help, String flag) {
        this.key = key;
        this.initial = initial;
        this.rule = rule;
        this.help = help;
        this.flag = flag;
    }

    /** How it is typed after {@code set} and in presets. */
    public String key() {
        return key;
    }

    /** The other name it answers to, if any. */
    public Optional<String> alias() {
        return this == LAYERS ? Optional.of("max-orders") : Optional.empty();
    }

    /** The predecessor's flag for it, with the dashes, if it had one that takes a value. */
    public Optional<String> flag() {
        return flag.isEmpty() ? Optional.empty() : Optional.of(flag);
    }

    /** Whether a preset may name it. */
    public boolean isForPresets() {
        return this != PRESET_AUTO;
    }

    /** The value a desk starts with. */
    public String initial() {
        return initial;
    }

    /** What the value counts; empty for words and bare numbers. */
    public String unit() {
        return rule instanceof Rule.Range range ? range.unit() : "";
    }

    /** The legal values in a few words, unit included. */
    public String range() {
        return rule.text();
    }

    /** One line for the operator. */
    public String help() {
        return help;
    }

    /** Values worth offering while one is being typed: words, or minimum and maximum. */
    public List<String> suggestions() {
        if (rule instanceof Rule.Words words) {
            return words.words();
        }
        var found = new ArrayList<String>();
        if (rule instanceof Rule.Range range) {
            if (range.auto()) {
                found.add(Rule.Range.AUTO);
            }
            found.add(Rule.Range.plain(range.low()));
            found.add(Rule.Range.plain(range.high()));
        }
        return found;
    }

    /** The parameter of that key or alias, upper and lower case alike. Throws with the nearest key if there is none. */
    public static Parameter named(String typed) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        for (var parameter : values()) {
            if (parameter.key.equals(wanted)
                    || parameter.alias().filter(wanted::equals).isPresent()) {
                return parameter;
            }
        }
        throw new IllegalArgumentException("unknown parameter " + typed + Nearest.suggestion(typed, keys()));
    }

    /** All keys, aliases not among them. */
    public static List<String> keys() {
        return List.of(values()).stream().map(Parameter::key).toList();
    }

    Rule rule() {
        return rule;
    }

    private static Rule words(String... words) {
        return new Rule.Words(List.of(words));
    }

    private static Rule percent(String low, String high) {
        return range("%", low, high);
    }

    private static Rule quoteUnits() {
        return range("quote", "0", "1000000000000");
    }

    private static Rule range(String unit, String low, String high) {
        return new Rule.Range(unit, new BigDecimal(low), new BigDecimal(high), false, false);
    }

    private static Rule whole(String unit, String low, String high) {
        return new Rule.Range(unit, new BigDecimal(low), new BigDecimal(high), true, false);
    }

    private static Rule rangeOrAuto(String unit, String low, String high) {
        return new Rule.Range(unit, new BigDecimal(low), new BigDecimal(high), false, true);
    }
}
