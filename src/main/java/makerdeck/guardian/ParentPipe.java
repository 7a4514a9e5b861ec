package makerdeck.guardian;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;

/** Hears what the desk says, and answers. */
final class ParentPipe {

    /** What an ended pipe says; a desk says more. */
    static final String ENDED = "";

    private final BufferedReader in;
    private final PrintStream out;
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

    ParentPipe(BufferedReader in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    /** Reads until the pipe ends. Blocks; a thread of its own. */
    void listen() {
        try {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
            }
        } catch (IOException broken) {
            Logger.warn("the pipe broke: {}", broken.toString());
        }
        heard.add(ENDED);
    }

    /** The next line, {@link #ENDED}, or empty when the desk is silent for so long. */
    Optional<String> next(Duration longest) throws InterruptedException {
        return Optional.ofNullable(heard.poll(longest.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Answers; if nobody listens any more, that is no matter here. */
    void say(String line) {
        out.println(line);
        out.flush();
    }
}
