package makerdeck;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import makerdeck.domain.Side;
import makerdeck.journal.DeskResults;
import makerdeck.journal.ProgrammeMonth;
import makerdeck.snapshot.ResultRow;
import makerdeck.snapshot.Results;
import makerdeck.strategy.curve.WeightedMean;
import org.jspecify.annotations.Nullable;

/** What the journal has summed up, as rows that people read. */
final class ResultsOfJournal {

    private static final BigDecimal BASIS_POINTS = BigDecimal.valueOf(10_000);
    private static final int REBALANCE = -1;

    private ResultsOfJournal() {}

    static Results of(DeskResults read) {
        return new Results(
                read.base(),
                read.quote(),
                read.asOf(),
                periods(ResultRow.Part.HOUR, read.hours()),
                periods(ResultRow.Part.DAY, read.days()),
                parts(read),
                sides(read),
                row(ResultRow.Part.TOTAL, null, 0, read.total()),
                programme(read.programme()),
                read.curve().stream()
                        .map(valued -> new Results.Valued(valued.at(), valued.equity()))
                        .toList());
    }

    /** Of other bands, which were in force before or after, the report tells. */
    private static List<Results.Programme> programme(List<ProgrammeMonth> months) {
        return months.stream()
                .max(Comparator.comparing(month -> month.heard().ran()))
                .map(month -> Stream.of(month.near(), month.far())
                        .map(band -> new Results.Programme(
                                band.points(),
                                month.average(band.bids()),
                                month.average(band.asks()),
                                month.percent(band.both()),
                                month.makerPercent().orElse(null)))
                        .toList())
                .orElse(List.of());
    }

    private static List<ResultRow> periods(ResultRow.Part part, List<DeskResults.Period> periods) {
        return periods.stream()
                .sorted(Comparator.comparing(DeskResults.Period::from).reversed())
                .map(period -> row(part, period.from(), 0, period.sums()))
                .toList();
    }

    private static List<ResultRow> parts(DeskResults read) {
        var rows = new ArrayList<ResultRow>();
        read.parts().keySet().stream()
                .sorted(Comparator.comparing((Integer part) -> part <= 0).thenComparing(Math::abs))
                .forEach(part -> rows.add(row(
                        part > 0
                                ? ResultRow.Part.LAYER
                                : part == REBALANCE ? ResultRow.Part.REBALANCE : ResultRow.Part.UNKNOWN_LAYER,
                        null,
                        Math.max(0, part),
                        read.parts().getOrDefault(part, DeskResults.Sums.NONE))));
        if (!rows.isEmpty() || read.asOf() != null) {
            rows.add(row(ResultRow.Part.REST, null, 0, read.rest()));
        }
        return rows;
    }

    private static List<ResultRow> sides(DeskResults read) {
        var rows = new ArrayList<ResultRow>();
        for (var side : Side.values()) {
            var sums = read.sides().get(side);
            if (sums != null) {
                rows.add(row(side == Side.BID ? ResultRow.Part.BIDS : ResultRow.Part.ASKS, null, 0, sums));
            }
        }
        for (var regime : List.of("LOW", "MID", "HIGH", "")) {
            var sums = read.regimes().get(regime);
            if (sums != null) {
                var part = regime.isEmpty() ? ResultRow.Part.UNKNOWN_REGIME : ResultRow.Part.valueOf(regime);
                rows.add(row(part, null, 0, sums));
            }
        }
        return rows;
    }

    private static ResultRow row(ResultRow.Part part, @Nullable Instant from, int layer, DeskResults.Sums sums) {
        var traded = sums.traded();
        var markouts = new HashMap<Integer, ResultRow.Markout>();
        sums.markouts().forEach((seconds, markout) -> {
            if (markout.volume().signum() > 0) {
                markouts.put(seconds, markout(markout));
            }
        });
        return new ResultRow(
                part,
                from,
                layer,
                traded.fills(),
                traded.volumeBase(),
                traded.volumeQuote(),
                traded.captured(),
                sums.inventory(),
                traded.fees().add(sums.converted()),
                traded.rebalanced(),
                sums.interest(),
                sums.pnl(),
                apart(sums.feesApart()),
                markouts,
                quoted(sums.time()));
    }

    private static ResultRow.Markout markout(DeskResults.Markout sums) {
        return new ResultRow.Markout(
                sums.fills(),
                sums.gain().multiply(BASIS_POINTS).divide(sums.volume(), 4, RoundingMode.HALF_EVEN),
                error(sums));
    }

    /** Half of the interval; null where nothing is said of it. */
    private static @Nullable BigDecimal error(DeskResults.Markout sums) {
        var squares = sums.squares();
        var mean = new WeightedMean(
                        sums.fills(),
                        sums.gain().doubleValue(),
                        sums.volume().doubleValue(),
                        squares.gain().doubleValue(),
                        squares.gainByVolume().doubleValue(),
                        squares.volume().doubleValue())
                .basisPoints();
        return Double.isNaN(mean.error())
                ? null
                : BigDecimal.valueOf(mean.error()).setScale(4, RoundingMode.HALF_EVEN);
    }

    private static Map<String, BigDecimal> apart(Map<String, BigDecimal> amounts) {
        return amounts.entrySet().stream()
                .filter(amount -> amount.getValue().signum() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static @Nullable BigDecimal quoted(DeskResults.Time time) {
        return time.ran() == 0
                ? null
                : BigDecimal.valueOf((time.bidsQuoted() + time.asksQuoted()) * 50)
                        .divide(BigDecimal.valueOf(time.ran()), 2, RoundingMode.HALF_EVEN);
    }
}
