package makerdeck.strategy.quoting;

import java.time.Duration;
import makerdeck.domain.ClientId;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;

/** One of our own orders that rests, or may rest, on the venue. */
public record RestingQuote(ClientId clientId, Side side, Price price, Quantity remaining, Duration age) {}
