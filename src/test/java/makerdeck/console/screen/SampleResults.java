package makerdeck.console.screen;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import makerdeck.console.SampleDesk;
import makerdeck.snapshot.ResultRow;
import makerdeck.snapshot.Results;
import org.jspecify.annotations.Nullable;

/** Results of three days, read when the test says so. */
final class SampleResults implements ResultsSource {

    Results.Answer answer = Results.Answer.NONE_YET;
    int asked;

    @Override
    public void ask() {
        asked++;
    }

    @Override
    public Results.Answer latest() {
        return answer;
    }

    static Results results() {
        var noon = SampleDesk.NOON;
        var hours = new ArrayList<ResultRow>();
        IntStream.range(0, 60)
                .forEach(i -> hours.add(
                        row(ResultRow.Part.HOUR, noon.minus(Duration.ofHours(i)), 0, 10 + i, (i * 7) % 13 - 5)));
        var midnight = Instant.parse("2026-03-02T00:00:00Z");
        var days = IntStream.range(0, 3)
                .mapToObj(i -> row(ResultRow.Part.DAY, midnight.minus(Duration.ofDays(i)), 0, 700 - i, 20 - 30 * i))
                .toList();
        return new Results(
                "SOL",
                "USDC",
                noon,
                hours,
                days,
                List.of(
                        row(ResultRow.Part.LAYER, null, 1, 1500, 40),
                        row(ResultRow.Part.LAYER, null, 2, 500, 12),
                        row(ResultRow.Part.REBALANCE, null, 0, 40, -3),
                        row(ResultRow.Part.REST, null, 0, 0, -79)),
                List.of(
                        row(ResultRow.Part.BIDS, null, 0, 1100, 30),
                        row(ResultRow.Part.ASKS, null, 0, 900, 22),
                        row(ResultRow.Part.MID, null, 0, 2000, 52)),
                row(ResultRow.Part.TOTAL, null, 0, 2097, -30),
                List.of(),
                IntStream.range(0, 60)
                        .mapToObj(i -> new Results.Valued(
                                noon.minus(Duration.ofHours(60 - i)),
                                BigDecimal.valueOf(1_000_000 + 300 * ((i * i) % 17) + 100 * i, 2)))
                        .toList());
    }

    static ResultRow row(ResultRow.Part part, @Nullable Instant from, int layer, long fills, long profit) {
        var rest = part == ResultRow.Part.REST;
        var captured = BigDecimal.valueOf(fills * 3, 2);
        var fees = BigDecimal.valueOf(fills, 2);
        return new ResultRow(
                part,
                from,
                layer,
                fills,
                BigDecimal.valueOf(fills * 2),
                BigDecimal.valueOf(fills * 300),
                captured,
                BigDecimal.valueOf(profit).subtract(captured).add(fees),
                fees,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.valueOf(profit),
                part == ResultRow.Part.TOTAL ? Map.of("BNB", new BigDecimal("0.0020")) : Map.of(),
                rest
                        ? Map.of()
                        : Map.of(
                                5, new ResultRow.Markout(fills, new BigDecimal("1.24"), new BigDecimal("0.5")),
                                60, new ResultRow.Markout(fills - 1, new BigDecimal("-0.36"), null)),
                part == ResultRow.Part.LAYER || rest ? null : new BigDecimal("97.25"));
    }
}
