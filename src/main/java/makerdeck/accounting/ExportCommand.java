package makerdeck.accounting;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import makerdeck.journal.AccountEntry;
import makerdeck.journal.AccountReader;
import makerdeck.process.FileErrors;
import makerdeck.settings.ExportChoice;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;

/** {@code makerdeck export}: the journal's accounts on standard output, in the format of who reads it. */
public final class ExportCommand {

    private static final int OK = 0;
    private static final int USAGE = 2;
    private static final String REAL = "LIVE";

    private final ExportChoice choice;
    private final Speech speech;
    private final Map<String, Set<String>> markets = new HashMap<>();
    private final Set<String> shared = new TreeSet<>();
    private AccountEntry.@Nullable Desk lately;
    private boolean passedOver;

    public ExportCommand(ExportChoice choice, Speech speech) {
        this.choice = choice;
        this.speech = speech;
    }

    /** Returns the exit code. What is no row is said on {@code errors}. Blocks. */
    public int run(Path journal, PrintStream out, PrintStream errors) {
        if (Files.notExists(journal)) {
            errors.println("makerdeck: " + speech.say("program.report.no-journal", journal));
            return OK;
        }
        try {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            var export = export();
            var sheet = new Sheet(writer, choice.format() == ExportChoice.Format.JSONL, export.columns());
            AccountReader.read(journal, new Holdings((desk, entry) -> pass(desk, entry, export, sheet)));
            writer.flush();
            if (out.checkError()) {
                errors.println("makerdeck: " + speech.say("program.report.cut"));
                return USAGE;
            }
            if (!shared.isEmpty() && choice.what() != ExportChoice.What.FILLS) {
                errors.println("makerdeck: " + speech.say("program.export.shared", String.join(", ", shared)));
            }
            if (sheet.rows() == 0) {
                errors.println("makerdeck: "
                        + speech.say(passedOver ? "program.export.simulated-only" : "program.report.nothing", journal));
            }
            return OK;
        } catch (IOException unreadable) {
            errors.println("makerdeck: " + speech.say(FileErrors.of(unreadable)));
            return USAGE;
        }
    }

    private void pass(AccountEntry.Desk desk, AccountEntry entry, Export export, Sheet sheet) throws IOException {
        if (!choice.simulated() && !desk.mode().equals(REAL)) {
            passedOver = true;
            return;
        }
        if (!desk.equals(lately)) {
            lately = desk;
            share(desk);
        }
        boolean wanted = !entry.at().isBefore(start(choice.from()))
                && entry.at().isBefore(start(choice.to().plusDays(1)));
        export.on(desk, entry, cells -> {
            if (wanted) {
                sheet.add(cells);
            }
        });
    }

    private void share(AccountEntry.Desk desk) {
        share(desk, desk.base());
        if (choice.what() == ExportChoice.What.LEDGER) {
            share(desk, desk.quote());
        }
    }

    /** Each market tells of all that its account holds of an asset, and what others do with it are transfers to it. */
    private void share(AccountEntry.Desk desk, String asset) {
        var whose = String.join("\n", desk.account(), desk.venue(), desk.mode(), asset);
        var all = markets.computeIfAbsent(whose, none -> new HashSet<>());
        all.add(desk.symbol());
        if (all.size() > 1) {
            shared.add(asset);
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Export export() {
        boolean fills = choice.what() == ExportChoice.What.FILLS;
        return switch (choice.format()) {
            case KOINLY -> new KoinlyExport(fills);
            case COINTRACKING -> new CoinTrackingExport(fills);
            case ROTKI -> new RotkiExport(fills);
            case CSV, JSONL ->
                switch (choice.what()) {
                    case FILLS -> new FillsExport();
                    case LEDGER -> new LedgerExport();
                    case TAX -> new TaxExport();
                };
        };
    }
}
