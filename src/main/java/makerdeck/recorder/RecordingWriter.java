package makerdeck.recorder;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import makerdeck.domain.Market;
import makerdeck.message.Message;
import makerdeck.process.FileErrors;
import makerdeck.venue.MarketWitness;
import org.jspecify.annotations.Nullable;

/**
 * Puts what was heard into files. A file begins with what is traded and a picture of the book, and what changed while
 * that was on its way, so that it can be played alone; another hour's file begins at the first picture of that hour.
 * The thread that writes, but for {@link #progress}.
 */
final class RecordingWriter {

    /** More changes than come while the venue answers a question. */
    private static final int MOST_SINCE_ASKED = 50_000;

    private final Path folder;
    private final Function<Message, String> speech;
    private final RecordingFile.Opener opener;
    private final MarketRecorder.Listener told;
    private final List<String> sinceAsked = new ArrayList<>();

    private @Nullable Market market;
    private @Nullable RecordedWords words;
    private @Nullable RecordingFile file;
    private boolean asked;

    // Written by the thread that writes, read by any.
    private volatile MarketRecorder.Progress progress = new MarketRecorder.Progress(null, 0, 0, null);

    RecordingWriter(
            Path folder, Function<Message, String> speech, RecordingFile.Opener opener, MarketRecorder.Listener told) {
        this.folder = folder;
        this.speech = speech;
        this.opener = opener;
        this.told = told;
    }

    MarketRecorder.Progress progress() {
        return progress;
    }

    void take(Heard heard) {
        try {
            heard.work().write(heard.at());
        } catch (IOException failed) {
            fail(failed);
        }
    }

    /** Other steps need a file of their own. */
    void rules(Market rules) {
        if (market != null && !RecordedWords.rules(market).equals(RecordedWords.rules(rules))) {
            closeFile();
            // Nothing is written before the next picture, which is wanted soon.
            progress = new MarketRecorder.Progress(null, progress.lines(), 0, progress.trouble());
        }
        market = rules;
        words = new RecordedWords(rules);
    }

    void update(Instant at, MarketWitness.Update update) throws IOException {
        if (words == null) {
            return;
        }
        try {
            var line = line(at, words.update(update));
            if (asked && sinceAsked.size() < MOST_SINCE_ASKED) {
                sinceAsked.add(line);
            }
            write(line);
        } catch (RecordedWords.UnreadableException odd) {
            gap(at, Message.of("program.record.gap.update"));
        }
    }

    void print(Instant at, MarketWitness.Print print) throws IOException {
        if (words == null) {
            return;
        }
        try {
            write(line(at, words.print(print)));
        } catch (RecordedWords.UnreadableException odd) {
            gap(at, Message.of("program.record.gap.trade"));
        }
    }

    void gap(Instant at, Message why) throws IOException {
        sinceAsked.clear();
        write(line(at, RecordedWords.gap(speech.apply(why))));
    }

    void pictureAsked() {
        asked = true;
        sinceAsked.clear();
    }

    void picture(Instant at, MarketWitness.Picture picture) throws IOException {
        try {
            var line = line(at, RecordedWords.picture(picture));
            if (file == null || file.isOver(at)) {
                begin(at);
            }
            write(line);
        } catch (RecordedWords.UnreadableException odd) {
            gap(at, Message.of("program.record.gap.picture"));
        } finally {
            asked = false;
            sinceAsked.clear();
        }
    }

    private void begin(Instant at) throws IOException {
        closeFile();
        var rules = market;
        if (rules == null) {
            return;
        }
        file = RecordingFile.open(folder, rules.symbol(), at, opener);
        var first = sinceAsked.isEmpty() ? line(at, "") : sinceAsked.get(0);
        write(first.substring(0, first.indexOf(' ') + 1) + RecordedWords.rules(rules));
        for (var line : sinceAsked) {
            write(line);
        }
        progress = new MarketRecorder.Progress(file.path(), progress.lines(), 0, null);
        told.opened(file.path());
    }

    private void write(String line) throws IOException {
        if (file != null) {
            file.write(line);
            progress = new MarketRecorder.Progress(file.path(), progress.lines() + 1, 0, progress.trouble());
        }
    }

    private static String line(Instant at, String json) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano()) + " " + json;
    }

    void flush() {
        try {
            if (file != null) {
                file.flush();
            }
        } catch (IOException failed) {
            fail(failed);
        }
    }

    /** Whether there is no file to write into before the next picture. */
    boolean isWaiting() {
        return progress.file() == null || progress.trouble() != null;
    }

    private void fail(IOException why) {
        var broken = file;
        var about = broken == null ? FileErrors.about(folder, why) : FileErrors.about(broken.path(), why);
        var trouble = Message.of("program.record.failed", FileErrors.of(about));
        var before = progress.trouble();
        file = null;
        progress = new MarketRecorder.Progress(null, progress.lines(), 0, trouble);
        if (!trouble.equals(before)) {
            told.failed(trouble);
        }
        if (broken != null) {
            closeAnyway(broken);
        }
    }

    /** It is broken already, and that has been told. */
    private static void closeAnyway(RecordingFile broken) {
        try {
            broken.close();
        } catch (IOException again) {
            FileErrors.log(Message.of("program.record.failed", FileErrors.of(again)), again);
        }
    }

    private void closeFile() {
        var finished = file;
        file = null;
        if (finished != null) {
            try {
                finished.close();
            } catch (IOException failed) {
                fail(FileErrors.about(finished.path(), failed));
            }
        }
    }

    void close() {
        closeFile();
    }
}
