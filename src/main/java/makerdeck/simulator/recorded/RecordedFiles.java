package makerdeck.simulator.recorded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/** The lines of several recordings, one file after the other. Each is opened when the one before is over. */
final class RecordedFiles implements AutoCloseable {

    private final Deque<Path> ahead;
    private final Consumer<Message> misfits;
    private ReceivedInOrder open;
    private boolean first = true;

    /**
     * @param files at least one; the first of them is opened
     * @param misfits told of each line left out
     */
    RecordedFiles(List<Path> files, Consumer<Message> misfits) throws IOException {
        ahead = new ArrayDeque<>(files);
        this.misfits = misfits;
        open = new ReceivedInOrder(new Recording(ahead.remove(), misfits));
    }

    /** The next line, null after the last of the last file. */
    @Nullable
    RecordedLine next() throws IOException {
        first = false;
        var line = open.next();
        while (line == null && !ahead.isEmpty()) {
            open.close();
            open = new ReceivedInOrder(new Recording(ahead.remove(), misfits));
            line = open.next();
            first = true;
        }
        return line;
    }

    /** Whether the line read last is the first of another file. */
    boolean isAnotherFile() {
        return first;
    }

    @Override
    public void close() throws IOException {
        open.close();
    }
}
