package makerdeck;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import makerdeck.console.tty.Widths;
import makerdeck.journal.DeskEarnings;
import makerdeck.journal.EarningsReader;
import makerdeck.process.FileErrors;
import makerdeck.words.Speech;

/** {@code makerdeck report}: what the journal says was earned. */
final class ReportProgram {

    private static final int DECIMALS = 8;
    private static final List<Integer> COLUMNS = List.of(12, 8, 18, 18, 16, 16, 18);

    private ReportProgram() {}

    /** @param days how many days back, today among them; 0 for all */
    static int run(int days, Path journal, Clock clock, Speech speech, PrintStream out, PrintStream errors) {
        if (Files.notExists(journal)) {
            out.println(speech.say("program.report.no-journal", journal));
            return ExitCode.OK;
        }
        var today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
        try {
            var accounts = EarningsReader.read(journal, days == 0 ? LocalDate.EPOCH : today.minusDays(days - 1L));
            var told = accounts.stream()
                    .filter(earnings -> !earnings.days().isEmpty())
                    .toList();
            if (told.isEmpty()) {
                out.println(speech.say("program.report.nothing", journal));
            }
            told.forEach(earnings -> print(earnings, speech, out));
            return ExitCode.OK;
        } catch (IOException unreadable) {
            errors.println("makerdeck: " + speech.say(FileErrors.of(unreadable)));
            return ExitCode.USAGE;
        }
    }

    private static void print(DeskEarnings earnings, Speech speech, PrintStream out) {
        out.println(speech.say(
                "program.report.title",
                earnings.symbol(),
                earnings.venue(),
                earnings.mode(),
                earnings.asOf().truncatedTo(ChronoUnit.SECONDS)));
        print(
                List.of(
                        speech.say("program.report.day"),
                        speech.say("program.report.fills"),
                        speech.say("program.report.volume", earnings.base()),
                        speech.say("program.report.volume", earnings.quote()),
                        speech.say("program.report.fees", earnings.quote()),
                        speech.say("program.report.interest", earnings.quote()),
                        speech.say("program.report.pnl", earnings.quote())),
                "",
                out);
        for (var day : earnings.days()) {
            row(day.date().toString(), List.of(day), speech, out);
        }
        row(speech.say("program.report.total"), earnings.days(), speech, out);
        out.println();
    }

    private static void row(String name, List<DeskEarnings.Day> days, Speech speech, PrintStream out) {
        var fills = days.stream().mapToLong(DeskEarnings.Day::fills).sum();
        print(
                List.of(
                        name,
                        Long.toString(fills),
                        sum(days, DeskEarnings.Day::volumeBase),
                        sum(days, DeskEarnings.Day::volumeQuote),
                        sum(days, DeskEarnings.Day::fees),
                        sum(days, DeskEarnings.Day::interest),
                        sum(days, DeskEarnings.Day::pnl)),
                without(days, speech),
                out);
    }

    /** One line, in columns as a terminal counts them, the remark behind them. */
    private static void print(List<String> cells, String remark, PrintStream out) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var space = " ".repeat(Math.max(0, COLUMNS.get(i) - Widths.of(cell)));
            line.append(i == 0 ? cell + space : " " + space + cell);
        }
        out.println(line.append(remark));
    }

    private static String sum(List<DeskEarnings.Day> days, Function<DeskEarnings.Day, BigDecimal> figure) {
        var sum = days.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
        var rounded = sum.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.toPlainString();
    }

    /** What the profit of those days is without, empty when it is whole. */
    private static String without(List<DeskEarnings.Day> days, Speech speech) {
        var fees = new TreeMap<String, BigDecimal>();
        days.forEach(day -> day.feesApart().forEach((asset, fee) -> fees.merge(asset, fee, BigDecimal::add)));
        return fees.isEmpty()
                ? ""
                : speech.say(
                        "program.report.without",
                        fees.entrySet().stream()
                                .map(fee -> fee.getValue().stripTrailingZeros().toPlainString() + " " + fee.getKey())
                                .collect(Collectors.joining(" + ")));
    }
}
