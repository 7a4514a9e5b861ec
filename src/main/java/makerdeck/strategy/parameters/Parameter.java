package makerdeck.strategy.parameters;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.strategy.parameters.Rule.Unit;
import makerdeck.text.Plain;

/** Everything about the strategy that an operator may set, live. */
public enum Parameter {
    SPREAD("spread", "0.2", percent("0.001", "20"), "--spread", RiskDirection.NARROWER, Bare.ITSELF),
    SPREAD_MODE("spread.mode", "volatility", words("fixed", "volatility"), "", RiskDirection.NONE, Bare.ITSELF),
    SPREAD_MAX("spread.max", "4", percent("0.001", "100"), "", RiskDirection.NONE, Bare.ITSELF),
    FEE_FLOOR("fee-floor", "on", words("on", "off"), "", RiskDirection.BARING, Bare.ITSELF),
    FEE_MAKER("fee.maker", "auto", rangeOrAuto(Unit.BASIS_POINTS, "0", "100"), "", RiskDirection.CHEAPER, Bare.ITSELF),
    FEE_TAKER("fee.taker", "auto", rangeOrAuto(Unit.BASIS_POINTS, "0", "100"), "", RiskDirection.CHEAPER, Bare.ITSELF),
    LAYERS("layers", "3", whole(Unit.PER_SIDE, "1", "50"), "--max-orders", RiskDirection.LARGER, Bare.ITSELF),
    LAYER_GROWTH("layer.growth", "1.5", range(Unit.NONE, "1", "5"), "", RiskDirection.NONE, Bare.ITSELF),
    QUANTITY(
            "quantity",
            "auto",
            rangeOrAuto(Unit.BASE, "0.000000000001", "1000000000000"),
            "--quantity",
            RiskDirection.LARGER,
            Bare.SHARE),
    INTERVAL("interval", "60", whole(Unit.SECONDS, "1", "86400"), "--interval", RiskDirection.NONE, Bare.ITSELF),
    DURATION(
            "duration",
            "3600",
            whole(Unit.SECONDS, "0", "31536000"),
            "--duration",
            RiskDirection.LONGER,
            Bare.UNTIL_STOPPED),
    REBALANCE("rebalance", "off", words("on", "off"), "", RiskDirection.ARMING, Bare.ITSELF),
    TARGET("target", "30", percent("0", "100"), "--base-asset-target", RiskDirection.FIRING_OR_FAR, Bare.ITSELF),
    THRESHOLD(
            "threshold",
            "15",
            range(Unit.POINTS, "0.001", "100"),
            "--rebalance-threshold",
            RiskDirection.FIRING,
            Bare.ITSELF),
    SKEW("skew", "0.5", range(Unit.NONE, "0", "1"), "", RiskDirection.NONE, Bare.ITSELF),
    GUARD_TREND("guard.trend", "0", range(Unit.DEVIATIONS, "0", "10"), "", RiskDirection.UNGUARDING, Bare.NO_GUARD),
    GUARD_IMBALANCE("guard.imbalance", "0", range(Unit.NONE, "0", "1"), "", RiskDirection.UNGUARDING, Bare.NO_GUARD),
    BAND_HARD(
            "band.hard",
            "auto",
            rangeOrAuto(Unit.POINTS, "0.01", "100"),
            "",
            RiskDirection.LOOSER,
            Bare.TWICE_THRESHOLD),
    LEND("lend", "redeem", words("redeem", "never"), "", RiskDirection.REDEEMING, Bare.ITSELF),
    TOLERANCE("tolerance", "0.15", range(Unit.NONE, "0", "1"), "", RiskDirection.NONE, Bare.ITSELF),
    MAX_LOSS("max-loss", "0", quoteUnits(), "", RiskDirection.LOOSER, Bare.NO_LIMIT),
    MAX_ORDER("max-order", "0", quoteUnits(), "", RiskDirection.LOOSER, Bare.NO_LIMIT),
    MAX_POSITION("max-position", "0", quoteUnits(), "", RiskDirection.LOOSER, Bare.NO_LIMIT),
    RESUME_AUTO("resume.auto", "0", whole(Unit.SECONDS, "0", "86400"), "", RiskDirection.RESUMING, Bare.NEVER),
    PRESET_AUTO("preset.auto", "off", words("on", "off"), "", RiskDirection.NONE, Bare.ITSELF),
    PROGRAMME_NEAR(
            "programme.near", "7.5", range(Unit.BASIS_POINTS, "0.1", "1000"), "", RiskDirection.NONE, Bare.ITSELF),
    PROGRAMME_FAR("programme.far", "15", range(Unit.BASIS_POINTS, "0.1", "1000"), "", RiskDirection.NONE, Bare.ITSELF);

    private final String key;
    private final String initial;
    private final Rule rule;
    private final String flag;
    private final RiskDirection direction;
    private final Bare bare;

    Parameter(String key, String initial, Rule rule, String flag, RiskDirection direction, Bare bare) {
        this.key = key;
        this.initial = initial;
        this.rule = rule;
        this.flag = flag;
        this.direction = direction;
        this.bare = bare;
    }

    /** What {@code auto} or a bare 0 stands for. */
    enum Bare {
        /** Neither word nor 0 means anything else. */
        ITSELF,
        /** {@code auto}: a share of what the account holds. */
        SHARE,
        /** {@code auto}. */
        TWICE_THRESHOLD,
        /** 0. */
        NO_LIMIT,
        /** 0. */
        NO_GUARD,
        /** 0. */
        UNTIL_STOPPED,
        /** 0. */
        NEVER
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
        return switch (this) {
            case PRESET_AUTO, RESUME_AUTO, PROGRAMME_NEAR, PROGRAMME_FAR -> false;
            default -> true;
        };
    }

    /** The value a desk starts with. */
    public String initial() {
        return initial;
    }

    /** What the value counts; empty for words and bare numbers. */
    public Optional<Message> unit() {
        return rule instanceof Rule.Range range ? range.unit().text() : Optional.empty();
    }

    /** Whether the value is a length of time. */
    public boolean isLength() {
        return rule instanceof Rule.Range range && range.unit() == Unit.SECONDS;
    }

    /** The legal values in a few words, unit included. */
    public Message range() {
        return rule.text();
    }

    /** One line for the operator. */
    public Message help() {
        return Message.of("strategy.parameter." + key);
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
        var meant = DidYouMean.to(typed, keys())
                .map(key -> Message.of("strategy.did-you-mean", key))
                .orElseGet(() -> Message.of("strategy.parameters-are", String.join(", ", keys())));
        throw new MistakeException(Message.of("strategy.unknown-parameter", Plain.told(typed), meant));
    }

    /** All keys, aliases not among them. */
    public static List<String> keys() {
        return List.of(values()).stream().map(Parameter::key).toList();
    }

    Rule rule() {
        return rule;
    }

    Bare bare() {
        return bare;
    }

    /** Which way it raises risk. */
    public RiskDirection direction() {
        return direction;
    }

    /** Whether it bounds what the desk may send, hold or lose. */
    public boolean isLimit() {
        return direction == RiskDirection.LOOSER;
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
