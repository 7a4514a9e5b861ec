package makerdeck.strategy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import makerdeck.strategy.Rule.Unit;
import makerdeck.words.Words;

/** Everything about the strategy that an operator may set, live. */
public enum Parameter {
    SPREAD("spread", "0.2", percent("0.001", "20"), "--spread"),
    SPREAD_MODE("spread.mode", "volatility", words("fixed", "volatility"), ""),
    SPREAD_MAX("spread.max", "4", percent("0.001", "100"), ""),
    FEE_FLOOR("fee-floor", "on", words("on", "off"), ""),
    LAYERS("layers", "3", whole(Unit.PER_SIDE, "1", "50"), "--max-orders"),
    LAYER_GROWTH("layer.growth", "1.5", range(Unit.NONE, "1", "5"), ""),
    QUANTITY("quantity", "auto", rangeOrAuto(Unit.BASE, "0.000000000001", "1000000000000"), "--quantity"),
    INTERVAL("interval", "60", whole(Unit.SECONDS, "1", "86400"), "--interval"),
    DURATION("duration", "3600", whole(Unit.SECONDS, "0", "31536000"), "--duration"),
    REBALANCE("rebalance", "off", words("on", "off"), ""),
    TARGET("target", "30", percent("0", "100"), "--base-asset-target"),
    THRESHOLD("threshold", "15", range(Unit.POINTS, "0.001", "100"), "--rebalance-threshold"),
    SKEW("skew", "0.5", range(Unit.NONE, "0", "1"), ""),
    BAND_HARD("band.hard", "auto", rangeOrAuto(Unit.POINTS, "0.01", "100"), ""),
    TOLERANCE("tolerance", "0.15", range(Unit.NONE, "0", "1"), ""),
    MAX_LOSS("max-loss", "0", quoteUnits(), ""),
    MAX_ORDER("max-order", "0", quoteUnits(), ""),
    MAX_POSITION("max-position", "0", quoteUnits(), ""),
    PRESET_AUTO("preset.auto", "off", words("on", "off"), "");

    private final String key;
    private final String initial;
    private final Rule rule;
    private final String flag;

    Parameter(String key, String initial, Rule rule, String flag) {
        this.key = key;
        this.initial = initial;
        this.rule = rule;
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
        return rule instanceof Rule.Range range ? range.unit().text() : "";
    }

    /** The legal values in a few words, unit included. */
    public String range() {
        return rule.text();
    }

    /** One line for the operator. */
    public String help() {
        return Words.say("strategy.parameter." + key);
    }

    /** Values worth offering while one is being typed: words, or minimum and maximum. */
    public List<String> suggestions() {
        if (rule instanceof Rule.Choice choice) {
            return choice.words();
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
        throw new IllegalArgumentException(
                Words.say("strategy.unknown-parameter", typed, Nearest.suggestion(typed, keys())));
    }

    /** All keys, aliases not among them. */
    public static List<String> keys() {
        return List.of(values()).stream().map(Parameter::key).toList();
    }

    Rule rule() {
        return rule;
    }

    private static Rule words(String... words) {
        return new Rule.Choice(List.of(words));
    }

    private static Rule percent(String low, String high) {
        return range(Unit.PERCENT, low, high);
    }

    private static Rule quoteUnits() {
        return range(Unit.QUOTE, "0", "1000000000000");
    }

    private static Rule range(Unit unit, String low, String high) {
        return new Rule.Range(unit, new BigDecimal(low), new BigDecimal(high), false, false);
    }

    private static Rule whole(Unit unit, String low, String high) {
        return new Rule.Range(unit, new BigDecimal(low), new BigDecimal(high), true, false);
    }

    private static Rule rangeOrAuto(Unit unit, String low, String high) {
        return new Rule.Range(unit, new BigDecimal(low), new BigDecimal(high), false, true);
    }
}
