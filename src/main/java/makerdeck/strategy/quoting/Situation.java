package makerdeck.strategy.quoting;

import java.util.List;
import java.util.OptionalDouble;
import makerdeck.domain.Balances;
import makerdeck.domain.Book;
import makerdeck.domain.Fees;
import makerdeck.domain.Market;
import makerdeck.strategy.parameters.Parameters;

/**
 * All that a quote is made of. Immutable.
 *
 * @param book as the venue shows it, our own orders among the rest
 * @param live our own orders that may be in the book
 * @param volatility in % per day, empty while warming up
 */
public record Situation(
        Market market,
        Fees fees,
        Parameters parameters,
        Book book,
        List<RestingQuote> live,
        Balances balances,
        OptionalDouble volatility,
        Widening widening) {

    public Situation {
        live = List.copyOf(live);
    }
}
