package makerdeck.strategy.parameters;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import org.jspecify.annotations.Nullable;

/** All parameters at one time, every one legal and read once. Equal when they spell the same. Immutable. */
public final class Parameters {

    private static final Parameters DEFAULTS = new Parameters(Map.of());

    private final Map<Parameter, String> values;
    /** Without those that are words or automatic. */
    private final Map<Parameter, BigDecimal> numbers = new EnumMap<>(Parameter.class);

    private final Set<Parameter> on = EnumSet.noneOf(Parameter.class);
    private final boolean followsVolatility;
    private final boolean redeems;

    /** Parameters left out get their initial value. */
    private Parameters(Map<Parameter, String> typed) {
        var all = new EnumMap<Parameter, String>(Parameter.class);
        for (var parameter : Parameter.values()) {
            var start = parameter.initial();
            var value = parameter.rule().read(parameter.key(), typed.getOrDefault(parameter, start));
            all.put(parameter, value);
            if (parameter.rule() instanceof Rule.Range && !value.equals(Rule.Range.AUTO)) {
                numbers.put(parameter, new BigDecimal(value));
            } else if (value.equals(Rule.Choice.ON)) {
                on.add(parameter);
            }
        }
        values = Collections.unmodifiableMap(all);
        followsVolatility = text(Parameter.SPREAD_MODE).equals("volatility");
        redeems = text(Parameter.LEND).equals("redeem");
        requireOrdered(spread(), spreadMax());
    }

    /** The canonical spelling of each, as an operator would type it. */
    public Map<Parameter, String> values() {
        return values;
    }

    private static void requireOrdered(BigDecimal spread, BigDecimal widest) {
        if (spread.compareTo(widest) > 0) {
            throw new MistakeException(
                    Message.of("strategy.spread-over-max", Rule.Range.plain(widest), Rule.Range.plain(spread)));
        }
    }

    /** What a desk starts with. */
    public static Parameters defaults() {
        return DEFAULTS;
    }

    /**
     * These parameters with some changed, all or none.
     *
     * @param typed keys or aliases to values as typed; {@code +10%} and {@code -5%} are relative to the value now
     * @throws MistakeException naming key, rule, value and nearest legal value
     */
    public Parameters with(Map<String, String> typed) {
        var next = new EnumMap<>(values);
        var seen = new EnumMap<Parameter, String>(Parameter.class);
        typed.forEach((name, value) -> {
            var parameter = Parameter.named(name);
            if (seen.put(parameter, name) != null) {
                throw new MistakeException(Message.of("strategy.given-twice", parameter.key()));
            }
            next.put(parameter, read(parameter, value));
        });
        return new Parameters(next);
    }

    /**
     * The canonical spelling of one value as typed, checked on its own: not against other parameters.
     *
     * @throws MistakeException naming key, rule, value and nearest legal value
     */
    public String read(Parameter parameter, String typed) {
        return RelativeValue.resolve(parameter, typed, this);
    }

    /** One value as an operator would type it. */
    public String text(Parameter parameter) {
        return values.getOrDefault(parameter, parameter.initial());
    }

    /** What the value as it is counts: nothing while it is automatic; of a 0 that is no number what it means. */
    public Optional<Message> unit(Parameter parameter) {
        return unit(parameter, text(parameter));
    }

    private static Optional<Message> unit(Parameter parameter, String value) {
        return value.equals(Rule.Range.AUTO)
                ? Optional.empty()
                : ParameterText.instead(parameter, value).or(parameter::unit);
    }

    /** For the operator: {@code 0.2 %}, {@code auto (= 30 points)}, {@code 0 (no limit)}. */
    public Message shown(Parameter parameter) {
        return ParameterText.of(this, parameter);
    }

    /** What changes on the way from these parameters to {@code next}, in the order of the table. */
    public List<Change> changesTo(Parameters next) {
        var changes = new ArrayList<Change>();
        for (var parameter : Parameter.values()) {
            if (!text(parameter).equals(next.text(parameter))) {
                changes.add(new Change(parameter, text(parameter), next.text(parameter)));
            }
        }
        return changes;
    }

    /** One parameter's way from old to new. */
    public record Change(Parameter parameter, String before, String after) {

        /** For the operator: {@code spread 0.2 -> 0.3 %}. */
        public Message text() {
            var now = Rule.counted(after, Parameters.unit(parameter, after));
            return Message.of("strategy.change", parameter.key(), before, now);
        }
    }

    /** Legal, but hardly meant: one line each. */
    public List<Message> warnings() {
        return Warnings.about(this);
    }

    /** Full bid-ask width, % of mid; the minimum when it follows volatility. */
    public BigDecimal spread() {
        return number(Parameter.SPREAD);
    }

    public boolean followsVolatility() {
        return followsVolatility;
    }

    /** Widest full width, % of mid. */
    public BigDecimal spreadMax() {
        return number(Parameter.SPREAD_MAX);
    }

    public boolean feeFloor() {
        return isOn(Parameter.FEE_FLOOR);
    }

    /** What a maker fill costs, in basis points; empty: as the account and its fills say. */
    public Optional<BigDecimal> feeMaker() {
        return numberUnlessAuto(Parameter.FEE_MAKER);
    }

    /** What a taker fill costs, in basis points; empty: as the account and its fills say. */
    public Optional<BigDecimal> feeTaker() {
        return numberUnlessAuto(Parameter.FEE_TAKER);
    }

    /** Orders per side. */
    public int layers() {
        return number(Parameter.LAYERS).intValueExact();
    }

    /** Ratio of successive layers' distances. */
    public BigDecimal layerGrowth() {
        return number(Parameter.LAYER_GROWTH);
    }

    /** Base units of each order; empty when it is automatic. */
    public Optional<BigDecimal> quantity() {
        return numberUnlessAuto(Parameter.QUANTITY);
    }

    /** Longest time between two full reviews. */
    public Duration interval() {
        return Duration.ofSeconds(number(Parameter.INTERVAL).longValueExact());
    }

    /** How long the desk quotes; zero: until stopped. */
    public Duration duration() {
        return Duration.ofSeconds(number(Parameter.DURATION).longValueExact());
    }

    /** Whether the desk rebalances by itself. */
    public boolean rebalance() {
        return isOn(Parameter.REBALANCE);
    }

    /** Whether the desk trades to the target by itself, when and how far, is the same as with others. */
    public boolean rebalancesAs(Parameters others) {
        return rebalance() == others.rebalance()
                && target().compareTo(others.target()) == 0
                && threshold().compareTo(others.threshold()) == 0;
    }

    /** Wanted share of the base asset, % of total value. */
    public BigDecimal target() {
        return number(Parameter.TARGET);
    }

    /** Percentage points off target that must be exceeded to rebalance. */
    public BigDecimal threshold() {
        return number(Parameter.THRESHOLD);
    }

    /** How far inventory moves the quotes, in half-spreads, 0..1. */
    public BigDecimal skew() {
        return number(Parameter.SKEW);
    }

    /** Points off target where the heavy side stops quoting. */
    public BigDecimal bandHard() {
        return numberUnlessAuto(Parameter.BAND_HARD).orElseGet(() -> threshold().multiply(BigDecimal.valueOf(2)));
    }

    /** The ratio, in % of the total, at which asks stop; never reached when not over 0. */
    public BigDecimal hardLow() {
        return target().subtract(bandHard());
    }

    /** The ratio, in % of the total, at which bids stop; never reached from 100 on. */
    public BigDecimal hardHigh() {
        return target().add(bandHard());
    }

    /** What the parameter limits the desk to, {@code auto} and 0 as what they stand for; empty: no limit, no guard, or never. */
    public Optional<BigDecimal> limit(Parameter parameter) {
        return switch (parameter.bare()) {
            case TWICE_THRESHOLD -> Optional.of(bandHard());
            case NO_LIMIT, NO_GUARD, UNTIL_STOPPED, NEVER ->
                Optional.of(number(parameter)).filter(limit -> limit.signum() != 0);
            case ITSELF, SHARE -> numberUnlessAuto(parameter);
        };
    }

    /** Whether orders take back what the account has lent; if not, what is lent pays for none. */
    public boolean redeems() {
        return redeems;
    }

    /** Share of the half-spread a resting order may be off its wanted price. */
    public BigDecimal tolerance() {
        return number(Parameter.TOLERANCE);
    }

    /** Session loss in quote units that halts; zero: no limit. */
    public BigDecimal maxLoss() {
        return number(Parameter.MAX_LOSS);
    }

    /** Largest value of one order in quote units; zero: no limit. */
    public BigDecimal maxOrder() {
        return number(Parameter.MAX_ORDER);
    }

    /** Largest value held in base, in quote units; zero: no limit. */
    public BigDecimal maxPosition() {
        return number(Parameter.MAX_POSITION);
    }

    /** Whether the desk loads the preset that fits the regime. */
    public boolean presetAuto() {
        return isOn(Parameter.PRESET_AUTO);
    }

    /** How far from the mid the nearer band of a market-maker programme reaches, in basis points. */
    public BigDecimal programmeNear() {
        return number(Parameter.PROGRAMME_NEAR);
    }

    /** The same of the farther band. */
    public BigDecimal programmeFar() {
        return number(Parameter.PROGRAMME_FAR);
    }

    private boolean isOn(Parameter parameter) {
        return on.contains(parameter);
    }

    private BigDecimal number(Parameter parameter) {
        return numberUnlessAuto(parameter).orElseThrow();
    }

    /** Empty while it is automatic, and for words. */
    public Optional<BigDecimal> numberUnlessAuto(Parameter parameter) {
        return Optional.ofNullable(numbers.get(parameter));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Parameters its && values.equals(its.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Parameters" + values;
    }
}
