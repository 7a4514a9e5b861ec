package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Side;
import makerdeck.journal.Entry;
import makerdeck.journal.RestoredBooks;
import makerdeck.strategy.parameters.Parameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a desk writes down so that its results can be told later. */
class JournalledResultsTest {

    private final List<Entry> entries = new ArrayList<>();
    private final Bench bench = new Bench();

    @BeforeEach
    void start() {
        bench.engine = bench.life(
                Parameters.defaults(),
                true,
                new JournalPort(RestoredBooks.NONE, entries::add, Bench.numbers(0), false));
        bench.started();
    }

    private <E extends Entry> Stream<E> all(Class<E> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast);
    }

    @Test
    void theMarketAfterEachFillIsWrittenOnceFiveMinutesAreOver() {
        bench.hit(Side.BID);
        bench.pass(Duration.ofSeconds(290));
        assertEquals(0, all(Entry.MarkedOut.class).count());
        bench.pass(Duration.ofSeconds(20));

        var fill = all(Entry.FillBooked.class).findFirst().orElseThrow();
        var marked = all(Entry.MarkedOut.class).findFirst().orElseThrow();
        assertEquals(fill.orderId(), marked.orderId());
        assertEquals(fill.tradeId(), marked.tradeId());
        assertEquals(Set.copyOf(Entry.MarkedOut.SECONDS), marked.mids().keySet());
        assertEquals(1, fill.layer());
    }

    @Test
    void whatIsKnownOfTheLastFillsIsWrittenWhenTheDeskLeaves() {
        bench.hit(Side.ASK);
        bench.pass(Duration.ofSeconds(12));
        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(Duration.ofSeconds(5));

        assertEquals(
                Set.of(1, 5, 10),
                all(Entry.MarkedOut.class).findFirst().orElseThrow().mids().keySet());
        assertTrue(all(Entry.MinuteQuoted.class).count() > 0);
    }

    @Test
    void eachMinuteSaysHowLongEachSideWasQuoted() {
        bench.pass(Duration.ofMinutes(3));

        var whole = all(Entry.MinuteQuoted.class)
                .filter(minute -> minute.ran().equals(Duration.ofMinutes(1)))
                .toList();
        assertTrue(whole.size() >= 1, entries::toString);
        for (var minute : whole) {
            assertEquals(Duration.ofMinutes(1), minute.bids().quoted());
            assertEquals(Duration.ofMinutes(1), minute.asks().allowed());
        }
    }

    @Test
    void theStepsOfAnOrderSayWhatBecameOfIt() {
        bench.hit(Side.BID);
        bench.pass(Duration.ofSeconds(2));

        var filled = all(Entry.OrderMoved.class)
                .filter(move -> move.state().equals("FILLED"))
                .findFirst()
                .orElseThrow();
        var steps = all(Entry.OrderMoved.class)
                .filter(move -> move.clientId() == filled.clientId())
                .map(move -> move.state() + " " + move.executed().signum())
                .toList();
        assertEquals(List.of("SENT 0", "OPEN 0", "FILLED 1"), steps);
        assertEquals(0, filled.quantity().compareTo(filled.executed()));
    }

    @Test
    void thePartsOfAValuationAreItsProfitAndTheOpeningIsKnown() {
        bench.hit(Side.BID);
        bench.pass(Duration.ofSeconds(65));

        var opened = all(Entry.BooksOpened.class).findFirst().orElseThrow();
        var last =
                all(Entry.BooksValued.class).reduce((first, second) -> second).orElseThrow();
        var parts = last.parts();
        assertEquals(
                0,
                last.pnl()
                        .compareTo(parts.captured()
                                .add(parts.inventory())
                                .subtract(parts.fees())
                                .subtract(parts.feesConverted())
                                .add(parts.rebalance())
                                .add(parts.interest())));
        assertEquals(1, parts.fees().signum());
        assertEquals(0, new BigDecimal("20").compareTo(opened.opening().base()));
        assertEquals(1, last.holding().base().compareTo(opened.opening().base()));
    }
}
