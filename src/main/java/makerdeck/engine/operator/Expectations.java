package makerdeck.engine.operator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import makerdeck.domain.Side;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.MarketData;
import makerdeck.message.Message;
import makerdeck.strategy.curve.ConfidenceInterval;
import makerdeck.strategy.curve.Expected;
import makerdeck.strategy.curve.FillCurve;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.quoting.Quotes;

/** What quotes may be expected to make, as far as the fill curve tells. Engine thread only. */
public final class Expectations {

    private final MarketData market;
    private final FillCurve curve;

    public Expectations(MarketData market, FillCurve curve) {
        this.market = market;
        this.curve = curve;
    }

    /** Fills, edge and income with their intervals, or that too little is known; empty when nothing would be quoted. */
    Optional<Message> of(Quotes quotes, Parameters parameters) {
        var resting = resting(quotes);
        if (resting.isEmpty()) {
            return Optional.empty();
        }
        var fee = market.rates().fees(parameters).makerBp().doubleValue();
        return Optional.of(Expected.of(curve, resting, fee).map(this::told).orElseGet(() -> tooLittle(resting)));
    }

    private List<Expected.Resting> resting(Quotes quotes) {
        var rules = market.rules();
        var resting = new ArrayList<Expected.Resting>();
        for (var side : Side.values()) {
            for (var quote : quotes.side(side).quotes()) {
                var off = quotes.mid()
                        .subtract(rules.decimal(quote.price()))
                        .multiply(BigDecimal.valueOf(side.sign()))
                        .movePointRight(4)
                        .divide(quotes.mid(), MathContext.DECIMAL64);
                resting.add(new Expected.Resting(
                        off.doubleValue(),
                        rules.notional(quote.price(), quote.quantity()).doubleValue()));
            }
        }
        return resting;
    }

    private Message told(Expected expected) {
        return Message.of(
                "engine.expected",
                text(expected.fills(), 1),
                text(expected.edge(), 1),
                text(expected.income(), 2),
                market.rules().quote());
    }

    private Message tooLittle(List<Expected.Resting> resting) {
        var nearest =
                resting.stream().mapToDouble(Expected.Resting::distance).min().orElseThrow();
        return curve.at(nearest)
                .map(at -> Message.of(
                        "engine.expected.few",
                        Texts.rounded(new BigDecimal(at.takers()), 0),
                        Texts.rounded(new BigDecimal(nearest), 1),
                        Texts.length(curve.watched()),
                        rounded(at.rate().high(), 1)))
                .orElseGet(() -> Message.of(
                        "engine.expected.young", Texts.length(curve.watched()), Texts.length(FillCurve.enough())));
    }

    private static Message text(ConfidenceInterval estimate, int decimals) {
        return Message.of(
                "engine.expected.figure",
                rounded(estimate.value(), decimals),
                rounded(estimate.low(), decimals),
                rounded(estimate.high(), decimals));
    }

    private static String rounded(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
