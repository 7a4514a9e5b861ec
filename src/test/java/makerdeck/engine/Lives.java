package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import makerdeck.domain.Side;
import makerdeck.journal.Entry;
import makerdeck.journal.Journal;
import makerdeck.journal.JournalOwner;
import makerdeck.journal.NewerJournalException;
import makerdeck.strategy.parameters.Parameters;

/** One desk on one simulated account over several lives, with a real journal between them. */
public final class Lives {

    private static final JournalOwner OWNER = new JournalOwner("account", "SOL_USDC", "test", "PAPER", 1);

    public final Bench bench;
    private final Path file;
    private final AtomicLong numbers = new AtomicLong();
    private Parameters parameters = Parameters.defaults().with(java.util.Map.of("duration", "0"));
    private Journal journal;
    private boolean writes = true;

    public Lives(Bench bench, Path folder) throws NewerJournalException {
        this.bench = bench;
        file = folder.resolve("journal.db");
        journal = begin();
    }

    Lives with(java.util.Map<String, String> values) throws NewerJournalException {
        parameters = parameters.with(values);
        journal.close();
        journal = begin();
        return this;
    }

    private Journal begin() throws NewerJournalException {
        var next = Journal.open(
                file,
                OWNER,
                true,
                restored -> JournalPort.requireSound(restored, OWNER.symbol()),
                bench.clock,
                trouble -> {},
                aside -> {});
        var thread = new Thread(next::run, "journal");
        thread.setDaemon(true);
        thread.start();
        writes = true;
        bench.engine = bench.life(
                parameters,
                true,
                new JournalPort(
                        next.restored(),
                        this::record,
                        () -> java.util.OptionalLong.of(numbers.getAndIncrement()),
                        false,
                        next.halted().orElse(null)));
        return next;
    }

    private void record(Entry entry) {
        if (writes) {
            journal.record(entry);
        }
    }

    /** Something has written over the middle of the file. */
    void damage() throws IOException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException unreadable) {
            throw new IOException(unreadable);
        }
        var bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length / 4, bytes.length, (byte) 0x5A);
        Files.write(file, bytes);
    }

    /** Whether the file was sound when it was opened last. */
    boolean wasSound() {
        return journal.notice().isEmpty();
    }

    /** From here on nothing reaches the journal any more, as in the last moments before a crash. */
    void stopWriting() {
        writes = false;
    }

    /** The process is gone at once, and for so long. */
    public void kill(Duration downtime) {
        writes = false;
        journal.close();
        bench.passWithoutDesk(downtime);
    }

    /** A new process on the same account; time for it to find its way. */
    public void restart(Duration settles) throws NewerJournalException {
        journal = begin();
        bench.venue.forget();
        bench.venue.start();
        bench.pass(settles);
    }

    /** A new process whose venue says nothing for so long, and then not either. */
    void restartDeaf(Duration length) throws NewerJournalException {
        journal = begin();
        bench.venue.forget();
        bench.pass(length);
    }

    public void close() {
        journal.close();
    }

    /** Position, profit and totals are what the exchange's own ledger says, to the last digit. */
    void assertTotals(String openingEquity, String transfers) {
        var snapshot = bench.snapshot();
        var fills = bench.venue.books().fills(Bench.START);
        var base = BigDecimal.ZERO;
        var quote = BigDecimal.ZERO;
        var fees = BigDecimal.ZERO;
        for (var fill : fills) {
            var notional = fill.price().multiply(fill.quantity());
            base = base.add(fill.quantity());
            quote = quote.add(notional);
            fees = fees.add(fill.feeAsset().equals("SOL") ? fill.fee().multiply(fill.price()) : fill.fee());
        }
        var totals = snapshot.totals();
        assertEquals(fills.size(), totals.fills());
        assertSame(base, totals.volumeBase());
        assertSame(quote, totals.volumeQuote());
        assertSame(fees, totals.feesQuote());
        var equity = held("SOL").multiply(mid()).add(held("USDC"));
        assertSame(equity.subtract(new BigDecimal(openingEquity)).subtract(new BigDecimal(transfers)), totals.pnl());
    }

    private BigDecimal held(String asset) {
        var balances = Objects.requireNonNull(bench.snapshot().inventory()).balances();
        return (asset.equals("SOL") ? balances.base() : balances.quote()).total();
    }

    /** Halfway between the best prices as the desk last saw them. */
    BigDecimal mid() {
        var book = bench.snapshot().book();
        return bench.exchange
                .market()
                .rules()
                .mid(
                        book.best(Side.BID).orElseThrow().price(),
                        book.best(Side.ASK).orElseThrow().price());
    }

    static void assertSame(BigDecimal expected, BigDecimal actual) {
        assertEquals(0, expected.compareTo(actual), expected.toPlainString() + " was " + actual.toPlainString());
    }
}
