package makerdeck.simulator.recorded;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a recording without those whose time cannot be right: lines are received one after another, so that the
 * two behind a line vouch for its time. One damaged line moves no other, and a clock set back in between is one whose
 * lines agree.
 */
final class ReceivedInOrder implements AutoCloseable {

    private static final long LONGEST_SILENCE_NANOS = 86_400_000_000_000L;
    private static final int WITNESSES = 2;

    /** Several sources written to one file are a little out of order. */
    static final long DISORDER_NANOS = 1_000_000_000L;

    private record Numbered(int number, RecordedLine line) {
        long at() {
            return line.atNanos();
        }
    }

    private final Recording recording;
    private final Deque<Numbered> ahead = new ArrayDeque<>();
    private @Nullable RecordedLine last;
    private @Nullable IOException broken;

    ReceivedInOrder(Recording recording) {
        this.recording = recording;
    }

    /** The next line, null after the last. Throws {@link IOException} where the file can be read no further. */
    @Nullable
    RecordedLine next() throws IOException {
        lookAhead();
        for (var line = ahead.poll(); line != null; line = ahead.poll()) {
            lookAhead();
            var flaw = flaw(line);
            if (flaw.isEmpty()) {
                last = line.line();
                return last;
            }
            recording.leaveOut(line.number(), Message.of(flaw));
        }
        if (broken != null) {
            throw broken;
        }
        return null;
    }

    /** What stands before the place where the file breaks is played first. */
    private void lookAhead() {
        while (broken == null && ahead.size() < WITNESSES) {
            try {
                var line = recording.next();
                if (line == null) {
                    return;
                }
                ahead.add(new Numbered(recording.number(), line));
            } catch (IOException failure) {
                broken = failure;
            }
        }
    }

    /** The key of what is wrong with its time; empty when nothing is. */
    private String flaw(Numbered line) {
        long at = line.at();
        var before = last == null ? null : last.atNanos();
        if (before != null && at - before > LONGEST_SILENCE_NANOS) {
            return "simulator.line.late";
        }
        if (allBehind(it -> it.at() < at - DISORDER_NANOS && (before == null || it.at() >= before - DISORDER_NANOS))) {
            return "simulator.line.ahead";
        }
        boolean isBack = before != null
                ? at < before - DISORDER_NANOS && allBehind(it -> it.at() >= before - DISORDER_NANOS)
                : allBehind(it -> it.at() - at > LONGEST_SILENCE_NANOS);
        return isBack ? "simulator.line.back" : "";
    }

    /** Whether all lines looked at behind one say so; none does not. */
    private boolean allBehind(Predicate<Numbered> saySo) {
        return !ahead.isEmpty() && ahead.stream().limit(WITNESSES).allMatch(saySo);
    }

    @Override
    public void close() throws IOException {
        recording.close();
    }
}
