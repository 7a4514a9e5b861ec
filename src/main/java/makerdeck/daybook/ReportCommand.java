package makerdeck.daybook;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import makerdeck.journal.DaysReader;
import makerdeck.laboratory.report.HtmlReport;
import makerdeck.laboratory.report.TextReport;
import makerdeck.process.FileErrors;
import makerdeck.settings.ReportChoice;
import makerdeck.words.Speech;

/** {@code makerdeck report}: what the journal says of each day, on standard output. */
public final class ReportCommand {

    private static final int OK = 0;
    private static final int USAGE = 2;

    private final ReportChoice choice;
    private final Speech speech;

    public ReportCommand(ReportChoice choice, Speech speech) {
        this.choice = choice;
        this.speech = speech;
    }

    /** Returns the exit code. Where a page is asked for, what is no page is said on {@code errors}. Blocks. */
    public int run(Path journal, Clock clock, PrintStream out, PrintStream errors) {
        var news = choice.html() ? errors : out;
        if (Files.notExists(journal)) {
            news.println(speech.say("program.report.no-journal", journal));
            return OK;
        }
        try {
            var now = clock.instant();
            var first = choice.first(LocalDate.ofInstant(now, ZoneOffset.UTC));
            var desks = DaysReader.read(journal, first, choice.to(), now);
            if (desks.isEmpty()) {
                news.println(speech.say("program.report.nothing", journal));
                return OK;
            }
            var report = DaysReport.of(desks, journal.toString(), now);
            out.print(choice.html() ? HtmlReport.of(report, speech) : TextReport.of(report, speech));
            if (out.checkError()) {
                errors.println("makerdeck: " + speech.say("program.report.cut"));
                return USAGE;
            }
            return OK;
        } catch (IOException unreadable) {
            errors.println("makerdeck: " + speech.say(FileErrors.of(unreadable)));
            return USAGE;
        }
    }
}
