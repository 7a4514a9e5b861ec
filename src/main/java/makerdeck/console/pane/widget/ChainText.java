package makerdeck.console.pane.widget;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import makerdeck.console.tty.Widths;
import makerdeck.domain.Side;
import makerdeck.snapshot.QuotingRow;
import makerdeck.snapshot.QuotingRow.SideChain;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;

/** Says how far from the mid each side is quoted and why, as much of it as there is room for. Immutable. */
public final class ChainText {

    private static final int DECIMALS = 2;
    private static final BigDecimal SMALL = new BigDecimal("0.05");
    private static final int FACTOR_DECIMALS = 2;
    private static final List<String> WIDTHS = List.of("spread", "volatility", "max", "fees");

    private final Speech speech;
    private final QuotingRow quoting;
    private final Instant now;

    public ChainText(Speech speech, QuotingRow quoting, Instant now) {
        this.speech = speech;
        this.quoting = quoting;
        this.now = now;
    }

    /** How long the guards of both sides will still widen: what of these texts changes by itself. */
    public String timesLeft() {
        return timesLeft(quoting.bids()) + timesLeft(quoting.asks());
    }

    private String timesLeft(@Nullable SideChain chain) {
        var text = "";
        if (chain != null) {
            for (var step : chain.steps()) {
                text += step.until() == null ? "" : left(step) + " ";
            }
        }
        return text;
    }

    /** Whether a guard widens a side. */
    public boolean isWidened() {
        return Stream.of(Side.values()).map(quoting::chain).anyMatch(chain -> chain != null && guard(chain) != null);
    }

    /**
     * {@code bid .15% ask .10%: base .10 x1.5 run of fills 12s}, {@code bid, ask .20%} when both are the same, {@code
     * -.15% +.10%} where there is little room. The longest that fits whole; empty when none does, or nothing is quoted.
     */
    public String brief(int room) {
        var bids = quoting.bids();
        var asks = quoting.asks();
        var told = bids == null || (asks != null && widens(asks) && !widens(bids)) ? asks : bids;
        return told == null
                ? ""
                : candidates(told)
                        .filter(text -> Widths.of(text) <= room)
                        .findFirst()
                        .orElse("");
    }

    /** Longest first. */
    private Stream<String> candidates(SideChain told) {
        var base = base(told);
        var name = speech.say("strategy.chain." + base.cause());
        var from = name + " " + percent(base.percent());
        var why = guard(told);
        var widened = why == null ? "" : " " + guard(why);
        var skewed = told.steps().stream().anyMatch(step -> step.cause().equals("skew"))
                ? " " + speech.say("strategy.chain.skew")
                : "";
        var wide = widths("bid", "ask") + ": ";
        var narrow = widths("bid-brief", "ask-brief");
        return Stream.of(
                wide + from + widened + skewed,
                wide + from + widened,
                narrow + ": " + from + widened + skewed,
                narrow + ": " + (why == null ? name : guard(why)),
                narrow + (why == null ? "" : ": " + times(why) + " " + left(why)),
                narrow);
    }

    private static boolean widens(SideChain chain) {
        return guard(chain) != null;
    }

    private String widths(String bid, String ask) {
        var bids = quoting.bids();
        var asks = quoting.asks();
        if (bids != null && asks != null && percent(bids.percent()).equals(percent(asks.percent()))) {
            return speech.say("console.chain.each", percent(bids.percent()));
        }
        return Stream.of(width(bid, bids), width(ask, asks))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String width(String key, @Nullable SideChain chain) {
        return chain == null ? "" : speech.say("console.chain." + key, percent(chain.percent()));
    }

    /** The last of what decides the usual width. */
    private static SideChain.Step base(SideChain chain) {
        var base = chain.steps().get(0);
        for (var step : chain.steps()) {
            base = WIDTHS.contains(step.cause()) ? step : base;
        }
        return base;
    }

    private static SideChain.@Nullable Step guard(SideChain chain) {
        return chain.steps().stream()
                .filter(step -> step.until() != null)
                .findFirst()
                .orElse(null);
    }

    private String guard(SideChain.Step step) {
        return speech.say("console.chain.guard", times(step), speech.say("strategy.chain." + step.cause()), left(step));
    }

    private static String times(SideChain.Step step) {
        return "x" + Figures.brief(Objects.requireNonNull(step.factor()), FACTOR_DECIMALS);
    }

    private String left(SideChain.Step step) {
        return Figures.span(Duration.between(now, step.until()).plusMillis(999));
    }

    /** {@code .15}, {@code 1.20}, {@code .045}. */
    private static String percent(BigDecimal percent) {
        var text = Figures.plain(percent, percent.abs().compareTo(SMALL) < 0 ? DECIMALS + 1 : DECIMALS);
        return text.startsWith("0.") ? text.substring(1) : text;
    }
}
