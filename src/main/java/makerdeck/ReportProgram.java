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
import java.util.function.Function;
import makerdeck.journal.Account;
import makerdeck.journal.AccountReader;

/** {@code makerdeck report}: what the journal says was earned. */
final class ReportProgram {

    private static final int DECIMALS = 8;
    private static final String ROW = "%-12s %8s %18s %18s %16s %18s%n";

    private ReportProgram() {}

    /** @param days how many days back, today among them; 0 for all */
    static int run(int days, Path journal, Clock clock, PrintStream out, PrintStream errors) {
        if (!Files.exists(journal)) {
            out.println("no journal at " + journal + ": no desk has run here yet");
            return Exit.OK;
        }
        var today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
        try {
            var accounts = AccountReader.read(journal, days == 0 ? LocalDate.EPOCH : today.minusDays(days - 1L));
            var told = accounts.stream()
                    .filter(account -> !account.days().isEmpty())
                    .toList();
            if (told.isEmpty()) {
                out.println("the journal " + journal + " holds nothing of that time");
            }
            told.forEach(account -> print(account, out));
            return Exit.OK;
        } catch (IOException unreadable) {
            errors.println("makerdeck: " + unreadable.getMessage());
            return Exit.USAGE;
        }
    }

    private static void print(Account account, PrintStream out) {
        out.println(account.symbol() + " on " + account.venue() + " (" + account.mode() + "), valued "
                + account.asOf().truncatedTo(ChronoUnit.SECONDS));
        out.printf(
                ROW,
                "day (UTC)",
                "fills",
                "volume " + account.base(),
                "volume " + account.quote(),
                "fees " + account.quote(),
                "pnl " + account.quote());
        for (var day : account.days()) {
            row(day.date().toString(), List.of(day), out);
        }
        row("total", account.days(), out);
        out.println();
    }

    private static void row(String name, List<Account.Day> days, PrintStream out) {
        out.printf(
                ROW,
                name,
                days.stream().mapToLong(Account.Day::fills).sum(),
                sum(days, Account.Day::volumeBase),
                sum(days, Account.Day::volumeQuote),
                sum(days, Account.Day::fees),
                sum(days, Account.Day::pnl));
    }

    private static String sum(List<Account.Day> days, Function<Account.Day, BigDecimal> figure) {
        var sum = days.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
        var rounded = sum.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
