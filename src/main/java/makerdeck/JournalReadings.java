package makerdeck;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import makerdeck.command.ChartSpan;
import makerdeck.console.history.Past;
import makerdeck.console.screen.ResultsSource;
import makerdeck.journal.JournalOwner;
import makerdeck.journal.PastReader;
import makerdeck.journal.ResultsReader;
import makerdeck.message.Message;
import makerdeck.process.FileErrors;
import makerdeck.snapshot.Results;
import org.jspecify.annotations.Nullable;

/**
 * Reads the desk's own journal for who looks at it, on a thread of its own: neither the engine nor the screen waits. Any
 * thread asks.
 */
final class JournalReadings implements ResultsSource {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 4;

    private record Books(Path file, JournalOwner owner) {}

    private final Executor reader;
    private final Clock clock;
    private final AtomicBoolean asked = new AtomicBoolean();

    // Written by the engine's thread, before it lives.
    private volatile @Nullable Books books;
    private volatile boolean without;

    // Written by the reader, read by any.
    private volatile @Nullable Past past;
    private volatile Results.Answer answer = Results.Answer.NONE_YET;

    JournalReadings(Executor reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** The journal is open: what earlier lives left is read at once. */
    void open(Path file, JournalOwner owner) {
        books = new Books(file, owner);
        reader.execute(() -> readPast(new Books(file, owner)));
        // Who looks first finds figures at once, and newer ones soon.
        ask();
    }

    /** This desk keeps no books. */
    void none() {
        without = true;
    }

    /** What earlier lives left to be drawn; empty until it is read. */
    Optional<Past> past() {
        return Optional.ofNullable(past);
    }

    private void readPast(Books from) {
        try {
            var since = clock.instant().minus(ChartSpan.WEEK.length());
            past = drawn(PastReader.read(from.file(), from.owner(), since));
        } catch (IOException | RuntimeException failed) {
            // The line begins now; nothing else depends on it.
            FileErrors.log(Message.of("program.results.failed", FileErrors.of(failed)), failed);
            past = Past.NONE;
        }
    }

    private static Past drawn(PastReader.Past read) {
        return new Past(
                read.valuations().stream()
                        .filter(valuation -> valuation.equity().signum() > 0)
                        .map(valuation -> new Past.Valuation(
                                valuation.at(), valuation.mid(), ratio(valuation), valuation.equity()))
                        .toList(),
                read.trades().stream()
                        .map(trade -> new Past.Mark(trade.at(), trade.side(), trade.price()))
                        .toList());
    }

    private static BigDecimal ratio(PastReader.Valuation valuation) {
        return valuation
                .base()
                .multiply(valuation.mid())
                .multiply(HUNDRED)
                .divide(valuation.equity(), DECIMALS, RoundingMode.HALF_EVEN);
    }

    @Override
    public void ask() {
        tell(told -> {});
    }

    /** Has them read, and told to {@code listener} by the reader's thread. */
    void tell(Consumer<Results.Answer> listener) {
        var from = books;
        if (from == null) {
            answer = new Results.Answer(
                    null, Message.of(without ? "program.results.none-kept" : "program.results.not-yet"));
            listener.accept(answer);
            return;
        }
        if (asked.compareAndSet(false, true)) {
            reader.execute(() -> {
                read(from);
                asked.set(false);
                listener.accept(answer);
            });
        } else {
            // What is being read already is news enough.
            reader.execute(() -> listener.accept(answer));
        }
    }

    private void read(Books from) {
        try {
            var read = ResultsReader.read(from.file(), from.owner(), clock.instant());
            answer = new Results.Answer(ResultsOfJournal.of(read), null);
        } catch (IOException | RuntimeException failed) {
            var why = Message.of("program.results.failed", FileErrors.of(failed));
            FileErrors.log(why, failed);
            answer = new Results.Answer(answer.results(), why);
        }
    }

    @Override
    public Results.Answer latest() {
        return answer;
    }
}
