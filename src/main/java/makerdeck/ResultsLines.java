package makerdeck;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import makerdeck.command.DeskCommand;
import makerdeck.message.Message;
import makerdeck.snapshot.ResultRow;
import makerdeck.snapshot.Results;
import makerdeck.snapshot.Severity;

/** Where there is no screen, results are told line by line, as soon as they are read. Any thread. */
final class ResultsLines {

    /** A month. */
    private static final int DAYS = 31;

    private static final int DECIMALS = 8;

    private final JournalReadings readings;
    private final BiConsumer<Severity, Message> news;

    ResultsLines(JournalReadings readings, BiConsumer<Severity, Message> news) {
        this.readings = readings;
        this.news = news;
    }

    /** Has results read for who asks for them; every command goes on to the desk. */
    BiConsumer<String, DeskCommand> before(BiConsumer<String, DeskCommand> desk) {
        return (line, command) -> {
            desk.accept(line, command);
            if (command instanceof DeskCommand.Show show && show.subject() == DeskCommand.Show.Subject.RESULTS) {
                readings.tell(this::tell);
            }
        };
    }

    /** All that an answer says. */
    static List<Message> of(Results.Answer answer) {
        var trouble = answer.trouble();
        var results = answer.results();
        return trouble != null ? List.of(trouble) : results == null ? List.of() : lines(results);
    }

    private void tell(Results.Answer answer) {
        var trouble = answer.trouble();
        var results = answer.results();
        if (trouble != null) {
            news.accept(Severity.WARN, trouble);
        } else if (results != null) {
            lines(results).forEach(line -> news.accept(Severity.INFO, line));
        }
    }

    static List<Message> lines(Results results) {
        var lines = new ArrayList<Message>();
        var days = results.days();
        days.subList(0, Math.min(DAYS, days.size())).forEach(row -> lines.add(line(row, results)));
        results.layers().forEach(row -> lines.add(line(row, results)));
        results.sides().forEach(row -> lines.add(line(row, results)));
        lines.add(line(results.total(), results));
        results.programme().forEach(band -> lines.add(programme(band, results)));
        return lines;
    }

    private static Message programme(Results.Programme band, Results results) {
        var maker = band.maker();
        return Message.of(
                "program.results.programme",
                text(band.points()),
                points(band.bids()),
                points(band.asks()),
                results.quote(),
                points(band.both()),
                maker == null ? Message.of("program.results.unknown") : Message.plain(points(maker) + "%"));
    }

    private static Message line(ResultRow row, Results results) {
        var markout = row.markouts().get(5);
        return Message.of(
                "program.results.line",
                name(row),
                row.fills(),
                text(row.volumeQuote()),
                results.quote(),
                text(row.profit()),
                Message.of(
                        "program.results.parts",
                        text(row.captured()),
                        text(row.inventory()),
                        text(row.fees()),
                        text(row.rebalanced()),
                        text(row.interest())),
                markout == null
                        ? Message.of("program.results.unknown")
                        : Message.of(
                                "program.results.markout",
                                points(markout.basisPoints()),
                                markout.fills(),
                                markout.error() == null ? Message.of("program.results.few") : points(markout.error())),
                row.quoted() == null
                        ? Message.of("program.results.unknown")
                        : Message.plain(row.quoted().toPlainString() + "%"),
                row.feesApart().isEmpty()
                        ? Message.plain("")
                        : Message.of("program.results.without", row.feesApartText()));
    }

    private static Message name(ResultRow row) {
        return row.from() == null
                ? Message.of(
                        "program.results.part."
                                + row.part().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        row.layer())
                : Message.plain(row.from().atZone(ZoneOffset.UTC).toLocalDate().toString());
    }

    private static String points(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String text(BigDecimal value) {
        return value.setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
