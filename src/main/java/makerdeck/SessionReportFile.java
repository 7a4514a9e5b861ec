package makerdeck;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import makerdeck.headless.JsonLine;
import makerdeck.message.Message;
import makerdeck.process.FileErrors;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.Severity;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;

/** Writes the session's report into a file of its own; the outcome comes back as news for the desk. */
final class SessionReportFile implements Consumer<DeskEvent> {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final int MOST_OF_A_SECOND = 100;

    private final Executor clerk;
    private final Path folder;
    private final String symbol;
    private final Speech speech;
    private final BiConsumer<Severity, Message> news;

    // Written by whoever brings it, read by whoever leaves.
    private volatile DeskNews.@Nullable SessionReported latest;

    // Written by the clerk's thread, read after it has ended or was given up.
    private volatile List<String> reported = List.of();

    /**
     * @param clerk on whose thread it is written
     * @param news takes what came of it
     */
    SessionReportFile(Executor clerk, Path folder, String symbol, Speech speech, BiConsumer<Severity, Message> news) {
        this.clerk = clerk;
        this.folder = folder;
        this.symbol = symbol;
        this.speech = speech;
        this.news = news;
    }

    /** Any thread; never blocks. */
    @Override
    public void accept(DeskEvent event) {
        if (event.news() instanceof DeskNews.SessionReported report) {
            latest = report;
            reported = List.of();
            clerk.execute(() -> write(event.at(), report));
        }
    }

    private void write(Instant at, DeskNews.SessionReported report) {
        try {
            var file = begun("report-" + STAMP.format(at) + "-" + symbol);
            Files.writeString(file, text(at, report));
            tell(report, Severity.INFO, Message.of("program.clerk.report-written", file));
        } catch (IOException | RuntimeException failed) {
            var what = Message.of("program.clerk.report-failed", FileErrors.of(failed));
            FileErrors.log(what, failed);
            tell(report, Severity.WARN, what);
        }
    }

    /** A file that was not there: desks of several accounts on one market may leave in the same second. */
    private Path begun(String name) throws IOException {
        var own = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        for (int number = 1; ; number++) {
            try {
                return Files.createFile(folder.resolve(name + (number == 1 ? "" : "-" + number) + ".txt"), own);
            } catch (FileAlreadyExistsException taken) {
                if (number == MOST_OF_A_SECOND) {
                    throw taken;
                }
            }
        }
    }

    private void tell(DeskNews.SessionReported report, Severity severity, Message what) {
        reported = said(report, what);
        news.accept(severity, what);
    }

    private List<String> said(DeskNews.SessionReported report, Message what) {
        var lines = new ArrayList<String>();
        report.lines().forEach(line -> lines.add(speech.say(line)));
        lines.add(speech.say(what));
        return List.copyOf(lines);
    }

    /**
     * The last report and what became of its file, line by line; empty when there was none. After the clerk's end, or
     * when it is waited for no longer.
     */
    List<String> reported() {
        var report = latest;
        return report == null || !reported.isEmpty()
                ? reported
                : said(report, Message.of("program.clerk.report-failed", Message.of("program.clerk.too-late")));
    }

    private String text(Instant at, DeskNews.SessionReported report) {
        var text = new StringBuilder(speech.say("program.clerk.report-title", symbol, seconds(at))).append("\n\n");
        report.lines().forEach(line -> text.append(speech.say(line)).append('\n'));
        text.append('\n');
        new JsonLine(speech)
                .figures(report.figures())
                .forEach((name, value) ->
                        text.append(name).append(" = ").append(value).append('\n'));
        return text.toString();
    }

    private static Instant seconds(Instant at) {
        return Instant.ofEpochSecond(at.getEpochSecond());
    }
}
