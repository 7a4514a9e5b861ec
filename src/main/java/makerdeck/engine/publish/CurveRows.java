package makerdeck.engine.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.snapshot.CurveRow;
import makerdeck.strategy.curve.ConfidenceInterval;
import makerdeck.strategy.curve.FillCurve;
import org.jspecify.annotations.Nullable;

/** The fill curve as the screen shows it, told anew every few seconds. Engine thread only. */
public final class CurveRows {

    private static final int DECIMALS = 4;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** In basis points. */
    private static final List<Integer> DISTANCES = Stream.concat(
                    IntStream.rangeClosed(1, 20).boxed(), Stream.of(25, 30, 40, 50, 75, 100))
            .toList();

    private final MarketData market;
    private final ParameterHistory history;
    private final FillCurve curve;
    private CurveRow latest = CurveRow.NONE;
    private Instant toldAt = Instant.MIN;

    public CurveRows(MarketData market, ParameterHistory history, FillCurve curve) {
        this.market = market;
        this.history = history;
        this.curve = curve;
    }

    /** Some seconds old at most. */
    CurveRow recent(Instant now) {
        if (toldAt.equals(Instant.MIN) || Duration.between(toldAt, now).compareTo(PAUSE) >= 0) {
            latest = now();
            toldAt = now;
        }
        return latest;
    }

    /** As it is at this moment. */
    public CurveRow now() {
        if (!market.isKnown()) {
            return CurveRow.NONE;
        }
        var fee = market.rates().fees(history.parameters()).makerBp();
        var points = new ArrayList<CurveRow.Point>();
        for (int i = 0; i < DISTANCES.size(); i++) {
            int from = DISTANCES.get(i);
            int to = i + 1 < DISTANCES.size() ? DISTANCES.get(i + 1) : Integer.MAX_VALUE;
            curve.at(from).ifPresent(at -> points.add(point(at, curve.own(from, to))));
        }
        return new CurveRow(
                curve.watched(),
                FillCurve.enough(),
                fee,
                points,
                curve.fit()
                        .map(fit -> new CurveRow.Fit(figure(fit.a()), figure(fit.k()), decimal(fit.from())))
                        .orElse(null),
                curve.breakEven(fee.doubleValue()).map(CurveRows::breakEven).orElse(null));
    }

    private static CurveRow.Point point(FillCurve.At at, FillCurve.Own own) {
        @Nullable ConfidenceInterval edge = at.edge();
        return new CurveRow.Point(
                decimal(at.distance()),
                decimal(at.takers()),
                figure(at.rate()),
                decimal(at.volume()),
                edge == null ? null : figure(edge),
                own.fills(),
                own.fills() == 0 ? null : figure(own.edge()));
    }

    private static CurveRow.Figure figure(ConfidenceInterval estimate) {
        return Double.isNaN(estimate.low())
                ? new CurveRow.Figure(decimal(estimate.value()), null, null)
                : new CurveRow.Figure(decimal(estimate.value()), decimal(estimate.low()), decimal(estimate.high()));
    }

    private static CurveRow.BreakEven breakEven(FillCurve.BreakEven even) {
        var high = even.high();
        return new CurveRow.BreakEven(decimal(even.half()), decimal(even.low()), high == null ? null : decimal(high));
    }

    private static BigDecimal decimal(double figure) {
        return BigDecimal.valueOf(figure).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
