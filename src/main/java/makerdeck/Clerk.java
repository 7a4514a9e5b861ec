package makerdeck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import makerdeck.message.MistakeException;
import makerdeck.process.FileErrors;
import makerdeck.process.Threads;
import makerdeck.settings.PresetFile;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.Severity;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.words.Speech;
import org.tinylog.Logger;

/**
 * Reads and writes the files that what happens on the desk calls for: the session's report, presets. On a
 * thread of its own; the outcome comes back as news for the desk, a failure as an alert.
 */
final class Clerk implements Consumer<DeskEvent>, AutoCloseable {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final long PATIENCE_SECONDS = 5;

    private final Path folder;
    private final String symbol;
    private final PresetFile presets;
    private final Speech speech;
    private final BiConsumer<Severity, String> news;
    private final BiConsumer<String, Map<String, String>> readings;

    // Written by the clerk's thread, read after it has ended.
    private volatile List<String> reported = List.of();

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Threads.daemons());

    /**
     * @param folder for reports
     * @param news takes what came of it
     * @param readings takes a preset's name and what its file says
     */
    Clerk(
            Path folder,
            String symbol,
            PresetFile presets,
            Speech speech,
            BiConsumer<Severity, String> news,
            BiConsumer<String, Map<String, String>> readings) {
        this.folder = folder;
        this.symbol = symbol;
        this.presets = presets;
        this.speech = speech;
        this.news = news;
        this.readings = readings;
    }

    /** Any thread; never blocks. */
    @Override
    public void accept(DeskEvent event) {
        if (event.kind() == DeskEvent.Kind.REPORT) {
            thread.execute(() -> report(event));
        } else if (event.kind() == DeskEvent.Kind.PRESET) {
            thread.execute(() -> preset(event));
        }
    }

    private void report(DeskEvent report) {
        var file = folder.resolve("report-" + STAMP.format(report.at()) + "-" + symbol + ".txt");
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text(report));
            reported = told(report, speech.say("program.clerk.report-written", file));
            news.accept(Severity.INFO, speech.say("program.clerk.report-written", file));
        } catch (IOException | RuntimeException failed) {
            var what = speech.say("program.clerk.report-failed", FileErrors.words(failed));
            reported = told(report, what);
            failed(what, failed);
        }
    }

    private List<String> told(DeskEvent report, String file) {
        var lines = new ArrayList<>(List.of(report.text().split(speech.say("engine.list.semicolon"))));
        lines.add(file);
        return List.copyOf(lines);
    }

    /** The last report and where it is written, line by line; empty when there was none. After {@link #close}. */
    List<String> reported() {
        return reported;
    }

    private String text(DeskEvent report) {
        var text = new StringBuilder(speech.say("program.clerk.report-title", symbol, seconds(report.at())))
                .append("\n\n");
        text.append(report.text().replace(speech.say("engine.list.semicolon"), "\n"))
                .append("\n\n");
        report.fields()
                .forEach((name, value) ->
                        text.append(name).append(" = ").append(value).append('\n'));
        return text.toString();
    }

    private static Instant seconds(Instant at) {
        return Instant.ofEpochSecond(at.getEpochSecond());
    }

    private void preset(DeskEvent asked) {
        var name = asked.fields().getOrDefault("name", "");
        try {
            if (asked.fields().getOrDefault("do", "").equals("save")) {
                var replace = Boolean.parseBoolean(asked.fields().get("replace"));
                var file = presets.write(name, values(asked), replace);
                news.accept(Severity.INFO, speech.say("program.clerk.preset-saved", name, file));
            } else {
                readings.accept(name, presets.read(name));
            }
        } catch (MistakeException wrong) {
            // What is wrong with a preset names it by itself.
            failed(speech.say(wrong), wrong);
        } catch (IOException | RuntimeException failed) {
            failed(speech.say("program.clerk.preset-failed", name, FileErrors.words(failed)), failed);
        }
    }

    private static Map<String, String> values(DeskEvent asked) {
        var values = new LinkedHashMap<>(asked.fields());
        values.keySet().retainAll(Parameter.keys());
        return values;
    }

    private void failed(String what, Exception why) {
        if (why instanceof IOException || why instanceof MistakeException) {
            Logger.warn("{}", what);
        } else {
            Logger.warn(why, what);
        }
        news.accept(Severity.WARN, what);
    }

    /** Waits a little for what is still to be written. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Logger.warn("files were not written in time");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
