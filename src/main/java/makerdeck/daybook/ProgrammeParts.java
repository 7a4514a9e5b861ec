package makerdeck.daybook;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import makerdeck.journal.Entry;
import makerdeck.journal.ProgrammeMonth;
import makerdeck.laboratory.report.ReportPart;
import makerdeck.laboratory.report.ReportPart.Prose;
import makerdeck.laboratory.report.ReportPart.Table;
import makerdeck.message.Message;

/** What a market-maker programme counts, month by month. Pure. */
final class ProgrammeParts {

    private ProgrammeParts() {}

    /** Empty when nothing was counted. */
    static List<ReportPart> of(List<ProgrammeMonth> months, String quote) {
        if (months.isEmpty()) {
            return List.of();
        }
        var rows = new ArrayList<List<Message>>();
        for (var month : months) {
            rows.add(row(month, month.near()));
            rows.add(row(month, month.far()));
        }
        var heads = Stream.of(
                        "month", "band", "rested-bids", "rested-asks", "both", "unknown", "market", "made", "share")
                .map(name -> Message.of("daybook.head." + name))
                .toList();
        return List.of(
                new Prose(Message.of("daybook.programme.title", quote)),
                new Table(heads, rows),
                new Prose(Message.of("daybook.programme.wall")),
                new Prose(Message.of("daybook.programme.share")));
    }

    private static List<Message> row(ProgrammeMonth month, Entry.Rested band) {
        var heard = month.heard();
        return List.of(
                Message.plain(YearMonth.from(month.month()).toString()),
                ReportCells.of(band.points()),
                ReportCells.of(month.average(band.bids())),
                ReportCells.of(month.average(band.asks())),
                ReportCells.share(band.both().toMillis(), month.wall()),
                ReportCells.share(heard.ran().minus(heard.known()).toMillis(), month.wall()),
                ReportCells.of(month.market()),
                ReportCells.of(month.maker()),
                month.makerPercent().isEmpty()
                        ? ReportCells.of(null)
                        : ReportCells.percent(month.maker(), month.market()));
    }
}
