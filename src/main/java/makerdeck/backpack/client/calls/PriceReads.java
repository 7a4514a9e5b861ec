package makerdeck.backpack.client.calls;

import static makerdeck.backpack.client.base.WireFields.decimal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.base.EventSink;
import makerdeck.backpack.client.http.ApiRejection;
import makerdeck.backpack.client.http.ApiRequest;
import makerdeck.backpack.client.http.ResponseHandler;
import makerdeck.backpack.client.http.RestClient;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.Markets;
import makerdeck.message.Message;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an asset is worth in the quote asset: the last price of its market with it, or of the one the other way
 * round ({@code GET /api/v1/ticker}; no content when nothing has traded).
 *
 * <p>Client thread only.
 */
public final class PriceReads {

    private final RestClient rest;
    private final EventSink sink;
    private final String quote;

    /** @param symbol of the desk's market, {@code BASE_QUOTE} */
    public PriceReads(RestClient rest, EventSink sink, String symbol) {
        this.rest = rest;
        this.sink = sink;
        quote = symbol.substring(symbol.indexOf('_') + 1);
    }

    public void read(String asset) {
        var asked = sink.now();
        ask(
                asset + "_" + quote,
                last -> tell(asked, asset, last),
                () -> ask(
                        quote + "_" + asset,
                        last -> tell(asked, asset, BigDecimal.ONE.divide(last, MathContext.DECIMAL64)),
                        () -> sink.tell(new VenueEvent.PriceRead(sink.now(), asked, asset, null))));
    }

    /** What is done with a price. */
    private interface Priced {
        void at(BigDecimal last);
    }

    /** The last price of a market, null when nothing has traded there. */
    private record Last(@Nullable BigDecimal price) {}

    private void tell(Instant asked, String asset, BigDecimal price) {
        sink.tell(new VenueEvent.PriceRead(sink.now(), asked, asset, price));
    }

    private void ask(String symbol, Priced then, Runnable unpriced) {
        rest.send(
                ApiRequest.open("/api/v1/ticker", List.of(Map.entry("symbol", symbol))),
                (codec, body) -> last(codec, body, symbol),
                new ResponseHandler<>(
                        last -> {
                            if (last.price() == null) {
                                unpriced.run();
                            } else {
                                then.at(last.price());
                            }
                        },
                        why -> {
                            if (why.refusal() == Refusal.INVALID_ORDER || why.isNotFound()) {
                                unpriced.run();
                            } else {
                                failed(symbol, why);
                            }
                        }));
    }

    private void failed(String symbol, ApiRejection why) {
        sink.tell(new VenueEvent.ReadFailed(
                sink.now(), Message.of("client.read.price", symbol), why.refusal(), why.message()));
    }

    /** The price of another market, or none above zero, is no answer. */
    private static Last last(Codec codec, String body, String symbol)
            throws MalformedMessageException, DecodeException {
        if (body.isBlank()) {
            return new Last(null);
        }
        var ticker = codec.decode(Markets.Ticker.class, body);
        if (!symbol.equals(ticker.symbol())) {
            throw new DecodeException(Message.of("client.unreadable.other-market", symbol));
        }
        var last = decimal(ticker.lastPrice(), "lastPrice");
        if (last.signum() <= 0) {
            throw new DecodeException(Message.of("client.unreadable.missing", "lastPrice"));
        }
        return new Last(last);
    }
}
