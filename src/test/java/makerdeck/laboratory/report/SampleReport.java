package makerdeck.laboratory.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import makerdeck.laboratory.report.Report.ReportSection;
import makerdeck.laboratory.report.ReportPart.Plot;
import makerdeck.laboratory.report.ReportPart.PlotLine;
import makerdeck.laboratory.report.ReportPart.PlotPoint;
import makerdeck.laboratory.report.ReportPart.Prose;
import makerdeck.laboratory.report.ReportPart.Shape;
import makerdeck.laboratory.report.ReportPart.Table;
import makerdeck.laboratory.statistics.Estimate;
import makerdeck.message.Message;

/** A report that has all there is, as long as one gets. */
final class SampleReport {

    private static final List<String> HEADS = List.of(
            "desk",
            "fills/h",
            "captured",
            "fees",
            "inventory",
            "rebalance",
            "pnl",
            "alpha",
            "max drawdown",
            "uptime bid",
            "uptime ask",
            "requests");

    private SampleReport() {}

    static Report report() {
        return new Report(
                words("Backtest <normal> & \"wild\""),
                List.of(
                        words("makerdeck 0.1.0, inputs " + "0123456789abcdef".repeat(4)),
                        words("seeds 1..20, 3 h each")),
                List.of(
                        new ReportSection(words("Figures"), List.of(words2("Mean of 20 seeds."), table(), small())),
                        new ReportSection(words("Curves"), List.of(equity(), curve(), empty())),
                        new ReportSection(words("Notes"), List.of(words2("Alpha is against holding.")))));
    }

    private static Message words(String words) {
        return Message.plain(words);
    }

    private static Prose words2(String words) {
        return new Prose(words(words));
    }

    private static Table table() {
        var rows = new ArrayList<List<Message>>();
        for (var name : List.of("default", "pmm", "hold", "a-preset-with-a-long-name")) {
            rows.add(Stream.concat(
                            Stream.of(words(name)),
                            IntStream.range(1, HEADS.size())
                                    .mapToObj(i -> Numbers.estimate(
                                            Estimate.of(i * 7.31 + name.length(), -i * 3.1, i * 1.7), 2)))
                    .toList());
        }
        return new Table(HEADS.stream().map(Message::plain).toList(), rows);
    }

    private static Table small() {
        return new Table(
                List.of(words("after"), words("bp")),
                List.of(List.of(words("1 s"), words("7.9")), List.of(words("60 s"), words("8.61"))));
    }

    private static Plot equity() {
        var lines = Stream.of("default", "pmm", "hold")
                .map(name -> new PlotLine(
                        words(name),
                        Shape.LINE,
                        IntStream.rangeClosed(0, 60)
                                .mapToObj(i -> {
                                    double y = 10_000 + 20 * Math.sin(i / 9.0 + name.length()) - i / 3.0;
                                    return new PlotPoint(i / 20.0, y - i / 2.0, y, y + i / 2.0);
                                })
                                .toList()))
                .toList();
        return new Plot(words("Equity"), words("hours"), words("USDC"), lines);
    }

    private static Plot curve() {
        var points = List.of(
                new PlotPoint(3, 85, 91, 97),
                new PlotPoint(5, 39, 43, 47),
                new PlotPoint(7, 20, 22.4, 25),
                new PlotPoint(9, 5, 6.3, 7.7),
                PlotPoint.of(12, 0.23));
        return new Plot(
                words("Fills an hour by distance"),
                words("bp from the mid"),
                words("fills/h"),
                List.of(new PlotLine(words("bids"), Shape.DOTS, points)));
    }

    private static Plot empty() {
        return new Plot(
                words("Nothing"), words("x"), words("y"), List.of(new PlotLine(words("z"), Shape.LINE, List.of())));
    }
}
