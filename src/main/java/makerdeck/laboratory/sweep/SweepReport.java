package makerdeck.laboratory.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import makerdeck.laboratory.report.Numbers;
import makerdeck.laboratory.report.Report;
import makerdeck.laboratory.report.Report.ReportSection;
import makerdeck.laboratory.report.ReportPart;
import makerdeck.laboratory.report.ReportPart.Prose;
import makerdeck.laboratory.report.ReportPart.Table;
import makerdeck.laboratory.statistics.Estimate;
import makerdeck.laboratory.sweep.Ranking.RankedCell;
import makerdeck.message.Message;

/** What a sweep has found, for people. */
final class SweepReport {

    private static final int MOST_ROWS = 25;
    private static final int DECIMALS = 2;

    private final SweepPlan plan;
    private final Ranking ranking;
    private final Judgement judgement;

    private SweepReport(SweepPlan plan, Ranking ranking, Judgement judgement) {
        this.plan = plan;
        this.ranking = ranking;
        this.judgement = judgement;
    }

    static Report of(SweepPlan plan, Ranking ranking, Judgement judgement) {
        var made = new SweepReport(plan, ranking, judgement);
        return new Report(
                Message.of("laboratory.sweep.title", Message.list(plan.keys())),
                made.facts(),
                List.of(
                        new ReportSection(Message.of("laboratory.sweep.winner"), made.winner()),
                        new ReportSection(Message.of("laboratory.sweep.ranking"), made.table()),
                        new ReportSection(Message.of("laboratory.sweep.around"), AroundTheWinner.of(plan, ranking))));
    }

    private List<Message> facts() {
        var facts = new ArrayList<Message>();
        facts.add(Message.of("laboratory.sweep.inputs", plan.version(), plan.inputs()));
        facts.add(Message.of("laboratory.sweep.run", SweepPlan.spelled(plan.run())));
        facts.add(
                plan.base().isEmpty()
                        ? Message.of("laboratory.sweep.base-defaults")
                        : Message.of("laboratory.sweep.base", SweepPlan.spelled(plan.base())));
        facts.add(Message.of(
                plan.isRecorded() ? "laboratory.sweep.files" : "laboratory.sweep.seeds",
                plan.seeds().size(),
                plan.seeds().text(),
                plan.fresh().size(),
                plan.fresh().text()));
        return facts;
    }

    private List<ReportPart> winner() {
        var best = ranking.best();
        var parts = new ArrayList<ReportPart>();
        parts.add(new Prose(Message.count("laboratory.sweep.tried", plan.tried(), name(best.cell()))));
        parts.add(new Table(
                List.of(
                        Message.of("laboratory.sweep.on"),
                        Message.of(plan.isRecorded() ? "laboratory.sweep.head.files" : "laboratory.sweep.head.seeds"),
                        Message.of("laboratory.sweep.head.alpha"),
                        Message.of("laboratory.sweep.head.gain")),
                List.of(
                        row(on("searched"), best.alpha(), best.gain()),
                        row(on("judged"), judgement.alpha(), judgement.gain()))));
        parts.add(new Prose(Message.of("laboratory.sweep.verdict."
                + judgement.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'))));
        if (best.cell() != SweepPlan.BASE && best.gain().hasInterval()) {
            parts.add(new Prose(luck(best)));
        }
        if (ranking.hasSecond()) {
            parts.add(new Prose(lead()));
        }
        return parts;
    }

    private Message on(String which) {
        return Message.of("laboratory.sweep." + which + (plan.isRecorded() ? "-files" : ""));
    }

    private static List<Message> row(Message name, Estimate alpha, Estimate gain) {
        return List.of(
                name,
                Message.plain(Integer.toString(alpha.count())),
                Numbers.estimate(alpha, DECIMALS),
                Numbers.estimate(gain, DECIMALS));
    }

    private Message luck(RankedCell best) {
        return Message.of(
                "laboratory.sweep.luck",
                plan.tried(),
                Numbers.signed(ranking.luck(), DECIMALS),
                Numbers.signed(best.gain().mean() - ranking.luck(), DECIMALS));
    }

    /** How far the second is behind, and what could have been seen. */
    private Message lead() {
        var second = ranking.second();
        double lead = ranking.best().alpha().mean() - second.alpha().mean();
        var behind = Message.of("laboratory.sweep.second", name(second.cell()), Numbers.of(lead, DECIMALS));
        double findable = ranking.findableLead();
        if (!Double.isFinite(findable)) {
            return Message.sequence(List.of(behind, Message.of("laboratory.sweep.too-little")));
        }
        return Message.sequence(List.of(
                behind,
                Message.of(
                        "laboratory.sweep.findable",
                        Numbers.of(findable, DECIMALS),
                        Numbers.of(findable / 2, DECIMALS),
                        ranking.seedsFor(findable / 2))));
    }

    private Message name(int cell) {
        var spelled = SweepPlan.spelled(plan.cells().get(cell));
        return cell == SweepPlan.BASE
                ? Message.of("laboratory.sweep.the-base")
                : Message.of("laboratory.sweep.cell", cell, spelled);
    }

    private List<ReportPart> table() {
        var heads = new ArrayList<Message>();
        heads.add(Message.of("laboratory.sweep.head.rank"));
        heads.add(Message.of("laboratory.sweep.head.cell"));
        plan.keys().forEach(key -> heads.add(Message.plain(key)));
        for (var figure : List.of("alpha", "gain", "edge", "fills", "drawdown", "halted")) {
            heads.add(Message.of("laboratory.sweep.head." + figure));
        }
        var rows = new ArrayList<List<Message>>();
        for (int i = 0; i < Math.min(MOST_ROWS, ranking.cells().size()); i++) {
            rows.add(row(i + 1, ranking.cells().get(i)));
        }
        var parts = new ArrayList<ReportPart>();
        parts.add(new Table(heads, rows));
        int more = ranking.cells().size() - rows.size();
        if (more > 0) {
            parts.add(new Prose(Message.of("laboratory.sweep.more", more, SweepEnd.TABLE)));
        }
        return parts;
    }

    private List<Message> row(int rank, RankedCell each) {
        var cells = new ArrayList<Message>();
        cells.add(Message.plain(Integer.toString(rank)));
        cells.add(
                each.cell() == SweepPlan.BASE
                        ? Message.of("laboratory.sweep.the-base")
                        : Message.plain(Integer.toString(each.cell())));
        plan.keys().forEach(key -> cells.add(Message.plain(plan.value(each.cell(), key))));
        cells.add(Numbers.estimate(each.alpha(), DECIMALS));
        cells.add(Numbers.estimate(each.gain(), DECIMALS));
        cells.add(Numbers.estimate(each.edge(), 1));
        cells.add(Numbers.of(each.fills().mean(), 1));
        cells.add(Numbers.of(each.drawdown(), DECIMALS));
        cells.add(Message.plain(Integer.toString(each.halted())));
        return cells;
    }
}
