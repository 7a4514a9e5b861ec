package makerdeck.headless;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import makerdeck.command.Command;
import makerdeck.command.DeskCommand;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskSnapshot;
import org.jspecify.annotations.Nullable;

/** A line that raises risk waits here, shown with what it would do, until the next line is {@code yes}. */
final class Questions {

    static final String YES = "yes";
    static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);

    /** A desk that works answers in milliseconds. */
    private static final Duration THOUGHT_OVER_WITHIN = Duration.ofSeconds(5);

    /**
     * A line that waits.
     *
     * @param shown open until what it would do has been told
     */
    record Question(long number, String line, List<Command> commands, Instant askedAt, CountDownLatch shown) {}

    private final Supplier<DeskSnapshot> desk;
    private final BiConsumer<String, DeskCommand> sink;
    private final Clock clock;
    private final JsonLine json;
    private final Consumer<String> output;
    private final BiConsumer<Question, List<Message>> moot;
    private final LongSupplier numbers;

    // Set by the reading thread, taken by it and the writing thread.
    private final AtomicReference<@Nullable Question> waiting = new AtomicReference<>();

    /** @param moot takes a line that need not be asked about, for nothing would come of it, and why */
    Questions(
            Supplier<DeskSnapshot> desk,
            BiConsumer<String, DeskCommand> sink,
            Clock clock,
            JsonLine json,
            Consumer<String> output,
            BiConsumer<Question, List<Message>> moot,
            LongSupplier numbers) {
        this.desk = desk;
        this.sink = sink;
        this.clock = clock;
        this.json = json;
        this.output = output;
        this.moot = moot;
        this.numbers = numbers;
    }

    /** The line waits from now on. Reading thread. */
    void ask(String line, List<Command> commands) {
        var question = new Question(numbers.getAsLong(), line, commands, clock.instant(), new CountDownLatch(1));
        waiting.set(question);
        var forDesk = commands.stream()
                .filter(DeskCommand.class::isInstance)
                .map(DeskCommand.class::cast)
                .toList();
        sink.accept(line, new DeskCommand.Preview(question.number(), forDesk));
        show(question);
    }

    /** The line that waits, if any. Any thread. */
    Optional<Question> waiting() {
        return Optional.ofNullable(waiting.get());
    }

    /** It waits no more; false when it had stopped before. Any thread. */
    boolean end(Question question) {
        return waiting.compareAndSet(question, null);
    }

    /** The line that has waited too long, if so. Writing thread, often. */
    Optional<Question> expired() {
        var question = waiting.get();
        if (question == null) {
            return Optional.empty();
        }
        show(question);
        return isInTime(question) || !end(question) ? Optional.empty() : Optional.of(question);
    }

    boolean isInTime(Question question) {
        return !clock.instant().isAfter(question.askedAt().plus(ANSWERED_WITHIN));
    }

    /**
     * Waits a little until what the line would do has been told, by this thread or the writing one; false when the
     * desk does not say. Reading thread.
     */
    boolean isShown(Question question) {
        show(question);
        try {
            return question.shown().await(THOUGHT_OVER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void show(Question question) {
        var previews = desk.get().previews();
        if (!previews.has(question.number())) {
            return;
        }
        var preview = previews.of(question.number());
        if (preview.moot()) {
            if (end(question)) {
                moot.accept(question, preview.rows());
            }
            question.shown().countDown();
            return;
        }
        synchronized (question) {
            if (question.shown().getCount() > 0) {
                output.accept(json.question(clock.instant(), question.line(), preview.rows()));
                question.shown().countDown();
            }
        }
    }
}
