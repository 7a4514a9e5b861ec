package makerdeck.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import makerdeck.backpack.wire.ClientFrame;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.session.SessionEntry;
import makerdeck.backpack.wire.session.WireEvent;
import makerdeck.backpack.wire.signing.Redaction;
import makerdeck.message.Message;
import makerdeck.process.FileErrors;
import makerdeck.recorder.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Puts a session into files, a new one every hour or when one is long, without its secrets. A disk that takes nothing is
 * tried again after a while; what came meanwhile is counted and marked. The thread that writes, but for
 * {@link #progress}.
 */
final class SessionWriter {

    /** Why events are missing that found the queue full. */
    static final String NO_ROOM = "overflow";

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);

    /** How it does. @param trouble why nothing is written now, null when something is */
    record Progress(
            @Nullable Path file,
            long lines,
            long unwritten,
            @Nullable Message trouble) {}

    /** Where it writes. @param longest signs of one file, before they are packed */
    record Place(Path folder, String symbol, RecordingFile.Opener opener, long longest) {}

    private final Place place;
    private final Redaction redaction;
    private final SessionCapture.Listener told;
    private final Codec codec = new Codec();

    private @Nullable RecordingFile file;
    private @Nullable SessionEntry began;
    private long signs;

    // What is lost when the file cannot be written after all: events, and those that marks in it say are missing.
    private long unflushed;
    private long unflushedMarks;

    private long unmarked;
    private long untold;
    private Instant tellAt = Instant.MIN;
    private Instant retryAt = Instant.MIN;

    // Written by the thread that writes, read by any.
    private volatile Progress progress = new Progress(null, 0, 0, null);

    SessionWriter(Place place, Redaction redaction, SessionCapture.Listener told) {
        this.place = place;
        this.redaction = redaction;
        this.told = told;
    }

    Progress progress() {
        return progress;
    }

    /** Opens the first file. */
    void begin(SessionEntry first) throws IOException {
        began = first;
        open(first);
    }

    /** Every file says which session it is of. */
    private void open(SessionEntry next) throws IOException {
        var opened = RecordingFile.open(place.folder(), place.symbol() + "-session", next.at(), place.opener());
        file = opened;
        signs = 0;
        if (began != null) {
            put(opened, new SessionEntry(next.nanos(), began.at(), began.event()));
            flushed();
            opened.flush();
        }
        progress = new Progress(opened.path(), progress.lines(), progress.unwritten(), null);
        told.opened(opened.path());
    }

    /** Nothing in the file can be lost any more that would have to be told. */
    private void flushed() {
        unflushed = 0;
        unflushedMarks = 0;
    }

    private void put(RecordingFile to, SessionEntry entry) throws IOException {
        var line = entry.line();
        to.write(line);
        signs += line.length() + 1;
        if (entry.event() instanceof WireEvent.Gap gap) {
            unflushedMarks += gap.missing();
        } else {
            unflushed++;
        }
        progress = new Progress(to.path(), progress.lines() + 1, progress.unwritten(), progress.trouble());
    }

    void write(SessionEntry entry) {
        try {
            if (entry.event() instanceof WireEvent.Gap gap && gap.why().equals(NO_ROOM)) {
                tell(gap, entry.at());
            }
            var current = ready(entry);
            if (current == null) {
                missed(entry);
                return;
            }
            if (unmarked > 0) {
                put(current, new SessionEntry(entry.nanos(), entry.at(), new WireEvent.Gap(unmarked, "disk")));
                unmarked = 0;
            }
            put(current, harmless(entry));
        } catch (IOException failed) {
            missed(entry);
            fail(failed, entry.at());
        }
    }

    /** At most once a second, however often something is missing. */
    private void tell(WireEvent.Gap gap, Instant now) {
        untold += gap.missing();
        if (!now.isBefore(tellAt)) {
            told.missing(Message.count("program.capture.gap", untold));
            untold = 0;
            tellAt = now.plusSeconds(1);
        }
    }

    /** What a mark tells of was counted by whoever made it. */
    private void missed(SessionEntry entry) {
        if (entry.event() instanceof WireEvent.Gap gap) {
            unmarked += gap.missing();
            return;
        }
        unmarked++;
        progress = new Progress(progress.file(), progress.lines(), progress.unwritten() + 1, progress.trouble());
    }

    private @Nullable RecordingFile ready(SessionEntry next) throws IOException {
        var now = next.at();
        var current = file;
        if (current != null && (current.isOver(now) || signs > place.longest())) {
            file = null;
            current.close();
            flushed();
        }
        if (file == null && !now.isBefore(retryAt)) {
            open(next);
        }
        return file;
    }

    private SessionEntry harmless(SessionEntry entry) {
        var event = entry.event();
        WireEvent harmless = event;
        if (event instanceof WireEvent.Heard heard) {
            harmless = new WireEvent.Heard(heard.socket(), redaction.of(heard.frame()));
        } else if (event instanceof WireEvent.Told say) {
            harmless = new WireEvent.Told(say.socket(), subscription(say.frame()));
        } else if (event instanceof WireEvent.Asked asked) {
            harmless = asked(asked);
        } else if (event instanceof WireEvent.Answered answered) {
            harmless = new WireEvent.Answered(
                    answered.call(), answered.status(), headers(answered.headers()), redaction.of(answered.body()));
        } else if (event instanceof WireEvent.Unanswered unanswered) {
            harmless = new WireEvent.Unanswered(unanswered.call(), redaction.of(unanswered.why()));
        } else if (event instanceof WireEvent.Disconnected gone) {
            harmless = new WireEvent.Disconnected(gone.socket(), gone.code(), redaction.of(gone.why()));
        }
        return harmless == event ? entry : new SessionEntry(entry.nanos(), entry.at(), harmless);
    }

    private WireEvent asked(WireEvent.Asked asked) {
        if (asked.signature() != null) {
            redaction.learn(asked.signature());
        }
        var body = asked.body();
        return new WireEvent.Asked(
                asked.call(),
                asked.method(),
                redaction.of(asked.path()),
                redaction.of(asked.query()),
                body == null ? null : redaction.of(body),
                null);
    }

    private Map<String, List<String>> headers(Map<String, List<String>> kept) {
        var headers = new TreeMap<String, List<String>>();
        kept.forEach((name, values) ->
                headers.put(name, values.stream().map(redaction::of).toList()));
        return headers;
    }

    /** What is subscribed to, and not by whom. */
    private String subscription(String frame) {
        try {
            var told = codec.decode(ClientFrame.class, frame);
            if (told.signature() != null) {
                // Key and signature; time and window are no secrets.
                told.signature().stream().limit(2).forEach(redaction::learn);
            }
            return redaction.of(codec.encodeRequest(new ClientFrame(told.method(), told.params(), null)));
        } catch (MalformedMessageException odd) {
            return redaction.of(frame);
        }
    }

    void flush() {
        var current = file;
        try {
            if (current != null) {
                current.flush();
                flushed();
            }
        } catch (IOException failed) {
            fail(failed, Instant.MIN);
        }
    }

    /** @param now from which on another attempt waits */
    private void fail(IOException why, Instant now) {
        var broken = file;
        var at = broken == null ? place.folder() : broken.path();
        var trouble = Message.of("program.capture.failed", FileErrors.of(FileErrors.about(at, why)));
        var before = progress.trouble();
        file = null;
        // What the disk has not taken is gone with the file.
        unmarked += unflushed + unflushedMarks;
        long unwritten = progress.unwritten() + unflushed;
        flushed();
        retryAt = now.equals(Instant.MIN) ? Instant.MIN : now.plus(BETWEEN_ATTEMPTS);
        progress = new Progress(null, progress.lines(), unwritten, trouble);
        if (before == null) {
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
            FileErrors.log(Message.of("program.capture.failed", FileErrors.of(again)), again);
        }
    }

    void close() {
        var finished = file;
        file = null;
        if (finished != null) {
            try {
                finished.close();
            } catch (IOException failed) {
                fail(failed, Instant.MIN);
            }
        }
    }
}
