package makerdeck.attach;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import makerdeck.command.DeskCommand;
import makerdeck.headless.HeadlessConsole;
import makerdeck.message.Message;
import makerdeck.process.Threads;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.Severity;
import makerdeck.text.Typed;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Commands of another program: lines come in, and go the way of those of a desk without a screen; answers go out, and
 * {@code done} behind the last one of a line. A line that asks first waits for the next one.
 */
final class Conversation {

    private final Caller caller;
    private final OpenDesk desk;
    private final long asker;
    private final Clock clock;
    private final HeadlessConsole console;

    // Counted up by the reading thread, down by the engine's and the one that reads results.
    private final AtomicInteger unanswered = new AtomicInteger();

    // Set by the reading thread, taken by it and the writing one.
    private final AtomicReference<@Nullable String> asked = new AtomicReference<>();

    private volatile @Nullable Thread reader;
    private volatile boolean over;

    Conversation(Caller caller, OpenDesk desk, long asker, Speech speech, Clock clock) {
        this.caller = caller;
        this.desk = desk;
        this.asker = asker;
        this.clock = clock;
        console = new HeadlessConsole(
                desk::snapshot,
                desk.language(speech),
                speech,
                this::offer,
                clock,
                new PrintStream(caller.out(), true, StandardCharsets.UTF_8),
                desk::question);
    }

    /** Until the other end hangs up or takes nothing any more, or {@link #end}. Blocks. */
    void hold() throws InterruptedException {
        reader = Threads.start("commands-" + asker, this::read);
        console.write(this::isOver);
        end();
    }

    /** No more lines are taken; what is answered already goes out. Any thread. */
    void end() {
        over = true;
        wake();
    }

    /** An answer of the desk to one of these lines. The engine's thread; never blocks. */
    void hear(DeskEvent answer) {
        console.accept(answer);
        answered();
    }

    /** A line of such an answer, which comes behind all of them. The engine's thread; never blocks. */
    void note(DeskEvent line) {
        console.accept(line);
    }

    private void offer(String line, DeskCommand command) {
        if (!(command instanceof DeskCommand.Preview)) {
            unanswered.incrementAndGet();
        }
        if (command instanceof DeskCommand.Show show && show.subject() == DeskCommand.Show.Subject.RESULTS) {
            unanswered.incrementAndGet();
            desk.results(this::tell);
        }
        desk.offer(asker, line, command);
    }

    private void tell(List<Message> results) {
        results.forEach(
                line -> console.accept(new DeskEvent(0, clock.instant(), Severity.INFO, line, new DeskNews.Noted())));
        answered();
    }

    private void answered() {
        unanswered.decrementAndGet();
        wake();
    }

    private void wake() {
        var waiting = reader;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
    }

    private void read() {
        try {
            var lines = Typed.whole(new BufferedReader(new InputStreamReader(caller.in(), StandardCharsets.UTF_8)));
            for (var line = lines.next(); line != null && !over; line = lines.next()) {
                asked.set(null);
                console.take(line);
                awaitAnswers();
                if (console.isAsking()) {
                    asked.set(line.text());
                } else {
                    console.done(line.text());
                }
            }
        } catch (IOException gone) {
            Logger.info("a program that sent commands is gone: {}", gone.getMessage());
        }
        end();
    }

    private void awaitAnswers() {
        while (unanswered.get() > 0 && !over) {
            LockSupport.park(this);
        }
    }

    /** A question that nobody has answered in time is done too. The writing thread, often. */
    private boolean isOver() {
        var line = asked.get();
        if (line != null && !console.isAsking() && asked.compareAndSet(line, null)) {
            console.done(line);
        }
        return over;
    }
}
