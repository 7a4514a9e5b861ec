package makerdeck.laboratory.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import makerdeck.laboratory.model.RunFill;
import makerdeck.laboratory.model.RunResult;
import makerdeck.laboratory.model.Strategy;
import makerdeck.laboratory.report.Numbers;
import makerdeck.laboratory.report.Report;
import makerdeck.laboratory.report.ReportPart;
import makerdeck.laboratory.statistics.Estimate;
import makerdeck.message.Message;
import makerdeck.strategy.parameters.Parameters;

/** What a comparison came to, for people. Pure. */
public final class BacktestReport {

    private static final double SECONDS_AN_HOUR = 3600;
    private static final int MOST_HALTS = 10;

    private final Finished finished;
    private final Comparison comparison;
    private final String quote;

    private BacktestReport(Finished finished) {
        this.finished = finished;
        comparison = finished.comparison();
        quote = comparison.base().market().rules().quote();
    }

    public static Report of(Finished finished) {
        var report = new BacktestReport(finished);
        var sections = new ArrayList<>(List.of(report.results(), report.sources(), report.markouts()));
        report.comparison.contenders().forEach(contender -> report.curve(contender, sections));
        return new Report(word("title", report.comparison.market()), report.facts(), sections);
    }

    private static Message word(String key, Object... values) {
        return Message.of("laboratory.backtest." + key, values);
    }

    private List<Message> facts() {
        var base = comparison.base();
        var facts = new ArrayList<Message>();
        facts.add(Message.plain(comparison.heading()));
        facts.add(word(
                "market", base.market().rules().symbol(), comparison.seeds().size(), Numbers.of(hours(), 2)));
        facts.add(word(
                "account",
                base.latency().toMillis(),
                base.fees().makerBp(),
                base.fees().takerBp(),
                base.funds().toString()));
        comparison.contenders().forEach(each -> facts.add(word("trader", each.name(), spelled(each.strategy()))));
        if (!finished.isWhole()) {
            facts.add(word("stopped", finished.runs().size(), comparison.size()));
        }
        return facts;
    }

    /** A recorded feed may be over before the time asked for. */
    private double hours() {
        return finished.runs().values().stream()
                .findFirst()
                .map(RunResult::hours)
                .orElse(comparison.base().length().toSeconds() / SECONDS_AN_HOUR);
    }

    private static Message spelled(Strategy strategy) {
        if (strategy instanceof Strategy.Desk desk) {
            return spelled(desk.parameters());
        }
        return strategy instanceof Strategy.PureMaker maker
                ? word("pmm", maker.refresh().toSeconds(), maker.delay().toSeconds(), spelled(maker.parameters()))
                : word("hold");
    }

    private static Message spelled(Parameters parameters) {
        var changes = Parameters.defaults().changesTo(parameters);
        return changes.isEmpty()
                ? word("defaults")
                : Message.list(changes.stream()
                        .map(change -> change.parameter().key() + "=" + change.after())
                        .toList());
    }

    /** An estimate over the seeds of a figure of each run. */
    private static Estimate over(List<RunResult> runs, ToDoubleFunction<RunResult> figure) {
        return Estimate.ofNumbers(runs.stream().mapToDouble(figure).toArray());
    }

    private static double perHour(RunResult run, Function<RunResult, Number> figure) {
        return figure.apply(run).doubleValue() / run.hours();
    }

    private Report.ReportSection results() {
        var rows = new ArrayList<List<Message>>();
        var verdicts = new ArrayList<ReportPart>();
        for (var contender : comparison.contenders()) {
            var runs = finished.of(contender);
            var alpha = over(runs, RunResult::alphaPerHour);
            rows.add(List.of(
                    Message.plain(contender.name()),
                    Numbers.estimate(alpha, 2),
                    difference(contender),
                    Numbers.estimate(
                            over(runs, run -> perHour(run, each -> each.money().pnl())), 2),
                    Numbers.of(
                            over(runs, run -> run.money().drawdown().doubleValue())
                                    .mean(),
                            2),
                    Numbers.of(over(runs, RunResult::fillsPerHour).mean(), 1),
                    Numbers.of(
                            over(runs, run -> ResultTables.percent(run.bids(), run.length()))
                                    .mean(),
                            1),
                    Numbers.of(
                            over(runs, run -> ResultTables.percent(run.asks(), run.length()))
                                    .mean(),
                            1),
                    Numbers.of(
                            over(
                                            runs,
                                            run -> perHour(
                                                    run, each -> each.requests().all()))
                                    .mean(),
                            0)));
            verdict(contender, alpha, verdicts);
        }
        halts(verdicts);
        var table = new ReportPart.Table(
                heads("trader-head", "alpha", "difference", "pnl", "drawdown", "fills", "bids", "asks", "requests"),
                rows);
        return new Report.ReportSection(
                word("results", quote),
                Stream.concat(Stream.of((ReportPart) table), verdicts.stream()).toList());
    }

    /** Who stands halted holds: such runs are in all figures, and have to be known. */
    private void halts(List<ReportPart> parts) {
        var halted = new ArrayList<ReportPart>();
        finished.runs().forEach((run, result) -> result.halt()
                .ifPresent(halt -> halted.add(new ReportPart.Prose(word(
                        "halted",
                        comparison.contender(run).name(),
                        comparison.seed(run),
                        halt.after().toMinutes(),
                        halt.why())))));
        parts.addAll(halted.subList(0, Math.min(MOST_HALTS, halted.size())));
        if (halted.size() > MOST_HALTS) {
            parts.add(new ReportPart.Prose(word("halted-more", halted.size() - MOST_HALTS, "runs.csv")));
        }
    }

    /** Who holds has no alpha by definition. */
    private static void verdict(Contender contender, Estimate alpha, List<ReportPart> verdicts) {
        if (contender.strategy() instanceof Strategy.Hold || alpha.count() == 0) {
            return;
        }
        var verdict =
                !alpha.hasInterval() ? "one-seed" : !alpha.isProved() ? "open" : alpha.mean() > 0 ? "gain" : "loss";
        verdicts.add(new ReportPart.Prose(word("verdict." + verdict, contender.name())));
    }

    /** Of the others to the first, of the seeds that both have. */
    private Message difference(Contender contender) {
        var first = comparison.contenders().get(0);
        if (contender.equals(first)) {
            return Message.plain("");
        }
        var pairs = finished.pairs(first, contender);
        return Numbers.estimate(
                Estimate.ofDifferences(
                        pairs.stream()
                                .mapToDouble(pair -> pair.get(1).alphaPerHour())
                                .toArray(),
                        pairs.stream()
                                .mapToDouble(pair -> pair.get(0).alphaPerHour())
                                .toArray()),
                2);
    }

    private static List<Message> heads(String... keys) {
        return Stream.of(keys).map(key -> word("head." + key)).toList();
    }

    private Report.ReportSection sources() {
        var rows = new ArrayList<List<Message>>();
        for (var contender : comparison.contenders()) {
            var runs = finished.of(contender);
            rows.add(List.of(
                    Message.plain(contender.name()),
                    estimate(runs, each -> each.money().captured()),
                    estimate(runs, each -> each.money().inventory()),
                    estimate(runs, each -> each.money().fees()),
                    estimate(runs, each -> each.money().rebalance()),
                    Numbers.of(
                            over(runs, run -> perHour(run, RunResult::volumeQuote))
                                    .mean(),
                            0)));
        }
        var table = new ReportPart.Table(
                heads("trader-head", "captured", "inventory", "fees", "rebalance", "volume"), rows);
        return new Report.ReportSection(word("sources", quote), List.of(table));
    }

    private static Message estimate(List<RunResult> runs, Function<RunResult, Number> figure) {
        return Numbers.estimate(over(runs, run -> perHour(run, figure)), 2);
    }

    private Report.ReportSection markouts() {
        var rows = new ArrayList<List<Message>>();
        for (var contender : comparison.contenders()) {
            var fills =
                    finished.of(contender).stream().map(FillsByDistance::quotes).toList();
            var row = new ArrayList<Message>();
            row.add(Message.plain(contender.name()));
            row.add(Message.plain(
                    Integer.toString(fills.stream().mapToInt(List::size).sum())));
            row.add(Numbers.of(
                    FillsByDistance.mean(fills, fill -> fill.distanceBp().orElse(Double.NaN))
                            .mean(),
                    1));
            row.add(Numbers.of(FillsByDistance.mean(fills, RunFill::feeBp).mean(), 1));
            for (int seconds : RunFill.MARKOUTS) {
                row.add(Numbers.estimate(
                        FillsByDistance.mean(
                                fills, fill -> fill.markoutBp(seconds).orElse(Double.NaN)),
                        1));
            }
            rows.add(row);
        }
        var table = new ReportPart.Table(
                heads("trader-head", "count", "distance", "fee", "after-1", "after-5", "after-30", "after-60"), rows);
        return new Report.ReportSection(
                word("markouts"), List.of(new ReportPart.Prose(word("markouts.meaning")), table));
    }

    /** Nothing of a trader that was never filled. */
    private void curve(Contender contender, List<Report.ReportSection> sections) {
        var curve = FillsByDistance.of(finished.of(contender));
        if (curve.isEmpty()) {
            return;
        }
        var rows = new ArrayList<List<Message>>();
        for (var step : curve) {
            rows.add(List.of(
                    Message.plain(step.fromBp() + ".." + (step.fromBp() + 1)),
                    Message.plain(Integer.toString(step.fills())),
                    Numbers.estimate(step.perHour(), 2),
                    Numbers.estimate(step.edgeBp(), 1)));
        }
        var table = new ReportPart.Table(heads("step", "count", "fills", "edge"), rows);
        sections.add(new Report.ReportSection(
                word("curve", contender.name()),
                List.of(
                        table,
                        plot("curve.fills", "head.fills", curve, FillsByDistance.Step::perHour),
                        plot("curve.edge", "head.edge", curve, FillsByDistance.Step::edgeBp))));
    }

    private static ReportPart plot(
            String caption,
            String up,
            List<FillsByDistance.Step> curve,
            Function<FillsByDistance.Step, Estimate> figure) {
        var points = new ArrayList<ReportPart.PlotPoint>();
        for (var step : curve) {
            var estimate = figure.apply(step);
            double middle = step.fromBp() + 0.5;
            if (estimate.hasInterval()) {
                points.add(new ReportPart.PlotPoint(
                        middle,
                        estimate.mean() - estimate.halfWidth(),
                        estimate.mean(),
                        estimate.mean() + estimate.halfWidth()));
            } else if (Double.isFinite(estimate.mean())) {
                points.add(ReportPart.PlotPoint.of(middle, estimate.mean()));
            }
        }
        return new ReportPart.Plot(
                word(caption),
                word("head.step"),
                word(up),
                List.of(new ReportPart.PlotLine(word(up), ReportPart.Shape.DOTS, points)));
    }
}
