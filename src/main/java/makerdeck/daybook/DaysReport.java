package makerdeck.daybook;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import makerdeck.journal.DeskDays;
import makerdeck.journal.DeskEarnings;
import makerdeck.laboratory.report.Report;
import makerdeck.laboratory.report.Report.ReportSection;
import makerdeck.laboratory.report.ReportPart;
import makerdeck.laboratory.report.ReportPart.Plot;
import makerdeck.laboratory.report.ReportPart.PlotLine;
import makerdeck.laboratory.report.ReportPart.PlotPoint;
import makerdeck.laboratory.report.ReportPart.Prose;
import makerdeck.laboratory.report.ReportPart.Table;
import makerdeck.message.Message;

/** The days of each desk, for people. Pure. */
final class DaysReport {

    private static final double SECONDS_A_DAY = 86_400;

    private final DeskDays desk;
    private final DeskEarnings earnings;

    private DaysReport(DeskDays desk) {
        this.desk = desk;
        earnings = desk.earnings();
    }

    /** {@code journal}: the file they were read from; {@code now}: when. */
    static Report of(List<DeskDays> desks, String journal, Instant now) {
        var facts = List.of(
                Message.of("daybook.fact.journal", journal),
                Message.of("daybook.fact.made", now.truncatedTo(ChronoUnit.SECONDS)));
        return new Report(
                Message.of("daybook.title"),
                facts,
                desks.stream().map(desk -> new DaysReport(desk).section()).toList());
    }

    private ReportSection section() {
        var parts = new ArrayList<ReportPart>();
        parts.add(money());
        parts.add(new Prose(Message.of("daybook.note.pnl", earnings.quote())));
        parts.add(new Prose(Message.of("daybook.note.against")));
        parts.add(new Prose(Message.of("daybook.note.drawdown")));
        parts.add(trading());
        parts.add(new Prose(Message.of("daybook.note.trading", earnings.quote())));
        parts.add(new Prose(Message.of("daybook.note.quoted")));
        parts.addAll(TierLines.of(desk));
        parts.addAll(ProgrammeParts.of(desk.programme(), earnings.quote()));
        parts.add(equity());
        return new ReportSection(heading(), parts);
    }

    /** Valued as the last equity that is told is: the desk may have gone on since the last day of the report. */
    private Message heading() {
        var curve = desk.curve();
        Object valued = curve.isEmpty()
                ? Message.of("daybook.unknown")
                : curve.get(curve.size() - 1).at().truncatedTo(ChronoUnit.SECONDS);
        return earnings.account().isEmpty()
                ? Message.of("daybook.desk", earnings.symbol(), earnings.venue(), earnings.mode(), valued)
                : Message.of(
                        "daybook.desk-of",
                        earnings.symbol(),
                        earnings.venue(),
                        earnings.mode(),
                        valued,
                        earnings.account());
    }

    private static Message head(String name, Object... values) {
        return Message.of("daybook.head." + name, values);
    }

    /** Fees apart are told where there are any: the profit is without them. */
    private Table money() {
        var quote = earnings.quote();
        boolean apart =
                earnings.days().stream().anyMatch(day -> !day.feesApart().isEmpty());
        var heads = new ArrayList<>(List.of(
                head("day"),
                head("fills"),
                head("pnl", quote),
                head("against"),
                head("drawdown"),
                head("equity"),
                head("fees"),
                head("interest")));
        if (apart) {
            heads.add(head("apart"));
        }
        var rows = new ArrayList<List<Message>>();
        for (int i = 0; i < desk.days().size(); i++) {
            var earned = earnings.days().get(i);
            rows.add(money(
                    Message.plain(earned.date().toString()),
                    List.of(earned),
                    desk.days().get(i),
                    apart));
        }
        rows.add(money(Message.of("daybook.total"), earnings.days(), desk.whole(), apart));
        return new Table(heads, rows);
    }

    private static List<Message> money(Message name, List<DeskEarnings.Day> earned, DeskDays.Day day, boolean apart) {
        var worth = day.worth();
        var held = worth.held();
        var pnl = sum(earned.stream().map(DeskEarnings.Day::pnl));
        var cells = new ArrayList<>(List.of(
                name,
                Message.plain(Long.toString(
                        earned.stream().mapToLong(DeskEarnings.Day::fills).sum())),
                ReportCells.of(pnl),
                ReportCells.of(held == null ? null : pnl.subtract(held)),
                ReportCells.of(worth.drawdown()),
                ReportCells.of(worth.equity()),
                ReportCells.of(sum(earned.stream().map(DeskEarnings.Day::fees))),
                ReportCells.of(sum(earned.stream().map(DeskEarnings.Day::interest)))));
        if (apart) {
            cells.add(ReportCells.amounts(apart(earned)));
        }
        return cells;
    }

    private static Map<String, BigDecimal> apart(List<DeskEarnings.Day> earned) {
        return earned.stream()
                .flatMap(day -> day.feesApart().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, BigDecimal::add, TreeMap::new));
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Table trading() {
        var rows = new ArrayList<List<Message>>();
        for (int i = 0; i < desk.days().size(); i++) {
            var earned = earnings.days().get(i);
            rows.add(trading(
                    Message.plain(earned.date().toString()),
                    List.of(earned),
                    desk.days().get(i)));
        }
        rows.add(trading(Message.of("daybook.total"), earnings.days(), desk.whole()));
        return new Table(
                List.of(
                        head("day"),
                        head("bought-maker"),
                        head("bought-taker"),
                        head("sold-maker"),
                        head("sold-taker"),
                        head("volume", earnings.base()),
                        head("bids"),
                        head("asks")),
                rows);
    }

    private static List<Message> trading(Message name, List<DeskEarnings.Day> earned, DeskDays.Day day) {
        var roles = day.roles();
        var time = day.time();
        return List.of(
                name,
                ReportCells.of(roles.boughtAsMaker()),
                ReportCells.of(roles.boughtAsTaker()),
                ReportCells.of(roles.soldAsMaker()),
                ReportCells.of(roles.soldAsTaker()),
                ReportCells.of(sum(earned.stream().map(DeskEarnings.Day::volumeBase))),
                time == null ? ReportCells.of(null) : ReportCells.share(time.bidsQuoted(), day.wall()),
                time == null ? ReportCells.of(null) : ReportCells.share(time.asksQuoted(), day.wall()));
    }

    /** A statistic for the eye: here, and nowhere else, money is a binary fraction. */
    private Plot equity() {
        var first = desk.whole().date();
        var midnight = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        var points = desk.curve().stream()
                .map(mark -> new PlotPoint(
                        midnight.until(mark.at(), ChronoUnit.SECONDS) / SECONDS_A_DAY,
                        mark.low().doubleValue(),
                        mark.last().doubleValue(),
                        mark.high().doubleValue()))
                .toList();
        return new Plot(
                Message.of("daybook.plot.caption"),
                Message.of("daybook.plot.across", first),
                Message.of("daybook.plot.up", earnings.quote()),
                List.of(new PlotLine(Message.of("daybook.plot.caption"), ReportPart.Shape.LINE, points)));
    }
}
