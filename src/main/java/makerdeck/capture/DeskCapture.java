package makerdeck.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import makerdeck.backpack.wire.session.WireEvent;
import makerdeck.backpack.wire.signing.Redaction;
import makerdeck.engine.input.Inbox;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.recorder.RecordingFile;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.HealthRow;
import makerdeck.snapshot.Severity;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** The capture of a desk's session, if its operator wants one. Any thread. */
public final class DeskCapture implements AutoCloseable {

    private static final String OWNERS = "rwx------";
    private static final long LONGEST_FILE = 256L << 20;

    private final @Nullable SessionCapture capture;
    private final Path folder;
    private final Clock clock;

    private DeskCapture(@Nullable SessionCapture capture, Path folder, Clock clock) {
        this.capture = capture;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Opens the first file, or nothing without a folder.
     *
     * @param about what the session is of
     * @param secrets never written, however they are spelt
     * @throws IOException when the folder cannot be written
     * @throws MistakeException when others may read it
     */
    public static DeskCapture open(
            @Nullable Path folder, Map<String, String> about, Collection<String> secrets, Surroundings around)
            throws IOException {
        if (folder == null) {
            return new DeskCapture(null, Path.of(""), around.clock());
        }
        requireClosed(folder);
        var place = new SessionWriter.Place(
                folder, about.getOrDefault("symbol", "all"), RecordingFile.Opener.PRIVATE_FILE, LONGEST_FILE);
        var writer = new SessionWriter(place, new Redaction(secrets), new Told(around.inbox()));
        var capture = new SessionCapture(around.clock(), around.nanos(), SessionCapture.USUAL, writer);
        around.inbox().offer(Severity.INFO, Message.of("program.capture.on", folder));
        capture.start(new WireEvent.Began(about));
        return new DeskCapture(capture, folder, around.clock());
    }

    /** What a capture needs of the desk. @param nanos a time that never steps */
    public record Surroundings(Clock clock, LongSupplier nanos, Inbox inbox) {}

    /** What it holds is the account's: made closed to others, or found so. */
    private static void requireClosed(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNERS)));
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new MistakeException(Message.of("program.capture.no-folder", folder));
        }
        var found = PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
        if (!found.equals(OWNERS)) {
            throw new MistakeException(Message.of("program.capture.open", folder, found));
        }
    }

    /** What is to be told each word. */
    public Consumer<WireEvent> wire() {
        return capture == null ? said -> {} : capture;
    }

    /** How it does, null when there is none. */
    public HealthRow.@Nullable Recording state() {
        return capture == null ? null : capture.state();
    }

    /** Says that it has ended, as the last thing of a desk. @param last what was shown last */
    public void tellEnd(Consumer<DeskEvent> listener, DeskSnapshot last) {
        if (capture != null) {
            capture.close();
            var state = capture.state();
            var text = Message.count("program.capture.off", state.lines(), folder, state.lost());
            Logger.info("{}", text);
            long before =
                    last.log().stream().mapToLong(DeskEvent::sequence).max().orElse(0);
            listener.accept(new DeskEvent(before + 1, clock.instant(), Severity.INFO, text, new DeskNews.Noted()));
        }
    }

    @Override
    public void close() {
        if (capture != null) {
            capture.close();
        }
    }

    /** The thread that writes. */
    private record Told(Inbox inbox) implements SessionCapture.Listener {

        @Override
        public void opened(Path file) {
            inbox.offer(Severity.INFO, Message.of("program.capture.file", file));
        }

        @Override
        public void missing(Message what) {
            inbox.offer(Severity.WARN, what);
        }

        @Override
        public void failed(Message why) {
            inbox.offer(Severity.WARN, why);
        }
    }
}
