package makerdeck.headless;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import makerdeck.command.Command;
import makerdeck.command.CommandLanguage;
import makerdeck.command.DeskCommand;
import makerdeck.command.Parsed;
import makerdeck.command.Risk;
import makerdeck.command.ScreenCommand;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.text.Line;
import makerdeck.text.Typed;
import makerdeck.words.Speech;
import org.tinylog.Logger;

/** Writes what happens as JSON lines and turns lines read into commands. */
public final class HeadlessConsole {

    private static final Duration STATUS = Duration.ofSeconds(10);
    private static final int WAITING_AT_MOST = 20_000;

    /** Answers that are no commands; a letter is none that lets anything go. */
    private static final Set<String> NO = Set.of("no", "n", "y");

    private final Supplier<DeskSnapshot> desk;
    private final CommandLanguage language;
    private final Speech speech;
    private final BiConsumer<String, DeskCommand> sink;
    private final Clock clock;
    private final PrintStream out;
    private final JsonLine json;
    private final LongSupplier numbers;
    private final Questions questions;

    // Any thread. A reader that is slow for hours must not eat the desk's memory; journal and log have it all.
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>(WAITING_AT_MOST);
    private final AtomicLong dropped = new AtomicLong();

    // Written by whoever queues and by the writing thread, read by any.
    private volatile boolean full;

    // Written by the writing thread, read by any.
    private volatile boolean unread;

    /**
     * @param sink takes a typed line and one command of it; must not block
     * @param numbers for lines: no two of a desk may have the same
     */
    public HeadlessConsole(
            Supplier<DeskSnapshot> desk,
            CommandLanguage language,
            Speech speech,
            BiConsumer<String, DeskCommand> sink,
            Clock clock,
            PrintStream out,
            LongSupplier numbers) {
        this.desk = desk;
        this.language = language;
        this.speech = speech;
        this.sink = sink;
        this.clock = clock;
        this.out = out;
        this.numbers = numbers;
        json = new JsonLine(speech);
        questions = new Questions(desk, sink, clock, json, this::queue, this::notSent, numbers);
    }

    /** Queues one event for writing. Any thread; never blocks. */
    public void accept(DeskEvent event) {
        queue(json.of(event));
    }

    private void queue(String line) {
        if (unread) {
            return;
        }
        if (full || !lines.offer(line)) {
            // One gap in place of many: nothing more until what waits is read.
            full = true;
            dropped.incrementAndGet();
        }
    }

    private void tellGap() {
        if (dropped.get() > 0) {
            full = false;
            out.println(JsonLine.dropped(clock.instant(), dropped.getAndSet(0)));
        }
    }

    /** Writes until {@code ended} and everything queued is written; false when nobody reads any more. */
    public boolean write(BooleanSupplier ended) throws InterruptedException {
        var nextStatus = clock.instant().plus(STATUS);
        while (true) {
            var over = ended.getAsBoolean();
            var line = lines.poll(over ? 0 : 100, TimeUnit.MILLISECONDS);
            if (line != null) {
                out.println(line);
            } else {
                tellGap();
                if (over) {
                    out.flush();
                    return true;
                }
            }
            nextStatus = statusIfDue(nextStatus);
            questions
                    .expired()
                    .ifPresent(question ->
                            notSent(question, Message.of("headless.no-answer", Questions.ANSWERED_WITHIN.toSeconds())));
            if (out.checkError()) {
                unread = true;
                lines.clear();
                return false;
            }
        }
    }

    private Instant statusIfDue(Instant due) {
        var now = clock.instant();
        if (now.isBefore(due)) {
            return due;
        }
        out.println(json.status(desk.get(), now));
        return now.plus(STATUS);
    }

    /** Reads commands until the end of the input, which does not end the desk. Blocks. */
    public void read(BufferedReader in) {
        try {
            var typed = new Typed(in);
            for (var line = typed.next(); line != null; line = typed.next()) {
                take(line);
            }
        } catch (IOException unreadable) {
            Logger.warn(unreadable, "standard input failed: no more commands are read");
        }
    }

    /** A line that was read. One thread at a time. */
    public void take(Line line) {
        var flaw = line.flaw();
        if (flaw == null) {
            obey(line.text());
        } else {
            answer(line.text(), false, List.of(speech.say(flaw)));
        }
    }

    /** Whether a line waits for its answer. Any thread. */
    public boolean isAsking() {
        return questions.waiting().isPresent();
    }

    /** Queues that all of a line has its answer. Any thread; never blocks. */
    public void done(String line) {
        queue(JsonLine.done(clock.instant(), line));
    }

    /** Whatever becomes of a line is its answer, and the next one is read. */
    private void obey(String line) {
        try {
            understand(line);
        } catch (RuntimeException broken) {
            Logger.error(broken, "a line failed: {}", line);
            answer(line, false, List.of(speech.say("headless.failed", broken)));
        }
    }

    private void understand(String line) {
        if (isAnswer(line)) {
            return;
        }
        var parsed = language.parse(line);
        if (parsed instanceof Parsed.Mistake mistake) {
            answer(line, false, List.of(speech.say(mistake.message())));
        } else if (parsed instanceof Parsed.Commands commands) {
            if (mustAsk(commands.risk())) {
                questions.ask(line, commands.commands());
            } else {
                obey(line, numbers.getAsLong(), false, commands.commands());
            }
        }
    }

    private boolean mustAsk(Risk risk) {
        var mode = desk.get().mode();
        return risk.asks(mode.isRealMoney(), mode.venueLivesOn());
    }

    /** Any line but the right one, in time, means no; what is not an answer is a new line. */
    private boolean isAnswer(String line) {
        var text = line.strip().toLowerCase(Locale.ROOT);
        boolean right = text.equals(Questions.YES);
        var waiting = questions.waiting();
        boolean answers = right || NO.contains(text);
        if (waiting.isEmpty()) {
            if (answers) {
                answer(line, false, List.of(speech.say("headless.nothing-asked")));
            }
            return answers;
        }
        var question = waiting.get();
        var refusal = right ? refusal(question) : Optional.of(Message.of("headless.other-answer"));
        // One that has waited too long is told of where the time is watched.
        if (questions.end(question)) {
            if (refusal.isEmpty()) {
                obey(question.line(), question.number(), true, question.commands());
            } else {
                notSent(question, refusal.get());
            }
        }
        return answers;
    }

    /** Why a yes comes to nothing, empty when it counts. */
    private Optional<Message> refusal(Questions.Question question) {
        if (!questions.isInTime(question)) {
            return Optional.of(Message.of("headless.no-answer", Questions.ANSWERED_WITHIN.toSeconds()));
        }
        return questions.isShown(question) ? Optional.empty() : Optional.of(Message.of("headless.no-preview"));
    }

    private void notSent(Questions.Question question, Message why) {
        notSent(question, List.of(why));
    }

    private void notSent(Questions.Question question, List<Message> why) {
        answer(question.line(), false, why.stream().map(speech::say).toList());
    }

    private void obey(String line, long number, boolean agreed, List<Command> commands) {
        for (var command : commands) {
            if (command instanceof DeskCommand forDesk) {
                sink.accept(line, DeskCommand.Judged.of(number, agreed, forDesk));
            } else {
                obey(line, command);
            }
        }
    }

    private void obey(String line, Command command) {
        if (command instanceof ScreenCommand.Help help) {
            var lines = language.help(help.topic()).stream()
                    .flatMap(each -> each.said(speech::say).stream())
                    .toList();
            answer(line, true, lines);
        } else {
            answer(line, false, List.of(speech.say("headless.only-on-screen")));
        }
    }

    private void answer(String line, boolean ok, List<String> result) {
        queue(JsonLine.answer(clock.instant(), line, ok, String.join("\n", result)));
    }
}
