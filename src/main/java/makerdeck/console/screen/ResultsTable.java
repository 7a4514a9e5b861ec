package makerdeck.console.screen;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import makerdeck.command.ScreenName;
import makerdeck.console.pane.View;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.theme.Role;
import makerdeck.message.Message;
import makerdeck.snapshot.ResultRow;
import makerdeck.snapshot.Results;
import org.jspecify.annotations.Nullable;

/** What the desk has made, by day, by hour, by layer or by side and regime, and in all. */
final class ResultsTable implements Table<ResultRow> {

    /** What a row is of. */
    enum By {
        DAY,
        HOUR,
        LAYER,
        SIDE;

        By next() {
            return values()[(ordinal() + 1) % values().length];
        }
    }

    private final FreshResults read;
    private final By by;
    private final @Nullable Instant day;

    /** @param day the only one whose hours are told; null for all there are */
    ResultsTable(FreshResults read, By by, @Nullable Instant day) {
        this.read = read;
        this.by = by;
        this.day = day;
    }

    @Override
    public ScreenName name() {
        return ScreenName.RESULTS;
    }

    @Override
    public List<Column<ResultRow>> columns() {
        var columns = new ArrayList<Column<ResultRow>>();
        columns.add(Column.word(
                by == By.LAYER || by == By.SIDE ? "console.column.part" : "console.column.when",
                1,
                5,
                (row, view) -> row.from() == null
                        ? Cell.word(Role.TEXT, named(row, view))
                        : Cell.figure(Role.TEXT, named(row, view)),
                Comparator.comparing(ResultRow::part)
                        .thenComparing(row -> row.from() == null ? Instant.MIN : row.from())
                        .thenComparing(ResultRow::layer)));
        columns.add(money("profit", 1, ResultRow::profit, true));
        columns.add(money("captured", 2, ResultRow::captured, false));
        columns.add(money("inventory", 3, ResultRow::inventory, false));
        columns.add(money("fees", 3, row -> row.fees().negate(), false));
        columns.add(money("rebalanced", 7, ResultRow::rebalanced, false));
        columns.add(money("interest", 8, ResultRow::interest, false));
        columns.add(Column.figure(
                "console.column.fills",
                2,
                (row, view) -> Cell.figure(Role.TEXT, Long.toString(row.fills())),
                Comparator.comparing(ResultRow::fills)));
        columns.add(Column.figure(
                "console.column.volume",
                4,
                (row, view) ->
                        Cell.figure(Role.TEXT, Figures.plain(row.volumeQuote(), 0), Figures.rough(row.volumeQuote())),
                Comparator.comparing(ResultRow::volumeQuote)));
        columns.add(Column.figure(
                "console.column.quoted",
                4,
                (row, view) -> row.quoted() == null
                        ? Cell.none()
                        : Cell.figure(Role.TEXT, Figures.plain(row.quoted(), 1) + "%"),
                Comparator.comparing(ResultRow::quoted, Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()))));
        columns.add(markout(5, "5s", 5));
        columns.add(markout(60, "1m", 6));
        columns.add(markout(30, "30s", 8));
        columns.add(markout(300, "5m", 9));
        columns.add(markout(1, "1s", 10));
        return columns;
    }

    private static Column<ResultRow> money(
            String name, int importance, Function<ResultRow, BigDecimal> figure, boolean coloured) {
        return Column.figure(
                "console.column." + name,
                importance,
                (row, view) -> {
                    var value = figure.apply(row);
                    var role = !coloured || value.signum() == 0
                            ? Role.TEXT
                            : value.signum() > 0 ? Role.PNL_PROFIT : Role.PNL_LOSS;
                    return Cell.figure(role, Figures.signed(value, decimals(value, view)), rough(value));
                },
                Comparator.comparing(figure));
    }

    private static int decimals(BigDecimal value, View view) {
        var market = view.desk().market();
        return market == null ? 2 : market.decimals(value, 2);
    }

    private static String rough(BigDecimal value) {
        return (value.signum() < 0 ? "-" : "+") + Figures.rough(value.abs());
    }

    /** In basis points, and of how many fills. */
    private static Column<ResultRow> markout(int seconds, String length, int importance) {
        return Column.figure(
                "console.column.markout." + length,
                importance,
                (row, view) -> {
                    var markout = row.markouts().get(seconds);
                    if (markout == null) {
                        return Cell.none();
                    }
                    var points = Figures.signed(markout.basisPoints(), 1);
                    var counted = points + " n" + markout.fills();
                    var error = markout.error();
                    return error == null
                            ? Cell.figure(Role.TEXT, counted, points)
                            : Cell.figure(
                                    Role.TEXT,
                                    points + "+-" + Figures.plain(error, 1) + " n" + markout.fills(),
                                    counted,
                                    points);
                },
                Comparator.comparing(
                        row -> row.markouts().containsKey(seconds)
                                ? row.markouts().get(seconds).basisPoints()
                                : null,
                        Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder())));
    }

    private String named(ResultRow row, View view) {
        var from = row.from();
        if (from == null) {
            return view.say(
                    "console.results.part."
                            + row.part().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    row.layer());
        }
        var time = from.atZone(ZoneOffset.UTC);
        var date = time.toLocalDate().toString();
        return row.part() == ResultRow.Part.HOUR ? date.substring(5) + " " + time.toLocalTime() : date;
    }

    private Optional<Results> results() {
        return Optional.ofNullable(read.latest().results());
    }

    @Override
    public List<ResultRow> rows(View view) {
        read.look(view.now());
        return results()
                .map(results -> switch (by) {
                    case DAY -> results.days();
                    case LAYER -> results.layers();
                    case SIDE -> results.sides();
                    case HOUR ->
                        results.hours().stream()
                                .filter(row -> day == null || isOf(day, row))
                                .toList();
                })
                .orElse(List.of());
    }

    private static boolean isOf(Instant day, ResultRow row) {
        var from = row.from();
        return from != null
                && from.atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .equals(day.atZone(ZoneOffset.UTC).toLocalDate());
    }

    /** The sum of all rows there are; of one day that day. */
    @Override
    public Optional<ResultRow> total(View view) {
        return results()
                .flatMap(results -> day == null
                        ? Optional.of(results.total())
                        : results.days().stream()
                                .filter(row -> day.equals(row.from()))
                                .findFirst());
    }

    @Override
    public Object identity(ResultRow row) {
        return List.of(row.part(), Optional.ofNullable(row.from()), row.layer());
    }

    @Override
    public List<String> summary(View view) {
        var notes = new ArrayList<String>();
        notes.add(view.say("console.results.by." + by.name().toLowerCase(Locale.ROOT)));
        var answer = read.latest();
        if (answer.trouble() != null && answer.results() != null) {
            notes.add(view.say(answer.trouble()));
        }
        results()
                .map(Results::asOf)
                .ifPresent(at ->
                        notes.add(view.say("console.results.as-of", Figures.moment(at, view.now(), ZoneOffset.UTC))));
        results().map(Results::quote).filter(quote -> !quote.isEmpty()).ifPresent(notes::add);
        results()
                .map(Results::total)
                .map(ResultRow::feesApartText)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> notes.add(view.say("console.results.without", text)));
        return notes;
    }

    @Override
    public Message empty(View view) {
        var answer = read.latest();
        if (answer.trouble() != null) {
            return answer.trouble();
        }
        return Message.of(answer.results() == null ? "console.results.reading" : "console.results.empty");
    }

    /** The hours of a day, as far back as hours are told apart. */
    @Override
    public Optional<FullScreen> open(ResultRow row, View view) {
        var from = row.from();
        return row.part() == ResultRow.Part.DAY && from != null
                ? Optional.of(new TableScreen<>(new ResultsTable(read, By.HOUR, from)))
                : Optional.empty();
    }

    @Override
    public String copied(ResultRow row, View view) {
        return String.join(
                "\t",
                named(row, view),
                row.profit().toPlainString(),
                row.captured().toPlainString(),
                row.inventory().toPlainString(),
                row.fees().negate().toPlainString(),
                row.rebalanced().toPlainString(),
                row.interest().toPlainString(),
                Long.toString(row.fills()),
                row.volumeQuote().toPlainString());
    }
}
