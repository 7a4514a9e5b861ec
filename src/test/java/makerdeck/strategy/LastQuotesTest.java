package makerdeck.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import makerdeck.domain.Balance;
import makerdeck.domain.Book;
import makerdeck.domain.Fees;
import makerdeck.domain.Level;
import makerdeck.domain.Quantity;
import makerdeck.strategy.quoting.Guard;
import makerdeck.strategy.quoting.LastQuotes;
import makerdeck.strategy.quoting.Quoter;
import makerdeck.strategy.quoting.RestingQuote;
import makerdeck.strategy.quoting.Situation;
import makerdeck.strategy.quoting.Widening;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link Quoter}, which remembers nothing, is the oracle. */
class LastQuotesTest {

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    /** Each part of a situation changed alone, and changed back. */
    @ParameterizedTest
    @MethodSource("seeds")
    void givesWhatTheQuoterSaysWhateverHasChanged(long seed) {
        var random = new SplittableRandom(seed);
        var situation = RandomSituation.of(random);
        var last = new LastQuotes();

        for (var other : changed(situation, RandomSituation.of(random))) {
            assertEquals(Quoter.quotes(situation), last.quotes(situation));
            assertEquals(Quoter.quotes(other), last.quotes(other));
        }
    }

    private static List<Situation> changed(Situation from, Situation other) {
        var all = new ArrayList<Situation>();
        all.add(with(from, from.fees(), from.book(), from.live(), OptionalDouble.of(12.5)));
        all.add(with(
                from, new Fees(BigDecimal.valueOf(17), BigDecimal.ONE), from.book(), from.live(), from.volatility()));
        all.add(with(from, from.fees(), other.book(), from.live(), from.volatility()));
        all.add(with(from, from.fees(), from.book(), other.live(), from.volatility()));
        all.add(RandomSituation.withWidening(from, new Widening(Guard.NONE, Guard.jump(Duration.ofSeconds(3)))));
        all.add(RandomSituation.withBase(from, new Balance(BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ZERO)));
        all.add(new Situation(
                from.market(),
                from.fees(),
                other.parameters(),
                from.book(),
                from.live(),
                from.balances(),
                from.volatility(),
                from.widening()));
        all.add(other);
        return all;
    }

    private static Situation with(
            Situation from, Fees fees, Book book, List<RestingQuote> live, OptionalDouble volatility) {
        return new Situation(
                from.market(), fees, from.parameters(), book, live, from.balances(), volatility, from.widening());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesTheSameObjectWhileOnlyDepthAndAgesMove(long seed) {
        var situation = RandomSituation.of(new SplittableRandom(seed));
        var last = new LastQuotes();
        var first = last.quotes(situation);

        assertSame(first, last.quotes(with(situation, deeper(situation.book()), older(situation.live()))));
        assertNotSame(first, new LastQuotes().quotes(situation));
    }

    private static Situation with(Situation from, Book book, List<RestingQuote> live) {
        return with(from, from.fees(), book, live, from.volatility());
    }

    /** More at every price, so that the best ones of others stay where they are. */
    private static Book deeper(Book book) {
        return new Book(more(book.bids()), more(book.asks()), book.updateId() + 1);
    }

    private static List<Level> more(List<Level> levels) {
        return levels.stream()
                .map(level -> new Level(level.price(), level.quantity().plus(new Quantity(1000))))
                .toList();
    }

    private static List<RestingQuote> older(List<RestingQuote> live) {
        return live.stream()
                .map(order -> new RestingQuote(
                        order.clientId(),
                        order.side(),
                        order.price(),
                        order.remaining(),
                        order.age().plusSeconds(7)))
                .toList();
    }
}
